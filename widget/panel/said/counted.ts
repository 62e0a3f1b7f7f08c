import { fill, language, type Plural, type PluralKey, type TextKey, type Words, words } from '../words';

/** A counted string. */
export const count = (key: PluralKey, n: number, values: Record<string, string> = {}): string => {
  const forms: Partial<Plural> = words[key] ?? {};
  const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other ?? '';
  return fill(form, { ...values, n: new Intl.NumberFormat(language).format(n) }).join('');
};

/** The same in parts, for a place that is set in other type. */
export const sayInParts = (key: TextKey<Words>, values: Record<string, string>): string[] =>
  fill(words[key] ?? '', values);
