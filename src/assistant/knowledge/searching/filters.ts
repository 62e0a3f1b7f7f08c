import { type PriceLimit, priceLimitOf } from '../../catalog/price-limit';
import { fold, words } from '../../catalog/words';
import { colourOf } from './colours';

/** What a question asks of a product besides what it is, read from its words. */
export interface Filters {
  /** Whole units of the shop's currency. */
  price: PriceLimit | null;
  /** Only what can be bought now. */
  inStock: boolean;
  /** Colours by their English names. */
  colours: string[];
}

export const NO_FILTERS: Filters = { price: null, inStock: false, colours: [] };

/** About so much: a fifth more or less. */
const NEARLY = 0.2;
const NUMBER = String.raw`(\d{1,3}(?:[.,\s]\d{3}){1,3}(?!\d)|\d{1,9}(?:[.,]\d{1,2})?)`;
const CURRENCY = String.raw`(?:[€$£₺₴]|(?:eur(?:o|os)?|ευρω|dollars?|usd|pounds?|gbp|zł|zl|pln|lei|ron|lv|лв|bgn|грн|uah|tl|try|lira|chf|kr|евро|євро|يورو)(?!\p{L}))`;
const ABOUT = `about|around|roughly|approximately|circa|ca\\.?|etwa|ungefahr|um die|rund|environ|autour de|alrededor de|unos|circa|intorno a|ongeveer|rond|cerca de|por volta de|okolo|mniej wiecej|in jur de|aproximativ|περιπου|γυρω στα|yaklasik|civarinda|приблизно|близько|около|приблизително|حوالي|تقريبا`;
const NEAR = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${ABOUT})\\s*(?:${CURRENCY}\\s*${NUMBER}|${NUMBER}\\s*${CURRENCY})`,
  'u',
);

/** Folded. Behind "not" or "out of" the same words ask the opposite, and are no filter. */
const STOCK_WORDS = `in stock|available now|available today|ready to ship|auf lager|lieferbar|vorratig|sofort verfugbar|en stock
  disponibles? (?:maintenant|tout de suite)|en existencias?|disponibles? (?:ahora|ya)|disponibil[ei] (?:subito|adesso|ora)
  in magazzino|op voorraad|voorradig|leverbaar|em estoque|em stock|disponive(?:l|is) agora|w magazynie|na stanie
  dostepn[eya] od reki|in stoc|pe stoc|disponibil[ea]? acum|σε αποθεμα|αμεσα διαθεσιμ\\p{L}*|διαθεσιμ\\p{L}* τωρα
  stokta|stoklarda|hemen teslim|в наявності|є на складі|на складі|в наличност|на склад|налич\\p{L}+ веднага|متوفرة? الان|في المخزون`;
const STOCK = new RegExp(`(?<![\\p{L}\\p{N}])(?:${STOCK_WORDS.replace(/\n\s*/g, '|')})(?![\\p{L}\\p{N}])`, 'u');
const NOT_STOCK =
  /\b(?:back|wieder|out of|not|no|nicht|kein\p{L}*|pas|plus|no hay|non|niet|nao|nie|nu|hors|fuera de)\s+(?:\p{L}+\s+)?(?:in |en |auf |op )?(?:stock|lager|lieferbar|voorraad|disponib\p{L}*|magazzino|stoc|existencias)/u;

/**
 * Reads price, stock and colour from a question: "under 50", "до 100 лв", "zwischen 20 und 40 €", "about 30 euros",
 * "auf Lager", "in Schwarz".
 * @returns the filters, and the question without the words of price and stock (colours stay: they are looked for too)
 */
export function filtersOf(text: string): { filters: Filters; rest: string } {
  const near = NEAR.exec(fold(text));
  const priced = near
    ? { limit: aroundOf(near[1] ?? near[2]), rest: fold(text).replace(near[0], ' ') }
    : priceLimitOf(text);
  const plain = fold(priced.rest);
  const stock = STOCK.exec(plain);
  const inStock = stock !== null && !NOT_STOCK.test(plain);
  const colours = words(priced.rest).flatMap((word) => colourOf(word) ?? []);
  return {
    filters: { price: priced.limit, inStock, colours: [...new Set(colours)] },
    rest: inStock ? plain.replace(stock[0], ' ') : priced.rest,
  };
}

function aroundOf(figure: string | undefined): PriceLimit | null {
  const grouped = /^\d{1,3}(?:[.,\s]\d{3})+$/.test(figure ?? '');
  const amount = Number((figure ?? '').replace(grouped ? /[.,\s]/g : /,/g, grouped ? '' : '.'));
  return Number.isFinite(amount) && amount > 0 ? { min: amount * (1 - NEARLY), max: amount * (1 + NEARLY) } : null;
}
