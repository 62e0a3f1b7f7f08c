import type { ErrorCode } from '../errors';
import { en } from './en';

/**
 * What the server itself says to the staff, outside the dashboard: pages before it, mails, notices. English is the source: a
 * text that another language lacks does not compile. The dashboard has its own words (src/dashboard/words) and takes
 * refusals and reasons from here.
 */

/** As somebody chooses it for their dashboard. */
export const STAFF_LANGUAGES = ['en', 'bg'] as const;
export type StaffLanguage = (typeof STAFF_LANGUAGES)[number];

export type StaffWords = Omit<typeof en, 'errors' | 'news'> & {
  errors: Record<ErrorCode, string>;
  news: Record<keyof typeof en.news, string>;
};

/** A text with its places filled: "{customer} is waiting". */
export const filled = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** Forms of a counted text (CLDR). */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** "1 customer is waiting", "2 customers are waiting" */
export const counted = (language: StaffLanguage, forms: Forms, n: number): string =>
  filled(forms[new Intl.PluralRules(language).select(n)] ?? forms.other, { n });

/** Another language than English is loaded when it is spoken. */
export async function staffWords(language: StaffLanguage): Promise<StaffWords> {
  return language === 'bg' ? (await import('./bg')).bg : en;
}
