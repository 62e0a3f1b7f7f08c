import { fold, foldPhrase, type Phrase, phrase, standsIn } from '../../catalog/words';

/**
 * Colours in the languages that customers write in (en, de, fr, es, it, nl, pt, pl, ro, el, tr, uk, bg, ar): what is asked
 * for in one language stands in the feed in another. `*` means that the word goes on, `?` that it is understood and not
 * looked for: it may be something else in another language.
 */
const COLOURS = [
  `black schwarz schwarze* noir noire* negro* negra* nero nera neri zwart zwarte preto* preta* czarn* negru neagr* μαυρ* siyah* чорн* черен черн* أسود سوداء`,
  `white weiß weiße* weiss* blanc blanche* blanco* blanca* bianc* wit witte branco* branca* biał* alb albă albe λευκ* ασπρ* beyaz* білий біла біле білі білого бял* бели бяла أبيض بيضاء`,
  `blue blau blaue* bleu bleue* azul azules blu blauw blauwe niebiesk* albastr* μπλε mavi* синій синя сині синьо* син* блакитн* أزرق زرقاء`,
  `red rot rote roten roter rotes rouge* rojo* roja* rosso rossa rossi rood rode vermelh* czerwon* roșu roșie κοκκιν* kırmızı* червон* червен* أحمر حمراء`,
  `green grün grüne* vert verte verts verde verdes verdi groen groene zielon* πρασιν* yeşil* зелен* أخضر خضراء`,
  `grey gray grau graue* gris grigi* grijs grijze cinzent* cinza szar* gri γκρι сірий сіра сіре сірі сив сива сиво сиви رمادي`,
  `yellow gelb gelbe* jaune* amarill* giall* geel gele amarel* żółt* galben* κιτριν* sarı жовт* жълт* أصفر صفراء`,
  `orange orangefarben* naranja* arancion* oranje laranja* pomarańczow* portocali* πορτοκαλι turuncu* помаранчев* оранжев* برتقالي`,
  `purple violet lila violett* violette* morado* morada* viola paars paarse roxo* roxa* fioletow* mov violet* μωβ mor фіолетов* лилав* بنفسجي`,
  `pink rosa ?rose rosado* rosada* roze cor-de-rosa różow* roz ροζ pembe* рожев* розов* وردي`,
  `brown braun braune* marron* marrón* marrones castaño* bruin bruine castanho* brązow* maro καφε kahverengi* коричнев* кафяв* بني`,
  `beige beigen bege beżow* bej μπεζ бежев* بيج`,
  `silver silber* silbern* argent argenté* plata plateado* argento argentat* zilver* prata prateado* srebrn* argintiu* ασημ* gümüş* срібн* сріблист* сребрист* сребърн* فضي`,
  `gold golden* goldfarben* doré* dorado* dorada* oro dorato goud gouden dourado* dourada* złot* auriu* aurie* χρυσ* altın* золот* златист* златн* ذهبي`,
  `turquoise teal türkis* turquesa turchese turkoois turkusow* turcoaz τιρκουαζ turkuaz* бірюзов* тюркоаз* تركواز`,
].map((text) => {
  const words = text.split(' ');
  const phrases = (some: string[]) => some.map((word) => foldPhrase(phrase(word.replace('?', ''))));
  return { said: phrases(words), sought: phrases(words.filter((word) => !word.startsWith('?'))) };
});

const colourLike = (word: string) => {
  const there = [fold(word)];
  return COLOURS.find(({ said }) => said.some((name) => standsIn(there, name)));
};

/** The English name of the colour that a word says, or null: "schwarze" is black. */
export const colourOf = (word: string): string | null => colourLike(word)?.sought[0]?.words[0] ?? null;

/** What the colour of a word is called in every language; nothing where it is none. */
export const coloursLike = (word: string): Phrase[] => colourLike(word)?.sought ?? [];
