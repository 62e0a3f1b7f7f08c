import type { Phrases } from '../phrases';
import { folded, phrase, standsIn } from './words';

export type SmallTalk = keyof Pick<Phrases, 'hello' | 'thanks' | 'bye' | 'ok' | 'about'>;

/** Whole phrases, folded; a message is small talk when nothing else stands in it. */
const SAID: Record<Exclude<SmallTalk, 'about'>, string> = {
  thanks: `thanks thank_you thank_u thx ty cheers thanks_a_lot much_appreciated appreciated danke danke_schön dankeschön vielen_dank
    merci merci_beaucoup gracias muchas_gracias grazie grazie_mille bedankt dank_je dank_u obrigado obrigada dziękuję dzięki
    dziekuje mulțumesc mersi ευχαριστώ teşekkürler teşekkür_ederim sağol sağ_olun дякую спасибі благодаря мерси شكرا شكراً`,
  bye: `bye goodbye good_bye bye_bye see_you see_ya have_a_nice_day good_night tschüss auf_wiedersehen ciao_ciao au_revoir à_bientôt
    adiós adios hasta_luego arrivederci tot_ziens doei adeus tchau até_logo do_widzenia pa_pa la_revedere αντίο hoşça_kal
    güle_güle до_побачення бувай довиждане чао وداعا مع_السلامة`,
  hello: `hello hi hey hiya howdy yo good_morning good_afternoon good_evening good_day greetings how_are_you hallo guten_tag guten_morgen
    guten_abend servus moin grüß_gott bonjour bonsoir salut coucou hola buenos_días buenas_tardes buenas ciao salve buongiorno
    buonasera hoi goedemorgen goedemiddag goedendag olá ola bom_dia boa_tarde boa_noite cześć dzień_dobry hej witam bună
    bună_ziua bună_seara salutare γεια γεια_σας γειά καλημέρα καλησπέρα merhaba selam günaydın iyi_günler привіт вітаю
    добрий_день доброго_дня здравей здравейте добър_ден привет مرحبا أهلا السلام_عليكم صباح_الخير`,
  ok: `ok okay okey k yes no yep yeah nope sure fine great perfect cool nice good alright all_right got_it super wonderful awesome
    excellent understood i_see that_helps that_helped ja nein gut alles_klar prima oui non d_accord sí si vale bueno perfecto sì
    va_bene perfetto nee goed prima sim não tak nie dobrze da nu bine ναι όχι εντάξει evet hayır tamam так ні добре да не добре
    نعم لا حسنا تمام you_re_welcome youre_welcome my_pleasure no_problem gern_geschehen de_rien avec_plaisir de_nada di_niente prego
    graag_gedaan nie_ma_za_co cu_plăcere rica_ederim عفوا`,
};

/** Fillers around small talk. */
const FILLER = `so very much a lot for the your help there again everybody all you and then now that is was it really und sehr für ihre
  hilfe nochmal pour votre aide et y por su ayuda per e il suo aiuto voor de hulp pela ajuda za pomoc bardzo pentru ajutor για την
  βοήθεια για yardımınız için за помощта за допомогу dear team assistant`;

/** Questions about who is answering. */
const ABOUT = `are_you_a are_you_an are_you_human are_you_real are_you_ai who_are_you what_are_you who_am_i_talking what_can_you_do
  what_do_you_do your_name is_this_a_bot is_this_a_robot is_this_a_real is_this_ai am_i_talking_to am_i_speaking_to am_i_chatting_with talking_to_a_bot
  wer_bist_du wer_sind_sie bist_du_ein sind_sie_ein was_kannst_du was_können_sie qui_es_tu qui_êtes_vous êtes_vous_un es_tu_un
  quién_eres eres_un eres_una es_usted_un chi_sei sei_un wie_ben_je ben_je_een bent_u_een quem_és quem_é_você você_é_um és_um
  kim_jesteś czy_jesteś cine_ești ești_un ποιος_είσαι είσαι_ρομπότ είσαι_άνθρωπος kimsin sen_kimsin robot_musun insan_mısın
  хто_ти ти_бот ти_робот ви_бот ви_робот ви_людина кой_си ти_човек_ли ти_бот_ли вие_бот من_أنت هل_أنت`;

const split = (text: string) =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((said) => phrase(folded(said.replaceAll('_', ' ')).join('_')));

const PHRASES = Object.entries(SAID).map(([kind, text]) => ({ kind: kind as keyof typeof SAID, said: split(text) }));
const FILLERS = new Set(split(FILLER).flatMap(({ words }) => words));
const ABOUTS = split(ABOUT);
const MAX_WORDS = 10;

/** A name as it is, or with another ending, as many languages call somebody: Олено for Олена. */
export const isCalled = (word: string, name: string): boolean =>
  word === name || (name.length >= 4 && word.startsWith(name.slice(0, -1)) && word.length <= name.length + 1);

/**
 * What kind of small talk a message is, if it is nothing else.
 * @param by the first name of a person who was here: "Thanks, Ana"
 */
export function smallTalkOf(text: string, by: string | null = null): SmallTalk | null {
  const names = folded(by ?? '');
  const said = folded(text);
  if (said.length === 0) return /[\u{1F44D}\u{1F44C}\u{1F64F}\u{2764}\u{1F600}-\u{1F60D}]/u.test(text) ? 'ok' : null;
  if (said.length > MAX_WORDS) return null;
  if (ABOUTS.some((about) => standsIn(said, about))) return 'about';
  let rest = said;
  let found: SmallTalk | null = null;
  for (const { kind, said: phrases } of PHRASES) {
    for (const { words } of phrases) {
      const at = rest.findIndex((_, n) => words.every((word, k) => rest[n + k] === word));
      if (at < 0) continue;
      rest = rest.toSpliced(at, words.length);
      found ??= kind;
    }
  }
  return found && rest.every((word) => FILLERS.has(word) || names.some((name) => isCalled(word, name))) ? found : null;
}
