/** Minutes of waiting as people type them, within what the settings allow. */

export type Rule = 'alertAgainAfter' | 'longerAfter' | 'giveUpAfter';

/** The schema's own limits. */
const LIMITS: Record<Rule, readonly [least: number, most: number]> = {
  alertAgainAfter: [1, 60],
  longerAfter: [1, 60],
  giveUpAfter: [2, 240],
};

export type Minutes = { ok: true; minutes: number } | { ok: false; words: string };

export function readMinutes(typed: string, rule: Rule): Minutes {
  const [least, most] = LIMITS[rule];
  const found = /^(\d{1,4})\s*(?:m|min|minutes?)?$/i.exec(typed.trim());
  const minutes = Number(found?.[1] ?? Number.NaN);
  if (minutes >= least && minutes <= most) return { ok: true, minutes };
  return { ok: false, words: `Between ${least} and ${most} minutes.` };
}
