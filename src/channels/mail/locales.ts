import { directionOf, type MailLanguage } from './languages';
import { ar } from './locales/ar';
import { bg } from './locales/bg';
import { de } from './locales/de';
import { el } from './locales/el';
import { en } from './locales/en';
import { es } from './locales/es';
import { fr } from './locales/fr';
import { it } from './locales/it';
import { nl } from './locales/nl';
import { pl } from './locales/pl';
import { pt } from './locales/pt';
import { ro } from './locales/ro';
import { tr } from './locales/tr';
import { uk } from './locales/uk';

type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Everything that mails say to customers, and the pages that their links lead to. A language that misses one does not compile. */
export interface MailWords {
  /** Also the heading. `{name}` is a person's, `{store}` a shop's. */
  subject: string;
  /** Where there is no one name to say. */
  subjectStore: string;
  /** Whom the mail says it is from. */
  sender: string;
  messages: Plural;
  /** Of a burst that is too long for a mail. */
  earlier: Plural;
  /** What a mail program quotes stands below it. */
  above: string;
  answer: string;
  asked: string;
  confirmWhy: string;
  confirm: string;
  why: string;
  notYou: string;
  stop: string;
  /** The subject of a copy of the chat, and why it came; why it asks first whether the address is theirs. */
  copy: string;
  copyWhy: string;
  copyAsked: string;
  you: string;
  assistant: string;
  /** Back into the chat, and where that leads: the page, and what it says of a link that opens nothing any more. */
  open: string;
  openTitle: string;
  openText: string;
  openGone: string;
  confirmTitle: string;
  confirmText: string;
  confirmedTitle: string;
  confirmedText: string;
  stopTitle: string;
  stopText: string;
  stoppedTitle: string;
  stoppedText: string;
}

type PluralKey = 'messages' | 'earlier';

const ALL: Record<MailLanguage, MailWords> = { ar, bg, de, el, en, es, fr, it, nl, pl, pt, ro, tr, uk };

/** What is said in a language: single words, and those that depend on a number. */
export function mailWords(language: MailLanguage) {
  const words = ALL[language];
  // Right to left, what comes from elsewhere is isolated (UAX 9, FSI … PDI).
  const placed = directionOf(language) === 'rtl' ? (value: string) => `\u2068${value}\u2069` : (value: string) => value;
  const fill = (pattern: string, values: Record<string, string>) =>
    pattern.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? placed(values[name] ?? '') : whole));
  return {
    say: (key: Exclude<keyof MailWords, PluralKey>, values: Record<string, string> = {}) => fill(words[key], values),
    count: (key: PluralKey, n: number) => {
      const forms = words[key];
      const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other;
      return form.replace('{n}', new Intl.NumberFormat(language).format(n));
    },
  };
}
