/** The widget's own words, by language: what is shown before an end is what the customer then reads. */
const ended = import.meta.glob<string>('../../../widget/locales/*.json', { import: 'ended' });
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
const handback = import.meta.glob<Forms>('../../../widget/locales/*.json', { import: 'handback' });

const file = (lang: string) => `../../../widget/locales/${lang}.json`;

export interface Closing {
  lang: string;
  text: string;
}

/** Who is reached again, and for how long; null where the assistant is back at once. */
export type Handback = { days: number; name: string } | null;

/** "Support session ended. …" as this customer will read it. */
export async function closingWords(lang: string, again: Handback): Promise<Closing | null> {
  const base = lang.split('-')[0]?.toLowerCase() ?? 'en';
  const known = ended[file(base)] ? base : 'en';
  const text = again ? inDays(await handback[file(known)]?.(), known, again) : await ended[file(known)]?.();
  return text ? { lang: known, text } : null;
}

function inDays(forms: Forms | undefined, lang: string, { days, name }: NonNullable<Handback>): string | undefined {
  const form = forms?.[new Intl.PluralRules(lang).select(days)] ?? forms?.other;
  return form?.replaceAll('{n}', new Intl.NumberFormat(lang).format(days)).replaceAll('{name}', () => name);
}
