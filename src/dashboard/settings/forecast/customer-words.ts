import { readAs } from '../../../../widget/panel/reading';
import { openingOf } from '../../../../widget/panel/said/opening';
import type { Foreseen } from '../../session/api';

/** What a customer's panel says, in its own words: read from the files that the panel reads. */

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
type Locale = Record<string, string | Forms>;
type Step = Foreseen['steps'][number];

const locales = import.meta.glob<Locale>('../../../../widget/locales/*.json', { import: 'default' });
/** Of English the panel loads a part later. */
const later = import.meta.glob<Locale>('../../../../widget/locales/later/en.json', { import: 'default' });
const LATER = '../../../../widget/locales/later/en.json';

/** The words of a language, whole; null where it cannot be had. */
export function localeOf(lang: string): Promise<Locale | null> {
  const own = locales[`../../../../widget/locales/${lang}.json`]?.();
  const more = lang === 'en' ? later[LATER]?.() : undefined;
  return Promise.all([own, more]).then(
    ([words, others]) => (words ? { ...others, ...words } : null),
    () => null,
  );
}

/** Each a line of its own, as the panel draws them. @param before the step before, whose lines still stand there */
export function linesOf(step: Step, before: Step | null, words: Locale, lang: string): string[] {
  const say = (key: string, values: Record<string, string> = {}) => fill(words[key], values);
  readAs(lang);
  const lines = step.reads.events.flatMap((event) => {
    switch (event.what) {
      case 'asked':
        return say(event.source === 'customer' ? 'asked' : 'askedForYou');
      case 'emailed':
        return [say('emailed'), event.expectation].filter(Boolean).join(' ');
      case 'ended':
        return say(event.how === 'session' ? 'ended' : event.how);
      case 'away':
        return [
          event.words ?? say('away'),
          ...(event.opensAt === null ? [] : say(...openingOf(event.opensAt, step.at))),
          say('keepChatting'),
        ];
      default:
        return [];
    }
  });
  const { phase } = step.reads;
  if (phase.is === 'waiting' && JSON.stringify(phase) !== JSON.stringify(before?.reads.phase)) {
    if (!before) lines.push(say('waiting'));
    const { estimate, longer } = phase;
    if (estimate !== null && !longer) lines.push(counted(words.about, estimate, lang));
    lines.push(longer ? `${say('longer')} ${say('leaveOffer')}` : (phase.words ?? say('keepWriting')));
  }
  if (step.reads.isRated) lines.push(say('rate'));
  return lines;
}

const fill = (text: string | Forms | undefined, values: Record<string, string>): string =>
  typeof text === 'string' ? text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '') : '';

function counted(forms: string | Forms | undefined, n: number, lang: string): string {
  const form = typeof forms === 'object' ? (forms[new Intl.PluralRules(lang).select(n)] ?? forms.other) : forms;
  return fill(form, { n: new Intl.NumberFormat(lang).format(n) });
}
