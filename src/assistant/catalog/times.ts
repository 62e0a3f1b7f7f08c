import { PHRASE_LANGUAGES } from '../phrases';
import { foldedList } from './lexicon';
import { fold, standsIn } from './words';

/** What names a day or a time of it, beside figures. */
const TIMES = `today tomorrow tonight morning afternoon evening noon week* day days hour* minute* month months monday
  tuesday wednesday thursday friday saturday sunday working_day* heute morgen abend mittag nachmittag woche* tag tage
  tagen stunde* monat monate monaten montag* dienstag* mittwoch* donnerstag* freitag* samstag* sonntag* aujourd_hui
  demain soir matin midi semaine* jour jours heure* mois lundi mardi mercredi jeudi vendredi samedi dimanche hoy
  mañana tarde noche semana* día días hora* meses lunes martes miércoles jueves viernes sábado domingo oggi domani
  stasera di_sera mattina pomeriggio settiman* giorno giorni ore un_ora mesi lunedì martedì mercoledì giovedì venerdì
  sabato domenica vandaag avond middag dag dagen uur uren maand maanden maandag dinsdag woensdag donderdag vrijdag
  zaterdag zondag hoje amanhã noite manhã dia dias segunda_feira terça_feira quarta_feira quinta_feira sexta_feira
  segunda terça quarta quinta sexta dziś dzisiaj jutro wieczorem rano tydzień tygod* dzień dni godzin* miesiąc*
  poniedział* wtorek wtorku środę środa czwartek piątek piątku sobotę sobota niedziel* azi astăzi mâine seara
  dimineața săptămân* zi zile zilei o_oră luni marți miercuri joi vineri sâmbătă duminică σήμερα αύριο απόψε πρωί
  απόγευμα βράδυ εβδομάδ* μέρα μέρες ημέρα ημέρες ώρα ώρες δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή
  bugün yarın akşam sabah öğlen hafta* gün günde güne saat* pazartesi salı çarşamba perşembe cuma cumartesi pazar
  сьогодні завтра ввечері вранці тиждень тижня тижні тижнів день дні днів години годин понеділ* вівтор* середу четвер
  п_ятниц* суботу неділ* сегодня днес утре вечер сутрин седмиц* ден дни дена часа понеделник вторник сряда четвъртък
  петък събота неделя месец* اليوم غدا الليلة مساء صباحا أسبوع* أيام يوم ساعة ساعات الاثنين الثلاثاء الأربعاء الخميس
  الجمعة السبت الأحد شهر`;

const NAMES = foldedList(TIMES);

/** Every month as it stands beside a day, in each of these languages. */
const months = (): Set<string> =>
  new Set(
    PHRASE_LANGUAGES.flatMap((lang) => {
      const format = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, n) =>
        fold(format.formatToParts(Date.UTC(2026, n, 1)).find(({ type }) => type === 'month')?.value ?? ''),
      );
    }),
  );
/** Made with the first question that needs them. */
let known: Set<string> | null = null;

/** 14:30, 5 pm, 14/05, 14.5., 2026-05-14; but not 12.50. */
const WRITTEN_TIME = new RegExp(
  [
    String.raw`\b\d{1,2}:\d{2}\b`,
    String.raw`\b\d{1,2}\s?(?:am|pm|uhr|h)\b`,
    String.raw`\b\d{1,2}/\d{1,2}\b`,
    String.raw`\b\d{1,2}\.\s?(?:0?[1-9]|1[0-2])\.`,
    String.raw`\b\d{4}-\d{2}-\d{2}\b`,
  ].join('|'),
  'iu',
);

/** A day, an hour, a date: what "when" asks for. A bare figure may be a price or an order. */
export function namesTime(text: string, words: string[]): boolean {
  if (NAMES.some((time) => standsIn(words, time))) return true;
  if (WRITTEN_TIME.test(text)) return true;
  known ??= months();
  const isMonth = (word: string) => known?.has(word) ?? false;
  const figure = (word: string | undefined) => word !== undefined && /^\d{1,2}(?:st|nd|rd|th|er|º|ª)?$/u.test(word);
  return words.some((word, n) => isMonth(word) && [-2, -1, 1, 2].some((step) => figure(words[n + step])));
}
