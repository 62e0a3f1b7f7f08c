import { quote, type Sent, UNMARKED } from './mime';

/** What looks like a quote or a signature and is the customer's own; and mails that are built in unusual ways. */

const whole = (name: string, says: string, more: Partial<Sent> = {}): Sent => ({ name, says, text: says, ...more });

export const KEPT: Sent[] = [
  whole('nothing quoted', 'Yes please.\n\nAnd where is my invoice?'),
  whole(
    'a sentence with a verb, a time and a colon',
    'Ana wrote to me at 14:03 on 12.05.2026:\n\nthat I get it back. When?',
  ),
  whole('where it went', 'From: Sofia\nTo: Plovdiv\n\nCan you send it on 12.05.2026?'),
  whole('one arrow', 'I ordered 2 kettles\n> 100 € together\nand got one.'),
  whole('dashes between', 'Part one.\n\n----------\n\n12.05.2026: part two.\n\n--- Question ---\nWhere is it?'),
  whole('sent from, in a sentence', 'Was it\nsent from your shop in Sofia or from the one in Varna?'),
  whole('a phone, in a sentence', 'Get me one for my iPhone'),
  whole(
    'two dashes and then a long letter',
    `Hello\n--\n${Array.from({ length: 20 }, (_, i) => `Line ${i}`).join('\n')}`,
  ),
  {
    name: 'a mail that is passed on, with its head',
    subject: 'Fwd: Your parcel',
    says: 'See what they say:\n\n---------- Forwarded message ---------\nFrom: DHL <info@dhl.example>\nDate: Tue, May 12, 2026 at 2:03 PM\nSubject: Your parcel\nTo: <jonas@mail.example>\n\nIt is lost.',
    text: 'See what they say:\n\n---------- Forwarded message ---------\nFrom: DHL <info@dhl.example>\nDate: Tue, May 12, 2026 at 2:03 PM\nSubject: Your parcel\nTo: <jonas@mail.example>\n\nIt is lost.\n\n-- \nJonas',
  },
  {
    name: 'Windows-1251, quoted-printable',
    says: 'Да, моля',
    raw: `{head}\nContent-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: quoted-printable\n\n=C4=E0, =EC=EE=EB=FF\n`,
  },
  {
    name: 'ISO-8859-1, base64, flowed',
    says: 'Straße und Haus',
    raw: `{head}\nContent-Type: text/plain; charset=iso-8859-1; format=flowed\nContent-Transfer-Encoding: base64\n\n${btoa('Stra\u00dfe und \r\nHaus\r\n')}\n`,
  },
  {
    name: 'attachments with names of every kind',
    says: 'See the picture.',
    attachments: ['kettle.jpg', 'Капак.pdf', 'evil.exe', 'text/calendar', 'message/rfc822'],
    raw: `{head}
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

See the picture.

${quote(UNMARKED)}
--b
Content-Type: image/jpeg; name="kettle.jpg"
Content-Transfer-Encoding: base64

/9j/4A==
--b
Content-Type: application/pdf
Content-Disposition: attachment; filename*=UTF-8''%D0%9A%D0%B0%D0%BF%D0%B0%D0%BA.pdf

x
--b
Content-Type: application/octet-stream
Content-Disposition: attachment; filename="../..\\\\evil.exe"

x
--b
Content-Type: text/calendar
Content-Disposition: attachment

BEGIN:VCALENDAR
--b
Content-Type: message/rfc822

Subject: Inner

Not what the customer says.
--b
Content-Type: application/pgp-signature; name="signature.asc"

x
--b--
`,
  },
];
