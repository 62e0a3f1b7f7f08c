/** The languages that mails to customers are written in. A list of its own, so that asking for it loads no words. */
export const LANGUAGES = ['en', 'bg', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'ro', 'el', 'tr', 'uk', 'ar'] as const;
export type MailLanguage = (typeof LANGUAGES)[number];

/** The language of ours for a BCP 47 tag: by its first part, else English. */
export function mailLanguage(tag: string): MailLanguage {
  const first = tag.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === first) ?? 'en';
}

export const directionOf = (language: MailLanguage): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
