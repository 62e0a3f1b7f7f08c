export const LANGUAGES = ['en', 'bg', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'ro', 'el', 'tr', 'uk', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

const TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const isLanguage = (tag: string): tag is Language => (LANGUAGES as readonly string[]).includes(tag);

/**
 * The first wish that we speak, with its region (for dates and prices); English where none is.
 * @param wishes BCP 47, best first: the merchant's attribute, the page's `lang`, the browser's
 */
export function chooseLanguage(wishes: readonly string[]): { language: Language; tag: string } {
  for (const wish of wishes) {
    const tag = wish.replaceAll('_', '-');
    const language = tag.split('-')[0]!.toLowerCase();
    if (!TAG.test(tag) || tag.length > 35 || !isLanguage(language)) continue;
    // "en" alone says nothing of the reader's region; a later "en-GB" does.
    const regional = tag.includes('-') ? tag : wishes.find((other) => other.toLowerCase().startsWith(`${language}-`));
    return { language, tag: regional && TAG.test(regional) ? regional : language };
  }
  return { language: 'en', tag: wishes.find((wish) => /^en-[A-Za-z0-9-]+$/.test(wish) && TAG.test(wish)) ?? 'en' };
}

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
