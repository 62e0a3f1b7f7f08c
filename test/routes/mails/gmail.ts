import { ANA, OUR_HTML, OURS, quote, REPLY, type Sent, UNMARKED } from './mime';

/** Gmail: the introduction in its user's language, broken at 78 letters, and the quote behind ">". */

const LANGUAGES: [lang: string, says: string, introduction: string][] = [
  ['en', 'Yes please, that would be great.', `On Tue, May 12, 2026 at 2:03 PM Ana, Mill & Kettle <\n${REPLY}> wrote:`],
  ['en-GB', 'Yes please.', `On Tue, 12 May 2026 at 14:03, ${ANA}\nwrote:`],
  ['bg', 'Да, моля. Благодаря ви!', `На вт, 12.05.2026 г. в 14:03 Ana, Mill & Kettle <${REPLY}>\nнаписа:`],
  [
    'de',
    'Ja bitte, gern.\n\nWie lange dauert das?',
    `Am Di., 12. Mai 2026 um 14:03 Uhr schrieb Ana, Mill & Kettle <\n${REPLY}>:`,
  ],
  ['fr', 'Oui, merci beaucoup.', `Le mar. 12 mai 2026 à 14:03, ${ANA} a\nécrit :`],
  ['es', 'Sí, por favor.', `El mar, 12 may 2026 a las 14:03, Ana, Mill & Kettle (<${REPLY}>)\nescribió:`],
  ['it', 'Sì, grazie mille.', `Il giorno mar 12 mag 2026 alle ore 14:03 Ana, Mill & Kettle <\n${REPLY}> ha scritto:`],
  ['nl', 'Ja graag!', `Op di 12 mei 2026 om 14:03 schreef Ana, Mill & Kettle <\n${REPLY}>:`],
  ['pt', 'Sim, por favor.', `${ANA} escreveu (terça, 12/05/2026\nà(s) 14:03):`],
  ['pt-BR', 'Sim, obrigado.', `Em ter., 12 de mai. de 2026 às 14:03, Ana, Mill & Kettle <\n${REPLY}> escreveu:`],
  ['pl', 'Tak, poproszę.', `wt., 12 maj 2026 o 14:03 ${ANA}\nnapisał(a):`],
  ['ro', 'Da, vă rog.', `În mar., 12 mai 2026 la 14:03, Ana, Mill & Kettle <${REPLY}>\na scris:`],
  ['el', 'Ναι, παρακαλώ.', `Στις Τρί 12 Μαΐ 2026 στις 2:03 μ.μ., ο χρήστης Ana, Mill & Kettle <\n${REPLY}> έγραψε:`],
  ['tr', 'Evet, lütfen.', `Ana, Mill & Kettle <${REPLY}>, 12 May 2026 Sal, 14:03\ntarihinde şunu yazdı:`],
  ['uk', 'Так, будь ласка.', `вт, 12 трав. 2026 р. о 14:03 Ana, Mill & Kettle <\n${REPLY}> пише:`],
  [
    'ar',
    'نعم، من فضلك.',
    `في الثلاثاء، ١٢ مايو ٢٠٢٦ في ٢:٠٣ م تمت كتابة ما يلي بواسطة Ana, Mill & Kettle <\n${REPLY}>:`,
  ],
  ['ja, a language of nobody here', 'はい、お願いします。', `2026年5月12日(火) 14:03 Ana, Mill & Kettle <${REPLY}>:`],
];

const plain = LANGUAGES.map(
  ([lang, says, introduction]): Sent => ({
    name: `Gmail, ${lang}`,
    says,
    text: `${says}\n\n${introduction}\n\n${quote(OURS)}\n`,
    html: `<div dir="ltr">${says}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${introduction.replace(/</g, '&lt;')}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">${OUR_HTML}</blockquote></div>`,
  }),
);

export const GMAIL: Sent[] = [
  ...plain,
  {
    name: 'Gmail, en, no empty line before the introduction',
    says: 'Yes 5 of them please',
    text: `Yes 5 of them please\nOn Tue, May 12, 2026 at 2:03 PM Ana, Mill & Kettle <\n${REPLY}> wrote:\n${quote(UNMARKED)}`,
  },
  {
    name: 'Gmail, de, with a signature',
    says: 'Ja bitte.',
    text: `Ja bitte.\n\n-- \nJonas Weber\nWeber GmbH\nMusterstraße 1, Berlin\n\nAm Di., 12. Mai 2026 um 14:03 Uhr schrieb Ana <${REPLY}>:\n\n${quote(OURS)}`,
  },
  {
    name: 'Gmail, en, answered between the quotes',
    says: 'Yes!\n\nTo my card, please.',
    text: `On Tue, May 12, 2026 at 2:03 PM ${ANA} wrote:\n\n> you can have the €69.00 back.\n\nYes!\n\n> Shall I do that? To which account?\n\nTo my card, please.\n\n> --\n> Stop these emails\n`,
  },
  {
    name: 'Gmail, en, answered below',
    says: 'Yes please, below as ever.',
    text: `On Tue, May 12, 2026 at 2:03 PM ${ANA} wrote:\n\n${quote(UNMARKED)}\n\nYes please, below as ever.\n`,
  },
  {
    name: 'Gmail’s app, HTML only, indented by the customer',
    says: 'I measured:\n\n12 cm\n\nFits & closes.',
    html: `<div dir="auto">I measured:</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>12&nbsp;cm</div></blockquote><div>Fits &amp; closes.</div><br><div class="gmail_quote"><div class="gmail_attr">On Tue…</div><blockquote class="gmail_quote">${OUR_HTML}</blockquote></div>`,
  },
  {
    name: 'Gmail, en, a link behind words',
    says: '- This one (https://shop.example/arc-kettle)\n- shop.example/mill',
    html: '<ul><li><a href="https://shop.example/arc-kettle">This one</a></li><li><a href="https://shop.example/mill">shop.example/mill</a></li></ul>',
  },
];
