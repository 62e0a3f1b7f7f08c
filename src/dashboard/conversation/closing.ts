/** The widget's own words, by language: what is shown before an end is what the customer then reads. */
const words = import.meta.glob<string>('../../../widget/locales/*.json', { import: 'ended' });

const load = (lang: string) => words[`../../../widget/locales/${lang}.json`];

export interface Closing {
  lang: string;
  text: string;
}

/** "Support session ended. …" as this customer will read it. */
export async function closingWords(lang: string): Promise<Closing | null> {
  const base = lang.split('-')[0]?.toLowerCase() ?? 'en';
  const known = load(base) ? base : 'en';
  const text = await load(known)?.();
  return text ? { lang: known, text } : null;
}
