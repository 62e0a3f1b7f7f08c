import { SURE } from '../../assistant/assistant';
import { consentOf } from '../../domain/consent';
import type { Entry } from '../storage/records';

/** How sure the assistant was of its answers lately, and what follows. `entries`: what was said since the last event. */

/** Whether this answer is the last of as many in a row as the store bears. */
export function unsureTooOften(
  confidence: number,
  entries: readonly Entry[],
  { lang, bears }: { lang: string; bears: number },
): { reason: 'low_confidence'; trigger: string } | null {
  if (confidence >= SURE) return null;
  const unsure = unsureInARow(entries, lang) + 1;
  if (unsure < bears) return null;
  return {
    reason: 'low_confidence',
    trigger: `Could not answer ${unsure === 2 ? 'twice' : `${unsure} times`} in a row`,
  };
}

/** Of how many answers in a row, up to now, it was not sure. */
export function unsureInARow(entries: readonly Entry[], lang: string): number {
  const answers = sureness(entries, lang);
  return answers.length - 1 - answers.lastIndexOf(true);
}

/**
 * Which of the answers since the last offer the assistant was sure of. What it said to a "no" is none: that is
 * respected until as many more fail.
 */
function sureness(entries: readonly Entry[], lang: string): boolean[] {
  const offered = entries.findLastIndex(({ body }) => body.kind === 'assistant' && body.offer);
  const since = entries.slice(offered + 1);
  const reply = offered < 0 ? undefined : since.find(({ body }) => body.kind === 'customer');
  const declined = reply?.body.kind === 'customer' && consentOf(reply.body.text, lang) === 'no' ? reply.seq : null;
  return since.flatMap(({ body }) =>
    body.kind === 'assistant' && body.facts && body.re !== declined ? [body.facts.sure] : [],
  );
}
