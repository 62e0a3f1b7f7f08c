import { describe, expect, it } from 'vitest';
import type { CustomerMessage, CustomerState } from '../../src/protocol/customer';
import { standingOf } from '../../widget/panel/asked/standing';
import { contactPlace } from '../../widget/panel/contact';
import { type Entry, entriesOf } from '../../widget/panel/entries';
import { add, type Queue } from '../../widget/panel/outgoing';
import { dayOf, readAs } from '../../widget/panel/reading';
import { priceOf } from '../../widget/panel/said/price';
import { spoken } from '../../widget/panel/said/spoken';

const T0 = Date.UTC(2026, 5, 1, 12);
const DAY = 86_400_000;
const ana = { name: 'Ana', initials: 'AK' };
const midnight = (at: number) => at - (at % DAY);

const own = (seq: number, at = T0): CustomerMessage => ({
  kind: 'customer',
  seq,
  at,
  id: `own-${seq}`,
  text: `own ${seq}`,
});
const answer = (seq: number, at = T0): CustomerMessage => ({
  kind: 'assistant',
  seq,
  at,
  answer: `a${seq}`,
  text: `answer ${seq}`,
  cards: [],
  links: [],
  cut: null,
});
const staff = (seq: number, at = T0): CustomerMessage => ({ kind: 'staff', seq, at, from: ana, text: `staff ${seq}` });
const ended = (seq: number, handoff: number): CustomerMessage => ({
  kind: 'event',
  seq,
  at: T0,
  event: { what: 'ended', handoff, how: 'session' },
});
const stateWith = (change: Partial<CustomerState>): CustomerState => ({
  rev: 1,
  turn: 1,
  phase: { is: 'assistant' },
  rating: null,
  contact: null,
  canAsk: true,
  seen: 0,
  ...change,
});

const list = (messages: CustomerMessage[], change: Partial<CustomerState> = {}, queue: Queue = []) =>
  entriesOf({
    thread: { messages, state: stateWith(change), streams: new Map() },
    queue,
    greeting: 'Hello.',
    since: T0,
    newAfter: 0,
    midnight,
  });
const kinds = (entries: Entry[]) =>
  entries.map((entry) => (entry.is === 'by' ? `by ${entry.name ?? 'assistant'}` : entry.is));

describe('the log', () => {
  it('begins with the day and the greeting, which nobody stored', () => {
    expect(kinds(list([]))).toEqual(['day', 'by assistant', 'greeting']);
  });

  it('names who speaks where that changes', () => {
    expect(kinds(list([own(1), answer(2), staff(3), staff(4), own(5), staff(6)]))).toEqual([
      'day',
      'by assistant',
      'greeting',
      'own',
      'answer',
      'by Ana',
      'staff',
      'staff',
      'own',
      'stamp',
      'staff',
    ]);
  });

  it('draws a line for each day', () => {
    expect(list([own(1), answer(2, T0 + DAY), own(3, T0 + 2 * DAY)]).filter(({ is }) => is === 'day')).toHaveLength(3);
  });

  it('stamps the newest own message only, as seen once a person has seen it', () => {
    const stamps = (seen: number) => list([own(1), own(2), answer(3)], { seen }).filter(({ is }) => is === 'stamp');
    expect(stamps(1)).toMatchObject([{ seen: false }]);
    expect(stamps(2)).toMatchObject([{ seen: true }]);
  });

  it('has no stamp while a newer message is on its way', () => {
    const queue = add([], { type: 'send', id: 'unsent-1', text: 'later' }, T0);
    const entries = list([own(1)], {}, queue);
    expect(entries.some(({ is }) => is === 'stamp')).toBe(false);
    expect(entries.at(-1)).toMatchObject({ is: 'own', status: 'sending', text: 'later' });
  });

  it('asks for a rating under the end of the handoff that it is about', () => {
    const rating = { handoff: 2, source: 'ended', thumb: null, comment: '' } as const;
    expect(kinds(list([ended(1, 1), ended(2, 2), own(3)], { rating })).slice(3)).toEqual([
      'event',
      'event',
      'rating',
      'own',
      'stamp',
    ]);
    expect(kinds(list([ended(1, 1)])).includes('rating')).toBe(false);
  });

  it('passes over what only a newer panel knows', () => {
    const unknown = { kind: 'poll', seq: 2, at: T0 } as unknown as CustomerMessage;
    expect(kinds(list([own(1), unknown, answer(3)]))).toEqual(kinds(list([own(1), answer(3)])));
  });
});

describe('what came by email', () => {
  it('carries its mark and the names of what was attached; what was written here has none', () => {
    const mailed: CustomerMessage = {
      ...own(2),
      kind: 'customer',
      id: 'm',
      text: 'x',
      mail: { attachments: ['a.jpg'] },
    };
    const marks = list([own(1), mailed]).flatMap((entry) => (entry.is === 'own' ? [entry.mail] : []));
    expect(marks).toEqual([null, ['a.jpg']]);
  });
});

describe('an address', () => {
  type Event = Extract<CustomerMessage, { kind: 'event' }>['event'];
  const event = (seq: number, what: Event): CustomerMessage => ({ kind: 'event', seq, at: T0, event: what });
  const away = (seq: number) => event(seq, { what: 'away', handoff: 1, words: null, opensAt: null });
  const emailed = (seq: number) => event(seq, { what: 'emailed', handoff: 1, expectation: null });
  const unanswered = (seq: number) => event(seq, { what: 'ended', handoff: 1, how: 'unanswered' });
  const asked = (seq: number) => event(seq, { what: 'asked', handoff: 2, source: 'customer' });
  const joined = (seq: number) => event(seq, { what: 'joined', handoff: 2, name: 'Ana', previous: null });
  const place = (messages: CustomerMessage[], phase: CustomerState['phase'] = { is: 'assistant' }) =>
    contactPlace({ messages, state: stateWith({ phase }), streams: new Map() });
  const waiting = (longer: boolean): CustomerState['phase'] => ({
    is: 'waiting',
    handoff: 1,
    since: T0,
    estimate: null,
    longer,
  });

  it.each<[string, ReturnType<typeof place>, ReturnType<typeof place>]>([
    ['nowhere in a talk with the assistant', place([own(1), answer(2)]), null],
    ['below the away message', place([own(1), away(2)]), 2],
    ['still there while the assistant talks on', place([own(1), away(2), own(3), answer(4)]), 2],
    ['below the end that nobody came to', place([asked(1), unanswered(2)]), 2],
    ['below a request that was passed on by email', place([own(1), emailed(2)]), 2],
    ['below the newest of them only', place([away(1), own(2), emailed(3)]), 3],
    ['nowhere once something came after', place([away(1), asked(2), ended(3, 2)]), null],
    ['nowhere while a person is there', place([away(1), joined(2)], { is: 'person', handoff: 2, person: ana }), null],
    ['nowhere while the wait is as usual', place([asked(1)], waiting(false)), null],
    ['in the dock while it takes longer', place([asked(1)], waiting(true)), 'dock'],
    ['in the dock, and not in the log as well', place([away(1), asked(2)], waiting(true)), 'dock'],
  ])('is asked for %s', (_, found, expected) => {
    expect(found).toBe(expected);
  });

  it('is asked for before anything is known of the conversation: nowhere', () => {
    expect(contactPlace({ messages: [away(1)], state: null, streams: new Map() })).toBeNull();
  });

  it('stands at one entry of the log, before the question how it was', () => {
    const rating = { handoff: 1, source: 'unanswered', thumb: null, comment: '' } as const;
    const entries = list([away(1), own(2), unanswered(3)], { rating });
    expect(entries.flatMap((entry) => (entry.is === 'event' ? [entry.contact] : []))).toEqual([false, true]);
    expect(kinds(entries).slice(-2)).toEqual(['event', 'rating']);
  });

  const known = { address: 'mira@gmail.com', confirmed: false };
  it.each<[string, ReturnType<typeof standingOf>, ReturnType<typeof standingOf>]>([
    ['asked for', standingOf(null, { onItsWay: null, changing: false }), { is: 'asking' }],
    ['known', standingOf(known, { onItsWay: null, changing: false }), { is: 'known', ...known }],
    ['asked for again', standingOf(known, { onItsWay: null, changing: true }), { is: 'asking' }],
    [
      'on its way, and not thanked for before it is there',
      standingOf(known, { onItsWay: 'ana@gmail.com', changing: false }),
      { is: 'sending', address: 'ana@gmail.com' },
    ],
  ])('is %s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('what the reader reads', () => {
  it.each<[number, string, string, string]>([
    [6900, 'EUR', 'en', '€69.00'],
    [6900, 'JPY', 'en', '¥6,900'],
    [6900, 'KWD', 'en', 'KWD 6.900'],
    [6900, 'nonsense', 'en', '69.00 nonsense'],
  ])('%d %s in %s is %s', (amount, currency, tag, expected) => {
    readAs(tag);
    expect(priceOf({ amount, currency }).replace(/\s/g, ' ')).toBe(expected);
  });

  it('names today and yesterday, and dates the rest', () => {
    const noon = new Date(2026, 5, 3, 12).getTime();
    readAs('en');
    expect(dayOf(noon - 60_000, noon)).toBe('Today');
    expect(dayOf(noon - DAY, noon)).toBe('Yesterday');
    expect(dayOf(noon - 2 * DAY, noon)).toMatch(/^Monday.*June/);
    readAs('de');
    expect(dayOf(noon, noon)).toBe('Heute');
  });
});

describe('what peeks out beside the launcher', () => {
  const files = [{ id: 'f', name: 'lid.jpg', size: 9 }];
  const said = (text: string) => spoken({ kind: 'staff', seq: 1, at: T0, from: ana, text, files });

  it('is a person’s words, and where there are none what they sent', () => {
    expect(said('Hello')).toBe('Hello');
    expect(said('')).toBe('lid.jpg');
  });
});
