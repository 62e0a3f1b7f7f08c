import type { HookEvent } from '../protocol/hooks';

/** Characters of one call. Everything that people wrote has limits of its own; a few very long messages come to more. */
export const MOST_BODY = 32_000;
const CUT_TO = 600;

const cut = (text: string): string => (text.length > CUT_TO ? `${text.slice(0, CUT_TO - 1)}…` : text);

/** What is sent: the whole event, and where it would be too long, with its long texts cut. */
export function bodyOf(event: HookEvent): string {
  const whole = JSON.stringify(event);
  const { handoff } = event.data;
  if (whole.length <= MOST_BODY || !handoff) return whole;
  const facts = handoff.facts.map((fact) => ({
    ...fact,
    lines: fact.lines.map((line) => ({ ...line, text: cut(line.text) })),
  }));
  const short = { ...handoff, facts, trigger: cut(handoff.trigger) };
  return JSON.stringify({ ...event, data: { ...event.data, handoff: short } });
}
