import type { Reason } from './reasons';
import { type Asking, asksNow, matches, type RoutingRule } from './rules';

/** A rule, tried on what was said before it was there. */

/** What a past conversation holds, in its order. Places (`seq`) and epoch ms. */
export type Past =
  | { is: 'customer'; seq: number; at: number; text: string }
  | { is: 'answer'; seq: number; at: number; sure: boolean }
  | { is: 'reply'; seq: number; at: number }
  /** A request for a person. `waits`: somebody was waited for, so the assistant fell silent. */
  | { is: 'asked'; seq: number; at: number; reason: Reason | null; waits: boolean; from: Situation | null }
  | { is: 'ended'; seq: number; at: number };

/** What a request for a person kept of where it was asked. */
export type Situation = Pick<Asking, 'page' | 'cart' | 'properties'>;

export interface Firing {
  /** The customer's message that it was about. */
  seq: number;
  at: number;
  text: string;
  /** Whether all of the rule was tried, or only what does not depend on pages, carts and properties. */
  whole: boolean;
}

/**
 * What is kept of past conversations only where a person was asked for, by the name of its condition: without it, the rest
 * of the rule is tried.
 */
export const hardlyKept = ({ pages, cart, properties = [] }: RoutingRule): ('pages' | 'cart' | 'properties')[] => [
  ...(pages.length > 0 ? (['pages'] as const) : []),
  ...(cart ? (['cart'] as const) : []),
  ...(properties.length > 0 ? (['properties'] as const) : []),
];

const withoutThose = (rule: RoutingRule): RoutingRule => ({ ...rule, on: true, pages: [], cart: null, properties: [] });

/**
 * Where the rule would have fired: messages and unsure answers at which one that asks would have asked; requests that one
 * which keeps from asking would have kept; and for any other the requests that it would have sent somewhere.
 * @param reasonOf why a message asks for a person by its words; null: it does not
 */
export function firings(
  rule: RoutingRule,
  past: readonly Past[],
  lang: string,
  reasonOf: (text: string) => Reason | null,
): Firing[] {
  const rest = withoutThose(rule);
  const depends = hardlyKept(rule).length > 0;
  const situations = situationsOf(past);
  // What words say takes long to read, and matters only where a rule asks for the reason.
  const spoken = (text: string) => (rule.never || rule.reasons.length > 0 ? reasonOf(text) : null);
  const found: Firing[] = [];
  const known = { text: '', lang, ...UNKNOWN, sinceAnswer: null, unsure: 0 } as const;
  let now = 0;
  let facts: Asking = { ...known, askedBefore: false, reason: 'rule' };
  let said: Omit<Firing, 'whole'> | null = null;
  let answered: number | null = null;
  let isWithPerson = false;

  const fire = (reason: Reason) => {
    const situation = situations[now] ?? null;
    facts = { ...facts, ...(situation ?? UNKNOWN), reason };
    const tried = situation ? { ...rule, on: true } : rest;
    if (!said || !matches(tried, facts) || found.at(-1)?.seq === said.seq) return;
    if (rule.asks && !asksNow(tried, facts)) return;
    found.push({ ...said, whole: situation !== null || !depends });
    // Asked for, a person would have come; failed answers are counted anew.
    if (rule.asks) facts = { ...facts, askedBefore: true, unsure: 0 };
  };
  for (const [n, one] of past.entries()) {
    now = n;
    if (one.is === 'customer') {
      const { seq, at, text } = one;
      said = { seq, at, text };
      facts = { ...facts, text, sinceAnswer: answered === null ? null : at - answered };
      if (isWithPerson) continue;
      const reason = rule.asks || rule.never ? spoken(text) : null;
      if (rule.asks || (rule.never && reason)) fire(reason ?? 'rule');
    } else if (one.is === 'answer') {
      answered = one.at;
      facts = { ...facts, unsure: one.sure ? 0 : facts.unsure + 1 };
      if (rule.asks && !one.sure && !isWithPerson) fire('rule');
    } else if (one.is === 'reply') {
      answered = one.at;
    } else if (one.is === 'asked') {
      if (!rule.asks && (!rule.never || one.reason === 'low_confidence')) fire(one.reason ?? 'customer_request');
      isWithPerson ||= one.waits;
      facts = { ...facts, unsure: 0 };
    } else {
      isWithPerson = false;
      facts = { ...facts, unsure: 0 };
    }
  }
  return found;
}

const UNKNOWN: Situation = { page: null, cart: null, properties: [] };

/** For each thing that happened what the request for a person after it kept, up to the end of the one before. */
function situationsOf(past: readonly Past[]): (Situation | null)[] {
  let next: Situation | null = null;
  const known = past.toReversed().map((one) => {
    if (one.is === 'ended') next = null;
    else if (one.is === 'asked') next = one.from;
    return next;
  });
  return known.reverse();
}
