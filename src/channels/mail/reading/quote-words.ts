/**
 * How mail programs introduce what they quote: "On … wrote:" and "From: … Sent: …" in our customers' languages and in those
 * of their neighbours. Patterns see one to four short lines, joined, and have no part that could repeat in two ways.
 */

/** As a word of its own; `\b` knows Latin letters only. */
const words = (list: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{M}])(?:${list
      .trim()
      .split(/\s*\n\s*/)
      .join('|')})(?![\\p{L}\\p{M}])`,
    'iu',
  );

export const WROTE = words(`
  wrote
  schrieb|geschrieben
  écrit
  escribió
  scritto
  schreef|geschreven
  escreveu
  napisał|napisała|napisano|pisze|napisana przez
  scris
  έγραψε|εγραψε
  yazdı|yazmış
  пише|писав|писала|написав|написала
  написа
  كتب|كتبت|كتابة
  skrev|kirjoitti|napsal|napsala|napísal|napisao|napisala|írta|написал|пишет
`);

export const ADDRESS = /[^\s<>@]@[^\s<>@]/;

/** What every introduction holds besides: an address, a year, a time or a date. */
export const DATED =
  /[^\s<>@]@[^\s<>@]|(?<!\d)(?:19|20)\d{2}(?!\d)|(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{2}/;

/** How one begins, so that the line above it is known to be the customer's: a preposition or weekday, and a number soon. */
export const OPENS = /^(?:[\p{L}\p{M}.'’]{1,12}[,،]?\s+){0,3}\d/u;

const labels = (list: string) =>
  new RegExp(
    `^[\\s*_>]*(?:${list
      .trim()
      .split(/\s*\n\s*/)
      .join('|')})[\\s*_]*[:：]`,
    'iu',
  );

/** The lines of a quoted head, by what they say. */
export const HEAD = {
  from: labels(`
    From|Von|De|Da|Van|Od|De la|Από|Kimden|Gönderen|Від|От|من
    Från|Fra|Lähettäjä|Feladó|Отправитель|Odesílatel
  `),
  sent: labels(`
    Sent|Date|Gesendet|Datum|Envoyé|Envoyé le|Enviado|Enviado el|Enviada|Enviada em|Enviado em|Fecha|Data|Inviato
    Verzonden|Wysłane|Wysłano|Data wysłania|Trimis|Dată|Στάλθηκε|Εστάλη|Αποστολή|Ημερομηνία|Gönderildi|Gönderme Tarihi
    Gönderilme Tarihi|Tarih|Надіслано|Відправлено|Дата|Изпратено|Изпратено на
    تاريخ الإرسال|تم الإرسال|أرسلت|أُرسلت|التاريخ|Skickat|Sendt|Dato|Отправлено|Odesláno|Elküldve
  `),
  to: labels('To|An|À|A|Para|Aan|Do|Către|La|Προς|Kime|Alıcı|Кому|До|إلى|الى|Till|Til|Komu|Címzett'),
  subject: labels(`
    Subject|Betreff|Objet|Asunto|Oggetto|Onderwerp|Assunto|Temat|Subiect|Θέμα|Konu|Тема|Относно|الموضوع
    Ämne|Emne|Předmět|Tárgy
  `),
};

/** A customer who passes on another's mail means what it says. */
export const FORWARDED =
  /^\s*(?:fwd?|wg|tr|rv|enc|i|inoltro|doorst|pd|ilt|i̇lt|πρθ|προώθηση|пересл|препр|إعادة توجيه)\s*:/iu;
