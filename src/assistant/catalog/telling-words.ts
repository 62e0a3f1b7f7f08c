import { fold, isUnspaced } from './words';

/** Which words of a question tell something, and which of them are one. */

/** What letters tell apart, even those that are words by themselves: "usb a". */
const NAMED_BY_LETTER = /^(?:usb|type|typ|cat|class)$/;

/** Words that are not stop words. A lone letter belongs to the word before it: "usb c", "65 w". */
export function informative(
  all: string[],
  plain: string[],
  stop: (n: number) => boolean,
  { decimals, lettered }: { decimals: Set<number>; lettered: Set<number> },
): string[] {
  const kept: string[] = [];
  let before = -2;
  for (const [n, word] of all.entries()) {
    if (lettered.has(n)) {
      kept.push(`${all[n - 1]}_${word}`);
      before = n;
      continue;
    }
    if (decimals.has(n)) kept.push(`${kept.pop()}_${word}`);
    if (decimals.has(n)) continue;
    // A lone sign of a script without spaces is a word where it is all there is: 灯. Otherwise its pairs say it already.
    const whole = all.length === 1 && isUnspaced(word);
    const lone = !whole && [...(plain[n] ?? '')].length === 1 && /\p{L}/u.test(word);
    const named = lone && (!stop(n) || NAMED_BY_LETTER.test(plain[n - 1] ?? ''));
    if (named && before === n - 1 && kept.length > 0) kept.push(`${kept.pop()}_${word}`);
    else if (!lone && !stop(n)) {
      kept.push(word);
      before = n;
    }
  }
  return [...new Set(kept)];
}

/** Small words written in capitals, which are names then: "US layout". None in a text that shouts. */
export function capitalsIn(text: string): Set<string> {
  const found = /\p{Ll}{2}/u.test(text) ? (text.match(/(?<![\p{L}\p{N}])\p{Lu}{2,3}(?![\p{L}\p{N}])/gu) ?? []) : [];
  return new Set(found.map((word) => word.toLowerCase()));
}

/** The places of what stands behind a decimal point: 6.7 is one figure. */
export function decimalsIn(text: string, plain: string[]): Set<number> {
  const places = new Set<number>();
  let from = 0;
  for (const [, whole = '', part = ''] of text.matchAll(/(?<!\p{N})(\p{N}{1,4})[.,](\p{N}{1,2})(?!\p{N})/gu)) {
    const at = plain.findIndex((word, n) => n >= from && word === whole && plain[n + 1] === part);
    if (at < 0) continue;
    places.add(at + 1);
    from = at + 2;
  }
  return places;
}

/** The places of words that a letter belongs to: "e-reader", "t-shirt". */
export function letteredIn(text: string, plain: string[]): Set<number> {
  const places = new Set<number>();
  for (const [, letter = '', word = ''] of fold(text).matchAll(/(?<![\p{L}\p{N}-])(\p{L})-(\p{L}{3,})/gu)) {
    const at = plain.findIndex((one, n) => one === letter && plain[n + 1] === word);
    if (at >= 0) places.add(at + 1);
  }
  return places;
}
