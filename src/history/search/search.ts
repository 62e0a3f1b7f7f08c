import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { readSettings } from '../../settings/store';
import type { Asked, Cursor } from './asked';
import { type Excerpt, excerptOf, marksIn, matchOf, type Term, termsOf } from './words';

/** A store's conversations by what was said in them and what became of them, the last words first. */

const PAGE = 25;
/** So many conversations one request looks at: D1 bills the rows that are read, and somebody who looks further says so. */
const LOOKED = 2_000;
/** Matching messages that are shown of one conversation. */
const SHOWN = 3;

/** Of one of its handoffs: the last one that fits. */
const HANDOFF = `json_object('n', h.n, 'outcome', h.outcome, 'reason', h.reason, 'urgency', h.urgency, 'rating', h.rating,
  'note', h.note, 'staff', json((SELECT a.value -> 'staff' FROM json_each(h.assignees) a ORDER BY a.key DESC LIMIT 1)))`;
/** Where words are looked for, all that was said; otherwise what the customer began with. */
const SAID = `(SELECT json_group_array(json_object('seq', m.value ->> 'seq', 'at', m.value ->> 'at', 'kind', m.value ->> 'kind',
    'name', m.value -> 'from' ->> 'name', 'text', m.value ->> 'text'))
  FROM json_each(c.transcript) m WHERE m.value ->> 'kind' <> 'event')`;
const BEGAN = `(SELECT json_array(json_object('seq', m.value ->> 'seq', 'at', m.value ->> 'at', 'kind', 'customer',
    'text', substr(m.value ->> 'text', 1, 400)))
  FROM json_each(c.transcript) m WHERE m.value ->> 'kind' = 'customer' LIMIT 1)`;

/**
 * `?1` the store, `?2` what the index is asked, `?3` and `?4` the days, `?5` and `?6` the cursor, `?7` to `?12` the filters.
 * The newest of what the index finds, or of all, are looked at; what fits of them is told.
 */
const statement = (words: boolean, looked: number): string => `
  WITH ${words ? `found AS MATERIALIZED (SELECT rowid AS row FROM conversation_search WHERE conversation_search MATCH ?2 ORDER BY rowid DESC LIMIT ${LOOKED}),` : ''}
  looked AS MATERIALIZED (
    SELECT c.row, c.last_at FROM ${words ? 'found CROSS JOIN conversation c ON c.row = found.row' : 'conversation c'}
    WHERE c.store_id = ?1 AND ?2 = ?2 AND c.last_at >= ?3 AND c.started_at < ?4
      AND c.last_at <= ?5 AND (c.last_at < ?5 OR c.row < ?6)
    ORDER BY c.last_at DESC, c.row DESC LIMIT ${looked}
  ),
  fits AS MATERIALIZED (
    SELECT l.row, l.last_at, (
      SELECT h.rowid FROM handoff h WHERE h.store_id = ?1 AND h.conversation_id = c.id
        AND (?7 IS NULL OR h.outcome = ?7) AND (?8 IS NULL OR h.reason = ?8) AND (?9 IS NULL OR h.rating = ?9)
        AND (?10 IS NULL OR EXISTS (SELECT 1 FROM json_each(h.assignees) a WHERE a.value -> 'staff' ->> 'id' = ?10))
      ORDER BY h.n DESC LIMIT 1) AS handoff
    FROM looked l CROSS JOIN conversation c ON c.row = l.row
    WHERE (?11 IS NULL OR c.lang = ?11 OR c.lang LIKE ?11 || '-%')
      AND (?12 IS NULL OR EXISTS (SELECT 1 FROM json_each(c.tags) t WHERE t.value = ?12))
      AND (handoff IS NOT NULL OR coalesce(?7, ?8, ?9, ?10) IS NULL)
    ORDER BY l.last_at DESC, l.row DESC LIMIT ${PAGE + 1}
  )
  SELECT e.edge, e.looked, e.found, c.row, c.id, c.customer, c.lang, c.email, c.started_at AS startedAt,
    c.last_at AS lastAt, c.messages, c.tags, c.test, iif(h.n IS NULL, NULL, ${HANDOFF}) AS handoff, ${words ? SAID : BEGAN} AS said
  FROM (SELECT (SELECT json_object('at', last_at, 'row', row) FROM looked ORDER BY last_at, row LIMIT 1) AS edge,
      (SELECT count(*) FROM looked) AS looked, ${words ? '(SELECT count(*) FROM found)' : '0'} AS found) e
    LEFT JOIN fits f LEFT JOIN conversation c ON c.row = f.row LEFT JOIN handoff h ON h.rowid = f.handoff
  ORDER BY f.last_at DESC, f.row DESC`;

const Told = v.object({
  n: v.number(),
  outcome: v.nullable(v.string()),
  reason: v.nullable(v.string()),
  urgency: v.picklist(['normal', 'urgent']),
  rating: v.nullable(v.picklist(['up', 'down'])),
  note: v.string(),
  staff: v.nullable(v.object({ id: v.string(), name: v.string() })),
});
const Said = v.object({
  seq: v.number(),
  at: v.number(),
  kind: v.picklist(['customer', 'assistant', 'staff', 'note']),
  name: v.optional(v.nullable(v.string()), null),
  text: v.string(),
});
type Said = v.InferOutput<typeof Said>;
const read = (json: string | null): unknown => JSON.parse(json ?? 'null');

interface Row {
  edge: string | null;
  looked: number;
  found: number;
  row: number | null;
  id: string;
  customer: string;
  lang: string;
  email: string | null;
  startedAt: number;
  lastAt: number;
  messages: number;
  tags: string | null;
  test: string | null;
  handoff: string | null;
  said: string | null;
}

/** One message in which words were found, or the first one where none were looked for. */
export interface Hit extends Excerpt {
  seq: number;
  at: number;
  from: Said['kind'];
  name: string | null;
}

/** Those that hold most of the words first, then as they were said. */
function hitsIn(said: readonly Said[], terms: readonly Term[]): { hits: Hit[]; more: number } {
  const matching = said
    .map((one) => ({ ...one, text: one.text.normalize('NFC') }))
    .map((one) => ({ one, ...marksIn(one.text, terms) }))
    .filter(({ found }) => found > 0);
  const best = [...matching].sort((a, b) => b.found - a.found || a.one.seq - b.one.seq).slice(0, SHOWN);
  const hits = best
    .sort((a, b) => a.one.seq - b.one.seq)
    .map(({ one: { seq, at, kind, name, text }, marks }) => ({ seq, at, from: kind, name, ...excerptOf(text, marks) }));
  return { hits, more: matching.length - hits.length };
}

function resultOf(row: Row, terms: readonly Term[]) {
  const { id, customer, lang, email, startedAt, lastAt, messages } = row;
  const told = v.safeParse(v.nullable(Told), read(row.handoff));
  const tags = v.safeParse(v.array(v.string()), read(row.tags) ?? []);
  const said = v.safeParse(v.array(Said), read(row.said) ?? []);
  const all = said.success ? said.output : [];
  const { note = '', ...handoff } = (told.success && told.output) || {};
  const noted = marksIn(note.normalize('NFC'), terms);
  const { hits, more } =
    terms.length > 0
      ? hitsIn(all, terms)
      : {
          hits: all.map(({ seq, at, kind, name, text }) => ({ seq, at, from: kind, name, ...excerptOf(text, []) })),
          more: 0,
        };
  return {
    ...{ conversation: id, customer, lang, email, startedAt, lastAt, messages },
    tags: tags.success ? tags.output : [],
    /** Somebody of the staff plays the customer. */
    test: row.test !== null,
    handoff: 'n' in handoff ? handoff : null,
    hits,
    /** Further messages in which words were found. */
    more,
    /** The ending note, where words were found in it. */
    note: noted.found > 0 ? excerptOf(note.normalize('NFC'), noted.marks) : null,
  };
}

const dayAt = (day: string, zone: string, days: number): number =>
  Temporal.PlainDate.from(day).add({ days }).toZonedDateTime(zone).epochMilliseconds;

/**
 * One page of what fits, the last words first.
 * @returns `next`: where the next page begins, null at the end; `full`: whether this page is, or only as much was looked at
 * as one request may; `capped`: whether more conversations hold these words than are ever looked at
 * @throws when D1 fails
 */
export async function searchHistory(d1: D1Database, store: string, asked: Asked) {
  const terms = termsOf(asked.words);
  // What holds no word at all, such as "?!", finds nothing rather than everything.
  if (terms.length === 0 && asked.words.trim() !== '') return { results: [], next: null, full: true, capped: false };
  const { from, to, after, outcome, reason, rating, staff, lang, tag } = asked;
  const { timeZone } = from || to ? (await readSettings(d1, store)).settings : { timeZone: 'UTC' };
  const words = terms.length > 0;
  const filtered = [outcome, reason, rating, staff, lang, tag].some((one) => one !== null);
  const looked = filtered ? LOOKED : PAGE + 1;
  const { results: rows } = await d1
    .prepare(statement(words, looked))
    .bind(
      store,
      words ? matchOf(store, terms) : '',
      from ? dayAt(from, timeZone, 0) : 0,
      to ? dayAt(to, timeZone, 1) : Number.MAX_SAFE_INTEGER,
      after?.at ?? Number.MAX_SAFE_INTEGER,
      after?.row ?? Number.MAX_SAFE_INTEGER,
      ...[outcome, reason, rating, staff, lang?.toLowerCase().split('-')[0] ?? null, tag],
    )
    .all<Row>();
  const [first] = rows;
  const fitting = rows.filter((row) => row.row !== null);
  const page = fitting.slice(0, PAGE);
  const last = page.at(-1);
  const full = fitting.length > PAGE;
  const goesOn = filtered && !words && first?.looked === LOOKED;
  const edge = goesOn ? (read(first.edge) as Cursor) : null;
  return {
    results: page.map((row) => resultOf(row, terms)),
    next: full && last?.row ? { at: last.lastAt, row: last.row } : edge,
    full,
    capped: first?.found === LOOKED,
  };
}
