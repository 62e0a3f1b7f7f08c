import { signal } from '@preact/signals';
import type en from '../../../../widget/locales/en.json';

/** What the widget says, by language: for showing it as a customer sees it. */

export type WidgetWords = typeof en;

const files = import.meta.glob<WidgetWords>('../../../../widget/locales/*.json', { import: 'default' });
const known = signal<Readonly<Record<string, WidgetWords>>>({});

/** Null until they have come; whoever reads it while drawing is drawn again then. */
export function widgetWords(lang: string): WidgetWords | null {
  const words = known.value[lang];
  if (words) return words;
  void files[`../../../../widget/locales/${lang}.json`]?.().then((loaded) => {
    known.value = { ...known.peek(), [lang]: loaded };
  });
  return null;
}
