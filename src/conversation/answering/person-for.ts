import { type Assistant, type Handover, SURE } from '../../assistant/assistant';
import { type Lifecycle, latest } from '../../domain/handoff';
import type { Policy } from '../../domain/policy';
import type { Reason } from '../../domain/reasons';
import type { Customer, Entry, Offer } from '../storage/records';
import type { DonePart } from './answer-message';
import { unsureInARow, unsureTooOften } from './certainty';
import { sinceLastEvent } from './owed';

/** Whether, and how, an answer ends with asking for a person: because the assistant says so, or is not sure too often. */

/** What this needs of the conversation. */
export interface Asks {
  readonly state: Lifecycle;
  readonly customer: Customer;
  policy(now: number): Policy;
  /** What the store's rules make of a reason to ask for a person; see Asking. */
  ruled(reason: Reason | null, text: string, unsure?: number): Reason | null;
}

/** Characters of the question that stand in the handoff. */
export const TRIGGER = 240;

/** Why an assistant asks for a person because of itself; all else is the customer's need, or the merchant's wish. */
const OWN_REASONS: readonly string[] = ['low_confidence', 'unsupported_topic'];
export const isOwn = (reason: Reason): boolean => OWN_REASONS.includes(reason);

/**
 * Handed back, an assistant asks for nobody on its own for a while; and where a rule of the store's keeps it from it, never.
 * @param re the place of the question that was answered
 */
export function personFor(
  re: number,
  done: DonePart,
  talk: Asks,
  entries: readonly Entry[],
  now: number,
): Handover | null {
  const asked = done.handoff && { ...done.handoff, trigger: done.handoff.trigger.slice(0, TRIGGER) };
  const question = entries.find(({ seq }) => seq === re)?.body;
  const text = question?.kind === 'customer' ? question.text : '';
  const since = sinceLastEvent(entries);
  const { lang } = talk.customer;
  if ((!asked || isOwn(asked.reason)) && isQuiet(talk, since, now)) return null;
  const bears = talk.policy(now).unsureAnswers;
  const wanted = asked ?? unsureTooOften(done.confidence, since, { lang, bears });
  if (!wanted && done.confidence >= SURE) return null;
  const unsure = unsureInARow(since, lang) + (done.confidence < SURE ? 1 : 0);
  const reason = talk.ruled(wanted?.reason ?? null, text, unsure);
  return reason && { trigger: text.slice(0, TRIGGER), ...wanted, reason };
}

/** Whether a person was here so few messages ago that the assistant asks for none on its own. */
export function isQuiet(talk: Asks, since: readonly Entry[], now: number): boolean {
  if (latest(talk.state)?.status !== 'ended') return false;
  const asked = since.filter(({ body }) => body.kind === 'customer').length;
  return asked <= talk.policy(now).quietAfterHandback;
}

/** The words with which a person is offered. What cannot be kept is not: outside hours it is to leave the question. */
export function offerOf(
  reason: Reason,
  assistant: Assistant,
  lang: string,
  isOpen: boolean,
): { offer: Offer; words: string } {
  return isOpen
    ? { offer: { of: 'person', reason }, words: assistant.offerWords(lang) }
    : { offer: { of: 'question', reason }, words: assistant.offerQuestionWords(lang) };
}
