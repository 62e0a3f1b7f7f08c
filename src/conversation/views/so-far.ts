import type { Handoff } from '../../domain/handoff';
import { journey, type Step } from '../../domain/journey';
import type { Opened } from '../../domain/opened';
import type { SoFar } from '../../protocol/staff';
import { openedOf } from '../opening';
import { type Entry, type Told, wordsOf } from '../storage/records';

/** "What happened so far", from what was recorded while it happened. */

/** What is known of what came before a handoff. */
export interface Known {
  entries: readonly Entry[];
  told: Readonly<Record<number, Told>>;
  opened: readonly Opened[];
}

const BEGINS = ['asked', 'away', 'emailed'];

/** The journey that led to a handoff; null where staff began it. */
export function soFarOf(handoff: Handoff, { entries, told, opened }: Known): SoFar | null {
  if (handoff.source === 'staff') return null;
  const handoffEvent = ({ body }: Entry) =>
    body.kind === 'event' && 'handoff' in body.event ? { what: body.event.what, n: body.event.handoff } : null;
  const begun = entries.find((entry) => {
    const event = handoffEvent(entry);
    return event?.n === handoff.n && BEGINS.includes(event.what);
  });
  if (!begun) return null;
  const ended = entries.findLast((entry) => {
    const event = handoffEvent(entry);
    return event?.what === 'ended' && event.n < handoff.n;
  });
  const steps = entries
    .filter((entry) => entry.seq > (ended?.seq ?? 0) && entry.seq < begun.seq && entry.body.kind !== 'note')
    .map((entry) => stepOf(entry, opened));
  const words = told[handoff.n];
  return {
    at: begun.at,
    ...journey(steps, handoff.source === 'customer' ? handoff.trigger : ''),
    ...(words && { inWords: { text: words.text, at: words.at } }),
  };
}

function stepOf(entry: Entry, opened: readonly Opened[]): Step {
  const { seq, body } = entry;
  if (body.kind === 'note' || body.kind === 'event') return { seq, from: 'event', text: '', facts: null };
  const facts = body.kind === 'assistant' ? body.facts : null;
  return { seq, from: body.kind, text: wordsOf(body), facts, opened: openedOf(entry, opened) };
}
