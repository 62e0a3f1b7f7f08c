/** When a customer's page counts as one that the assistant led to. Pure. */

/** What the assistant showed, and the customer went to. */
export interface Opened {
  /** The answer's place. */
  seq: number;
  /** Which of the answer's cards, and after them of its links. */
  n: number;
}

/** What an answer shows that can be opened: its cards, then its links. */
export interface Shown {
  seq: number;
  ways: readonly { title: string; url: string }[];
  /** Which of them the customer had before them already. */
  here: readonly number[];
}

/** So many are kept of a conversation, the newest. */
const MOST = 20;

/** What the page that the customer is on shows them to have opened; of several answers the newest led there. */
export function openedNow(shown: readonly Shown[], page: string): Opened | null {
  for (const { seq, ways, here } of shown.toReversed()) {
    const n = ways.findIndex(({ url }) => leadsTo(url, page));
    if (n >= 0) return here.includes(n) ? null : { seq, n };
  }
  return null;
}

/** Which of the ways a customer who is on one of these pages has before them already. */
export const hereOf = (ways: Shown['ways'], pages: readonly string[]): number[] =>
  ways.flatMap(({ url }, n) => (pages.some((page) => leadsTo(url, page)) ? [n] : []));

/** Each once, in the order in which they were opened. */
export function withOpened(known: readonly Opened[], more: readonly Opened[]): readonly Opened[] {
  const news = more.filter((one) => !known.some((other) => isSame(one, other)));
  return news.length === 0 ? known : [...known, ...news].slice(-MOST);
}

const isSame = (a: Opened, b: Opened): boolean => a.seq === b.seq && a.n === b.n;

/**
 * Whether an address leads to a page: the same host and path, and all that the address asks for. The page may carry more
 * (campaigns, a place in it). A shop's front page is nothing that one opens.
 */
export function leadsTo(link: string, page: string): boolean {
  const [a, b] = [partsOf(link), partsOf(page)];
  if (!a || !b || a.place !== b.place || (a.isFront && a.query.length === 0)) return false;
  return a.query.every(([name, value]) => b.query.some(([n, v]) => n === name && v === value));
}

function partsOf(address: string) {
  const { protocol, host, pathname, searchParams } = URL.parse(address) ?? {};
  if (!searchParams || pathname === undefined || !/^https?:$/.test(protocol ?? '')) return null;
  const path = pathname.replace(/\/+$/, '');
  const query = [...searchParams].filter(([name]) => !CAMPAIGN.test(name));
  return { place: `${host?.replace(/^www\./, '')}${path}`, isFront: path === '', query };
}
const CAMPAIGN = /^(utm_\w+|gclid|fbclid|ref)$/;
