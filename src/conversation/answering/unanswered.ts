import type { Unanswered } from '../../assistant/missing/keeping';
import type { Reason } from '../../domain/reasons';
import type { Entry } from '../storage/records';

/** As long as a question is kept. */
const LONGEST = 500;
/** What the assistant found by itself. A customer who asks for a person counts where the answer before it was unsure. */
const BY_ITSELF: readonly (Reason | null)[] = ['low_confidence', 'unsupported_topic'];

/** The questions of a conversation that found nothing, or over which a person was asked for, in order. */
export function unansweredIn(entries: readonly Entry[]): Unanswered[] {
  const questions = new Map(entries.flatMap((entry) => (entry.body.kind === 'customer' ? [[entry.seq, entry]] : [])));
  const found = new Map<number, Unanswered>();
  const note = (seq: number | undefined, why: Unanswered['why']) => {
    const asked = seq === undefined ? undefined : questions.get(seq);
    if (asked?.body.kind !== 'customer' || !/\p{L}{2}/u.test(asked.body.text)) return;
    found.set(asked.seq, { seq: asked.seq, text: asked.body.text.slice(0, LONGEST), at: asked.at, why });
  };
  /** The question whose answer came last, where that was unsure; the question that came last. */
  let unsure: number | undefined;
  let last: number | undefined;
  for (const { seq, body } of entries) {
    if (body.kind === 'customer') last = seq;
    if (body.kind === 'staff') unsure = undefined;
    if (body.kind === 'assistant' && body.facts) {
      unsure = body.facts.sure ? undefined : body.re;
      note(unsure, 'unsure');
    }
    if (body.kind !== 'event' || body.event.what !== 'asked') continue;
    const { reason } = body.event;
    if (reason === 'assistant_error') note(last, 'handoff');
    else if (BY_ITSELF.includes(reason)) note(unsure ?? last, 'handoff');
    else if (reason === 'customer_request') note(unsure, 'handoff');
  }
  return [...found.values()].sort((a, b) => a.seq - b.seq);
}
