/** How sure an answer of a model's is: what it says of itself, bounded by what can be seen of how it came about. */

export interface Claim {
  /** What it says that the answer stands on. */
  basis: 'knowledge' | 'conversation' | 'small_talk' | 'unknown';
  /** 0–1. */
  confidence: number;
}

export interface Seen {
  searched: boolean;
  /** Whether any search found something. */
  found: boolean;
  /** Whether it named something that was found. */
  named: boolean;
  /** It says an amount of money that stands nowhere in what it was given. */
  invents: boolean;
}

const MOST = { small_talk: 0.9, conversation: 0.8, unknown: 0.2 } as const;
/** Nothing is certain that a model says. */
const CERTAIN = 0.95;
/** It named nothing that it found, or said nothing of itself at all. */
const VAGUE = 0.6;
const UNFOUNDED = 0.3;

export function confidenceOf(claim: Claim | null, { searched, found, named, invents }: Seen): number {
  if (invents) return Math.min(claim?.confidence ?? UNFOUNDED, UNFOUNDED);
  // Whoever says nothing of itself has to have found something.
  if (!claim) return found ? VAGUE : UNFOUNDED;
  if (claim.basis !== 'knowledge') return Math.min(claim.confidence, MOST[claim.basis]);
  if (!searched || !found) return Math.min(claim.confidence, UNFOUNDED);
  return Math.min(claim.confidence, named ? CERTAIN : VAGUE);
}

const MONEY =
  /(?:\p{Sc}|\b(?:EUR|USD|GBP|BGN|PLN|RON|CHF|TRY|UAH|CZK|SEK|NOK|DKK|HUF)\b)\s?(\d[\d.,\s]*)|(\d[\d.,\s]*)\s?(?:\p{Sc}|(?:EUR|USD|GBP|BGN|PLN|RON|CHF|TRY|UAH|CZK|SEK|NOK|DKK|HUF|лв|lei|zł|грн|kr)(?!\p{L}))/giu;

/** "1.299,00" and "1299" are the same amount. */
const plain = (figure: string): string =>
  figure
    .replace(/[\s.,]+$/, '')
    .replace(/[.,](\d{1,2})$/, (_, cents: string) => (/^0+$/.test(cents) ? '' : `·${cents.padEnd(2, '0')}`))
    .replace(/[\s.,]/g, '');

/** Whether a text names an amount of money that stands in none of what the model was given. */
export function inventsMoney(text: string, given: readonly string[]): boolean {
  const said = [...text.matchAll(MONEY)].map((match) => plain(match[1] ?? match[2] ?? ''));
  if (said.length === 0) return false;
  const known = new Set(
    given
      .join(' ')
      .match(/\d[\d.,]*/g)
      ?.map(plain),
  );
  return said.some((amount) => !known.has(amount));
}
