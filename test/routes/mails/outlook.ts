import { OUR_HTML, OURS, REPLY, type Sent, UNMARKED } from './mime';

/** Outlook: no marks at the lines, a head in its user's language, and everything below it somebody else's. */

const HEADS: [lang: string, says: string, from: string, sent: string, to: string, subject: string][] = [
  ['en', 'Yes please.', 'From:', 'Sent: Tuesday, 12 May 2026 14:03', 'To:', 'Subject:'],
  ['bg', 'Да, моля.', 'От:', 'Изпратено: вторник, 12 май 2026 г. 14:03', 'До:', 'Относно:'],
  ['de', 'Ja, gerne.', 'Von:', 'Gesendet: Dienstag, 12. Mai 2026 14:03', 'An:', 'Betreff:'],
  ['fr', 'Oui, merci.', 'De :', 'Envoyé : mardi 12 mai 2026 14:03', 'À :', 'Objet :'],
  ['es', 'Sí, gracias.', 'De:', 'Enviado el: martes, 12 de mayo de 2026 14:03', 'Para:', 'Asunto:'],
  ['it', 'Sì, grazie.', 'Da:', 'Inviato: martedì 12 maggio 2026 14:03', 'A:', 'Oggetto:'],
  ['nl', 'Ja, graag.', 'Van:', 'Verzonden: dinsdag 12 mei 2026 14:03', 'Aan:', 'Onderwerp:'],
  ['pt', 'Sim, obrigado.', 'De:', 'Enviada em: terça-feira, 12 de maio de 2026 14:03', 'Para:', 'Assunto:'],
  ['pl', 'Tak, proszę.', 'Od:', 'Wysłano: wtorek, 12 maja 2026 14:03', 'Do:', 'Temat:'],
  ['ro', 'Da, mulțumesc.', 'De la:', 'Trimis: marți, 12 mai 2026 14:03', 'Către:', 'Subiect:'],
  ['el', 'Ναι, ευχαριστώ.', 'Από:', 'Στάλθηκε: Τρίτη, 12 Μαΐου 2026 14:03', 'Προς:', 'Θέμα:'],
  ['tr', 'Evet, teşekkürler.', 'Kimden:', 'Gönderildi: 12 Mayıs 2026 Salı 14:03', 'Kime:', 'Konu:'],
  ['uk', 'Так, дякую.', 'Від:', 'Надіслано: вівторок, 12 травня 2026 р. 14:03', 'Кому:', 'Тема:'],
  ['ar', 'نعم، شكرًا.', 'من:', 'تاريخ الإرسال: الثلاثاء، ١٢ مايو ٢٠٢٦ ٠٢:٠٣ م', 'إلى:', 'الموضوع:'],
];

const head = ([, , from, sent, to, subject]: (typeof HEADS)[number]) =>
  `${from} Ana, Mill & Kettle <chat@shop.example>\n${sent}\n${to} jonas@mail.example\n${subject} Ana answered you`;
const RULE = '_'.repeat(32);

const desktop = HEADS.map(
  (row): Sent => ({
    name: `Outlook, ${row[0]}`,
    says: row[1],
    text: `${row[1]}\n\n${head(row)}\n\n${UNMARKED}`,
  }),
);

export const OUTLOOK: Sent[] = [
  ...desktop,
  {
    name: 'Outlook’s app, en, with its own signature and a rule',
    says: 'Yes please.\n\nBest,\nJonas',
    text: `Yes please.\n\nBest,\nJonas\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n${RULE}\n${head(HEADS[0]!)}\n\n${OURS}`,
  },
  {
    name: 'Outlook, cs, a language that nobody here knows, our line still tells',
    says: 'Ano, prosím.',
    text: `Ano, prosím.\n\n${RULE}\nOdesílatel: Ana <chat@shop.example>\nOdesláno dne: úterý 12. května 2026\nKomu: jonas@mail.example\nPředmět: Ana answered you\n\n${OURS}`,
  },
  {
    name: 'Outlook 2003, en',
    says: 'Yes please.',
    text: `Yes please.\n\n-----Original Message-----\nFrom: Ana [mailto:chat@shop.example]\nSent: Tuesday, May 12, 2026 2:03 PM\nTo: jonas@mail.example\nSubject: Ana answered you\n\n${UNMARKED}`,
  },
  {
    name: 'Outlook on the web, en, HTML only',
    says: 'Yes please.\n\nIt is no. 3 < 4.',
    html: `<html><head><style>P{margin:0}</style></head><body><div class="elementToProof" style="font-family:Aptos">Yes please.</div><div class="elementToProof"><br></div><div>It is no. 3 &lt; 4.</div><div id="Signature"><p>Jonas Weber<br>Weber GmbH</p></div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg"><font><b>From:</b> Ana &lt;chat@shop.example&gt;<br><b>Sent:</b> Tuesday, May 12, 2026 2:03 PM<br><b>To:</b> jonas@mail.example<br><b>Subject:</b> Ana answered you</font></div><div>${OUR_HTML}</div></body></html>`,
  },
  {
    name: 'Outlook for Windows, de, HTML only, as Word writes it',
    says: 'Ja bitte.\n\nMit freundlichen Grüßen\nJonas Weber',
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}</style><![endif]--></head><body lang=DE><div class=WordSection1><p class=MsoNormal>Ja bitte.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Mit freundlichen Grüßen<br>Jonas Weber<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>Von:</b> Ana &lt;chat@shop.example&gt; <br><b>Gesendet:</b> Dienstag, 12. Mai 2026 14:03<br><b>An:</b> jonas@mail.example<br><b>Betreff:</b> Ana answered you<o:p></o:p></p></div>${OUR_HTML}</div></body></html>`,
  },
  {
    name: 'Outlook for Mac, en, unmarked "wrote"',
    says: 'Yes please.',
    text: `Yes please.\n\nOn 12.05.26, 14:03, "Ana, Mill & Kettle" <${REPLY}> wrote:\n\n    Hello Jonas,\n    you can have the money back.\n`,
  },
];
