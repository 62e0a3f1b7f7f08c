import { ANA, OUR_HTML, OURS, quote, REPLY, type Sent, UNMARKED } from './mime';

/** Apple Mail and the iPhone: a signature of the phone's above the introduction. */

const PHONES: [lang: string, says: string, signature: string, introduction: string][] = [
  ['en', 'Yes please', 'Sent from my iPhone', `On 12 May 2026, at 14:03, ${ANA} wrote:`],
  ['de', 'Ja bitte', 'Von meinem iPhone gesendet', `Am 12.05.2026 um 14:03 schrieb ${ANA}:`],
  ['fr', 'Oui merci', 'Envoyé de mon iPhone', `Le 12 mai 2026 à 14:03, ${ANA} a écrit :`],
  ['es', 'Sí, gracias', 'Enviado desde mi iPhone', `El 12 may 2026, a las 14:03, ${ANA} escribió:`],
  ['it', 'Sì grazie', 'Inviato da iPhone', `Il giorno 12 mag 2026, alle ore 14:03, ${ANA} ha scritto:`],
  ['nl', 'Ja graag', 'Verstuurd vanaf mijn iPhone', `Op 12 mei 2026 om 14:03 heeft ${ANA} het volgende geschreven:`],
  ['pt', 'Sim, obrigado', 'Enviado do meu iPhone', `No dia 12/05/2026, às 14:03, ${ANA} escreveu:`],
  ['pl', 'Tak, proszę', 'Wysłane z iPhone’a', `Wiadomość napisana przez ${ANA} w dniu 12 maj 2026, o godz. 14:03:`],
  ['ro', 'Da, mulțumesc', 'Trimis de pe iPhone‑ul meu', `Pe 12 mai 2026, la 14:03, ${ANA} a scris:`],
  ['el', 'Ναι', 'Στάλθηκε από το iPhone μου', `12 Μαΐ 2026, 14:03, ο χρήστης «${ANA}» έγραψε:`],
  ['tr', 'Evet', 'iPhone’umdan gönderildi', `${ANA} şunları yazdı (12 May 2026 14:03):`],
  ['uk', 'Так', 'Надіслано з iPhone', `12 трав. 2026 р. о 14:03 ${ANA} пише:`],
  ['ar', 'نعم', 'أُرسلت من الـ iPhone', `في ١٢ مايو ٢٠٢٦، الساعة ٢:٠٣ م، كتب/كتبت ${ANA}:`],
  ['bg', 'Да', 'Изпратено от моя iPhone', `На 12.05.2026 г., в 14:03, ${ANA} написа:`],
];

const phones = PHONES.map(
  ([lang, says, signature, introduction]): Sent => ({
    name: `iPhone, ${lang}`,
    says,
    text: `${says}\n\n${signature}\n\n> ${introduction}\n>\n${quote(OURS)}\n`,
  }),
);

export const APPLE: Sent[] = [
  ...phones,
  {
    name: 'Apple Mail, de, introduction without a mark',
    says: 'Ja bitte.\n\nViele Grüße\nJonas',
    text: `Ja bitte.\n\nViele Grüße\nJonas\n\n\n> Am 12.05.2026 um 14:03 schrieb ${ANA}:\n> \n${quote(UNMARKED)}\n`,
  },
  {
    name: 'Apple Mail, en, HTML only',
    says: 'Yes please.\n\nThe lid is cracked “all over”.',
    html: `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"><style>p{color:red}</style></head><body dir="auto"><div>Yes please.</div><div><br></div><div>The lid is cracked &ldquo;all over&rdquo;.</div><div><br id="lineBreakAtBeginningOfSignature"><div dir="ltr" id="AppleMailSignature">Sent from my iPad</div><div dir="ltr"><br><blockquote type="cite">On 12 May 2026, at 14:03, Ana &lt;${REPLY}&gt; wrote:<br><br></blockquote></div><blockquote type="cite">${OUR_HTML}</blockquote></div></body></html>`,
  },
  {
    name: 'iPhone, en, nothing but a photo',
    says: '',
    attachments: ['IMG_2041.jpeg'],
    raw: `{head}
Content-Type: multipart/mixed; boundary=Apple-Mail-1

--Apple-Mail-1
Content-Type: text/plain; charset=us-ascii
Content-Transfer-Encoding: 7bit


--Apple-Mail-1
Content-Type: image/jpeg; name=IMG_2041.jpeg; x-apple-part-url=1
Content-Disposition: inline; filename=IMG_2041.jpeg
Content-Transfer-Encoding: base64

/9j/4AAQSkZJRg==
--Apple-Mail-1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Sent from my iPhone=

> On 12 May 2026, at 14:03, ${ANA} wrote:
>=20
${quote('Hello Jonas')}
--Apple-Mail-1--
`,
  },
];
