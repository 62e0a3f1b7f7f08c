import { en, team } from '../words/en/team';

const KNOWN = Object.keys(en.why) as (keyof typeof en.why)[];

/**
 * Why an alert could not be sent, in the reader's language. The desk says it in English, in the same words
 * (src/desk/alerts/email.ts); what is not known stays as it was said.
 */
export function parkedWhy(said: string): string {
  const [, words = '', status] = /^(.*?)(?: \((\d+)\))?\.$/.exec(said) ?? [];
  const known = KNOWN.find((one) => en.why[one] === words);
  if (!known) return said;
  const why = team.why[known];
  return status ? team.whyStatus({ why, status }) : team.whyPlain({ why });
}
