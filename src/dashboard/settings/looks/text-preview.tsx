import { useComputed } from '@preact/signals';
import { Temporal } from 'temporal-polyfill';
import { type Calendar, closingTime, isOpen, nextOpening } from '../../../domain/calendar';
import { waitingWords } from '../../../domain/waiting-words';
import type { StoreSettings } from '../../../settings/schema';
import type { StoreOfMine } from '../../session/api';
import { clock } from '../../session/clock';
import { looks as words } from '../../words/en/looks';
import { Sample } from './sample';
import { type WidgetWords, widgetWords } from './widget-words';

interface TextPreviewProps {
  store: StoreOfMine;
  settings: StoreSettings;
  lang: string;
}

/** What a customer reads outside hours and while waiting, filled in as it would be now. */
export function TextPreview({ store, settings, lang }: TextPreviewProps) {
  const minute = useComputed(() => Math.floor(clock.value / 60_000));
  const said = widgetWords(lang);
  if (!said) return null;
  const opening = openingWords(said, settings, lang, minute.value * 60_000);
  const own = settings.awayMessage[lang] || settings.awayMessage[settings.firstLanguage];
  const waiting = waitingWords(settings.waitingMessage, { lang, first: settings.firstLanguage, minutes: 4 });
  const sample = {
    store: store.name,
    accent: settings.accent ?? store.accent,
    scheme: 'light',
    lang,
    position: null,
  } as const;
  return (
    <div class="samples">
      <Sample {...sample} label={words.outsideHours} who={said.assistant}>
        <div class="said block">
          <p>{own || said.away}</p>
          {opening && <p>{opening}</p>}
          <p>{said.keepChatting}</p>
        </div>
      </Sample>
      <Sample {...sample} label={words.whileWaiting} who={said.assistant}>
        <p class="told">{said.asked}</p>
        <div class="dock">
          <b>{said.waiting}</b> {about(said, lang, 4)}
          <p dir="auto">{waiting ?? said.keepWriting}</p>
          <span class="quiet">{said.cancel}</span>
        </div>
      </Sample>
      <p class="hint">{words.waitingAbout}</p>
    </div>
  );
}

/** The forms of another language are its own: a locale may have more than English has. */
function about({ about: forms }: WidgetWords, lang: string, n: number): string {
  const form =
    (forms as Partial<Record<Intl.LDMLPluralRule, string>>)[new Intl.PluralRules(lang).select(n)] ?? forms.other;
  return form.replace('{n}', new Intl.NumberFormat(lang).format(n));
}

/** The next opening in the customer's language and, here, the store's own time; empty where none is planned. */
function openingWords(said: WidgetWords, calendar: Calendar, lang: string, now: number): string {
  const closes = isOpen(calendar, now) ? closingTime(calendar, now) : now;
  const opens = closes === null ? null : nextOpening(calendar, closes);
  if (closes === null || opens === null) return '';
  const { timeZone } = calendar;
  const dayOf = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const { days } = dayOf(closes).until(dayOf(opens), { largestUnit: 'days' });
  const named = (how: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(lang, { ...how, timeZone }).format(opens);
  const values: Record<string, string> = {
    time: named({ timeStyle: 'short' }),
    weekday: named({ weekday: 'long' }),
    date: named({ day: 'numeric', month: 'long' }),
  };
  const pattern = days < 1 ? said.opensToday : days < 2 ? said.opensTomorrow : said.opensOn;
  return pattern.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
}
