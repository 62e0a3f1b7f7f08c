import { ANA, OUR_HTML, OURS, quote, REPLY, type Sent, UNMARKED } from './mime';

/** Everybody else's programs, each with a way of its own. */

const indented = (text: string) => text.replace(/^/gm, ' ');

export const OTHERS: Sent[] = [
  ...(
    [
      ['en', 'Yes please', `On 12/05/2026 14:03, Ana, Mill & Kettle wrote:`],
      ['de', 'Ja bitte', `Am 12.05.26 um 14:03 schrieb Ana, Mill & Kettle:`],
      ['fr', 'Oui merci', `Le 12/05/2026 à 14:03, Ana, Mill & Kettle a écrit :`],
      ['es', 'Sí', `El 12/5/26 a las 14:03, Ana, Mill & Kettle escribió:`],
      ['it', 'Sì', `Il 12/05/2026 14:03, Ana, Mill & Kettle ha scritto:`],
      ['nl', 'Ja', `Op 12-05-2026 om 14:03 schreef Ana, Mill & Kettle:`],
      ['pt', 'Sim', `Em 12/05/2026 14:03, Ana, Mill & Kettle escreveu:`],
      ['ro', 'Da', `Pe 12.05.2026 14:03, Ana, Mill & Kettle a scris:`],
      ['tr', 'Evet', `12.05.2026 14:03 tarihinde Ana, Mill & Kettle yazdı:`],
      ['ar', 'نعم', `في ١٢‏/٥‏/٢٦ ١٤:٠٣، كتب Ana, Mill & Kettle:`],
      ['pl', 'Tak, proszę', `W dniu 12.05.2026 o 14:03, Ana, Mill & Kettle pisze:`],
      ['bg', 'Да', `На 12.5.2026 г. в 14:03, Ana, Mill & Kettle написа:`],
      ['el', 'Ναι', `Στις 12/5/2026 2:03 μ.μ., ο/η Ana, Mill & Kettle έγραψε:`],
      ['uk', 'Так', `12.05.2026 14:03, Ana, Mill & Kettle пише:`],
    ] as const
  ).map(
    ([lang, says, introduction]): Sent => ({
      name: `Thunderbird, ${lang}`,
      says,
      text: `${says}\n\n${introduction}\n${quote(UNMARKED)}\n`,
    }),
  ),
  {
    name: 'Thunderbird, en, answered below, with a signature',
    says: 'Yes please.',
    text: `On 12/05/2026 14:03, Ana, Mill & Kettle wrote:\n${quote(UNMARKED)}\n\nYes please.\n\n-- \nJonas Weber\nhttps://weber.example\n`,
  },
  {
    name: 'Thunderbird, de, HTML only',
    says: 'Ja bitte.',
    html: `<html><head><meta charset="UTF-8"></head><body><p>Ja bitte.</p><div class="moz-signature">-- <br>Jonas</div><div class="moz-cite-prefix">Am 12.05.26 um 14:03 schrieb Ana:<br></div><blockquote type="cite" cite="mid:1@shop.example">${OUR_HTML}</blockquote></body></html>`,
  },
  {
    name: 'Yahoo, en, no marks at the lines',
    says: 'Yes please',
    text: ` Yes please\n    On Tuesday, May 12, 2026 at 02:03:04 PM GMT+3, ${ANA} wrote:  \n \n${indented(UNMARKED)}`,
    html: `<div class="ydp1yahoo-style-wrap"><div>Yes please</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Tuesday, May 12, 2026 at 02:03:04 PM GMT+3, Ana wrote:</div>${OUR_HTML}</div></div>`,
  },
  {
    name: 'Yahoo’s app, es',
    says: 'Sí, por favor',
    text: `Sí, por favor\n\nEnviado desde Yahoo Mail para Android\n \n  El mar., may. 12, 2026 a la(s) 14:03, Ana<${REPLY}> escribió:   ${UNMARKED.replace(/\n/g, ' ')}`,
    html: `<div>Sí, por favor</div><div id="ymail_android_signature"><a href="https://go.onelink.me/1">Enviado desde Yahoo Mail para Android</a></div><blockquote class="yahoo_quoted">El mar…<br>${OUR_HTML}</blockquote>`,
  },
  {
    name: 'Proton, en',
    says: 'Yes please.',
    text: `Yes please.\n\nSent with [Proton Mail](https://proton.me/mail/home) secure email.\n\nOn Tuesday, May 12th, 2026 at 14:03, ${ANA} wrote:\n\n${quote(OURS)}`,
  },
  {
    name: 'GMX, de, HTML only',
    says: 'Ja bitte, danke!',
    html: `<html><head></head><body><div style="font-family: Verdana;font-size: 12.0px;"><div>Ja bitte, danke!</div><div>&nbsp;<div name="quote" style="margin:10px 5px 5px 10px; border-left:2px solid #C3D9E5;"><div style="margin:0 0 10px 0;"><b>Gesendet:</b>&nbsp;Dienstag, 12. Mai 2026 um 14:03 Uhr<br/><b>Von:</b>&nbsp;Ana</div>${OUR_HTML}</div></div></div></body></html>`,
  },
  {
    name: 'GMX’s app, de',
    says: 'Ja bitte.',
    text: `Ja bitte.\n--\nDiese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.\nAm 12.05.26, 14:03 schrieb ${ANA}:\n\n${indented(UNMARKED)}`,
  },
  {
    name: 'T-Online, de',
    says: 'Ja bitte.',
    text: `Ja bitte.\n\n\n-----Original-Nachricht-----\nBetreff: Ana answered you\nDatum: 2026-05-12T14:03:04+0300\nVon: "Ana" <chat@shop.example>\nAn: "jonas@mail.example"\n\n${UNMARKED}`,
  },
  {
    name: 'Samsung, en, its head on one line',
    says: 'Yes please',
    text: `Yes please\n\nSent from my Galaxy\n\n-------- Original message --------From: Ana <chat@shop.example> Date: 12/05/2026  14:03  (GMT+02:00) To: jonas@mail.example Subject: Ana answered you \n${UNMARKED}`,
  },
  {
    name: 'Samsung, pl',
    says: 'Tak',
    text: `Tak\n\nWysłano z mojego Galaxy\n\n-------- Oryginalna wiadomość --------\nOd: Ana <chat@shop.example>\nData: 12.05.2026 14:03 (GMT+01:00)\nDo: jonas@mail.example\nTemat: Ana answered you\n\n${UNMARKED}`,
  },
  {
    name: 'abv.bg',
    says: 'Да, благодаря',
    text: ` Да, благодаря\n\n\n -------- Оригинално писмо --------\n От: "Ana" chat@shop.example\n Относно: Ana answered you\n До: jonas@mail.example\n Изпратено на: 12.05.2026 14:03\n\n${indented(UNMARKED)}`,
  },
  {
    name: 'ukr.net, no verb',
    says: 'Так, дякую',
    text: `Так, дякую\n\n12 травня 2026, 14:03:04, від "Ana" <${REPLY}>:\n\n${quote(UNMARKED)}`,
  },
  {
    name: 'Libero, it, the introduction itself quoted',
    says: 'Sì grazie',
    text: `Sì grazie\n\n> Il 12/05/2026 14:03 ${ANA} ha scritto:\n> \n>  \n${quote(UNMARKED)}`,
  },
  {
    name: 'Orange, fr, a head behind marks',
    says: 'Oui merci',
    text: `Oui merci\n\n\n> Message du 12/05/26 14:03\n> De : "Ana" <chat@shop.example>\n> A : jonas@mail.example\n> Copie à : \n> Objet : Ana answered you\n> \n${quote(UNMARKED)}`,
  },
  {
    name: 'WP, pl',
    says: 'Tak, dziękuję',
    text: `Tak, dziękuję\n\nDnia 12 maja 2026 14:03 ${ANA} napisał(a):\n\n${quote(UNMARKED)}`,
  },
  {
    name: 'KMail, en, ISO date',
    says: 'Yes',
    text: `Yes\n\nOn 2026-05-12 14:03, Ana, Mill & Kettle wrote:\n${quote(UNMARKED)}\n`,
  },
  {
    name: 'A program of no known language, our line still tells',
    says: 'Jah, palun.\n\nJonas',
    text: `Jah, palun.\n\nJonas\n\n12. mai 2026 14:03 Ana <${REPLY}>\nkirjutas:\n\n${OURS}`,
  },
  {
    name: 'A program without any introduction, answered below our mail',
    says: 'Yes please, down here.',
    text: `${OURS}\nYes please, down here.\n`,
  },
];
