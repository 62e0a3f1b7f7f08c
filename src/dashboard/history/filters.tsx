import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { languageName } from '../parts/format';
import { getPeople, getTags, type Person } from '../session/api';
import { events } from '../words/en/events';
import { history as words } from '../words/en/history';
import { labels } from '../words/en/labels';
import { type Field, filtersIn, type Wanted, withField } from './wanted';

/** Those in which Baton speaks to customers. */
const LANGUAGES = ['ar', 'bg', 'de', 'el', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'ro', 'tr', 'uk'];

type Choice = [value: string, label: string];

const choices = (): { field: Field; label: string; any: string; choices: Choice[] }[] => [
  {
    field: 'outcome',
    label: words.outcome,
    any: words.anyOutcome,
    choices: Object.entries(labels.outcomes),
  },
  { field: 'reason', label: words.reason, any: words.anyReason, choices: Object.entries(labels.reasons) },
  {
    field: 'rating',
    label: words.rating,
    any: words.anyRating,
    choices: [
      ['up', events.thumbs.up],
      ['down', events.thumbs.down],
    ],
  },
  {
    field: 'lang',
    label: words.language,
    any: words.anyLanguage,
    choices: LANGUAGES.map((tag): Choice => [tag, languageName(tag)]).sort((a, b) => a[1].localeCompare(b[1])),
  },
];

interface FiltersProps {
  store: string;
  wanted: Wanted;
  onWant: (next: Wanted) => void;
}

/** What became of a conversation, with whom, and when. Days are the store's own. */
export function Filters({ store, wanted, onWant }: FiltersProps) {
  const people = useSignal<Person[]>([]);
  const tags = useSignal<string[]>([]);
  useEffect(() => {
    void getPeople(store).then((answer) => {
      if (answer.ok) people.value = answer.value.people;
    });
    void getTags(store).then((answer) => {
      if (answer.ok) tags.value = answer.value.tags;
    });
  }, [store]);
  const staff = people.value.map(({ id, name }): Choice => [id, name]);
  // Somebody who has left the store may still be what a kept address asks for.
  if (wanted.staff && !staff.some(([id]) => id === wanted.staff)) staff.push([wanted.staff, words.hasLeft]);
  const tagged = tags.value.includes(wanted.tag ?? '') || !wanted.tag ? tags.value : [...tags.value, wanted.tag];
  const [outcome, reason, ...rest] = choices();
  const all = [
    outcome,
    reason,
    { field: 'staff' as const, label: words.person, any: words.anybody, choices: staff },
    ...rest,
  ];
  if (tagged.length > 0) {
    all.push({ field: 'tag', label: words.tag, any: words.anyTag, choices: tagged.map((tag): Choice => [tag, tag]) });
  }
  return (
    <fieldset class="bare filters" aria-label={words.filters}>
      {all.map((one) => one && <Select key={one.field} {...one} wanted={wanted} onWant={onWant} />)}
      <DayField field="from" label={words.from} wanted={wanted} onWant={onWant} />
      <DayField field="to" label={words.to} wanted={wanted} onWant={onWant} />
      {filtersIn(wanted) > 0 && (
        <button class="btn plain sm" type="button" onClick={() => onWant(wanted.words ? { words: wanted.words } : {})}>
          {words.clearFilters}
        </button>
      )}
    </fieldset>
  );
}

interface SelectProps extends Pick<FiltersProps, 'wanted' | 'onWant'> {
  field: Field;
  label: string;
  any: string;
  choices: readonly Choice[];
}

const Select = ({ field, label, any, choices, wanted, onWant }: SelectProps) => (
  <select
    class={`input${wanted[field] ? ' on' : ''}`}
    aria-label={label}
    value={wanted[field] ?? ''}
    onChange={(event) => onWant(withField(wanted, field, event.currentTarget.value))}
  >
    <option value="">{any}</option>
    {choices.map(([key, name]) => (
      <option key={key} value={key}>
        {name}
      </option>
    ))}
  </select>
);

const DayField = ({
  field,
  label,
  wanted,
  onWant,
}: { field: 'from' | 'to'; label: string } & Omit<FiltersProps, 'store'>) => (
  <label class="day">
    <span>{label}</span>
    <input
      class={`input${wanted[field] ? ' on' : ''}`}
      type="date"
      value={wanted[field] ?? ''}
      min={field === 'to' ? wanted.from : undefined}
      max={field === 'from' ? wanted.to : undefined}
      onChange={(event) => onWant(withField(wanted, field, event.currentTarget.value))}
    />
  </label>
);
