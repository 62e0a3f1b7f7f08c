/** What stands below an answer without being one: a signature behind its dashes, and what phones add. */

/** A signature that is longer is more than a signature. */
const LONGEST_SIGNATURE = 14;

/** "Sent from my iPhone", as it begins in our customers' languages, or ends. */
const SENT = new RegExp(
  `^[\\s*_[(<-]*(?:${[
    'sent (?:from|via|with|by|using)|get (?:outlook|bluemail)|download outlook',
    'gesendet (?:von|mit|über|aus)|von mein(?:em|er) .*gesendet|holen? sie sich|diese nachricht wurde|outlook für',
    'envoyé (?:de|depuis|à partir|avec|par|via)|obten(?:ez|ir)|télécharge[rz] outlook|provenance',
    'enviado (?:desde|con|a través|mediante)|obtener outlook|descarga(?:r)? outlook',
    'inviato (?:da|dal|dall|con|tramite)|ottieni outlook|scarica outlook',
    'verstuurd (?:vanaf|vanuit|met)|verzonden (?:vanaf|vanuit|met|via)|outlook voor|download outlook',
    'enviad[oa] (?:do|da|a partir|pelo|pela|com|de|via)|obte[rn].* outlook|baixe o outlook|transferir o outlook',
    'wysłan[eoay] (?:z|ze|przez|za)|pobierz (?:program )?outlook',
    'trimis (?:de|din|cu|prin)|obțineți outlook|descărcați outlook',
    'στάλθηκε (?:από|με)|εστάλη από|απεστάλη|αποστολή από|λήψη του|αποκτήστε',
    'надіслано (?:з|із|від|за)|відправлено (?:з|із|від)|отримати outlook|завантажте outlook',
    'изпратено (?:от|с|чрез)|изтеглете outlook|вземете outlook',
    'أُرسلت|أرسلت|مرسل|مُرسل|تم الإرسال|تم إرسال|احصل على|الحصول على',
  ].join('|')})|(?:gönderildi|gönderilmiştir|outlook.u (?:edinin|indirin))\\.?$`,
  'iu',
);
/** And what sends. */
const THING =
  /iphone|ipad|ipod|\bios\b|android|samsung|galaxy|huawei|xiaomi|redmi|\bpoco\b|pixel|oneplus|blackberry|outlook|yahoo|proton|\bgmx\b|web\.de|t-online|mail\.ru|ukr\.net|\babv\b|thunderbird|bluemail|spark|windows|smartphone|handy|smartfon|telefon|téléphone|teléfono|telefone|telemóvel|telemóbil|móvil|cellulare|mobiel|tablet|κινητό|смартфон|телефон|мобілн|мобилн|هاتف|جوال|جهاز|mobile|\bmail\b|\be-mail app\b|пошта|поща|courrier|correo|posta/iu;

const isPhoneLine = (line: string): boolean => line.length <= 160 && SENT.test(line.trim()) && THING.test(line);

const lastFilled = (lines: string[]): number => lines.findLastIndex((line) => line.trim() !== '');

/** RFC 3676 section 4.3: "-- ". Programs on the way take the space; then only a short one is believed. */
function dashes(lines: string[]): number {
  return lines.findIndex((line, i) => {
    if (!/^--\s*$/.test(line) || lines.slice(0, i).every((above) => above.trim() === '')) return false;
    return line === '-- ' || lines.length - i <= LONGEST_SIGNATURE;
  });
}

/** The same lines without their signature. */
export function unsigned(lines: string[]): string[] {
  const from = dashes(lines);
  let own = from < 0 ? lines : lines.slice(0, from);
  for (let last = lastFilled(own); last >= 0 && isPhoneLine(own[last] ?? ''); last = lastFilled(own)) {
    own = own.slice(0, last);
  }
  return own;
}
