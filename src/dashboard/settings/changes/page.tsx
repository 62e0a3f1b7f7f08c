import './changes.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { AREAS, type Area, type FieldChange } from '../../../domain/changes';
import { day, time } from '../../parts/format';
import { Warning } from '../../parts/parts';
import { SelectField } from '../../parts/select-field';
import { clock } from '../../session/clock';
import { changes as words } from '../../words/en/changes';
import type { SettingsPageProps } from '../settings';
import { type Change, getChanges, getEditors, type Wanted } from './door';
import { fieldName, valueWords } from './said';

/** Who changed what in the settings, in people's words. */
export function ChangesPage({ store }: SettingsPageProps) {
  const found = useSignal<Change[] | null>(null);
  const next = useSignal<number | null>(null);
  const people = useSignal<{ id: string; name: string }[]>([]);
  const person = useSignal('');
  const area = useSignal<Area | ''>('');
  const failed = useSignal('');
  const wanted = (): Wanted => ({
    ...(person.value && { person: person.value }),
    ...(area.value && { area: area.value }),
  });
  const load = async (before: number | null) => {
    const asked = JSON.stringify(wanted());
    const answer = await getChanges(store.id, wanted(), before);
    // Somebody has chosen something else meanwhile.
    if (asked !== JSON.stringify(wanted())) return;
    failed.value = answer.ok ? '' : answer.message;
    if (!answer.ok) return;
    found.value = [...(before === null ? [] : (found.value ?? [])), ...answer.value.changes];
    next.value = answer.value.next;
  };
  useEffect(() => {
    void getEditors(store.id).then((answer) => {
      if (answer.ok) people.value = answer.value.people;
    });
  }, [store.id]);
  useEffect(() => void load(null), [store.id, person.value, area.value]);
  const list = found.value;
  const isFiltered = person.value !== '' || area.value !== '';
  return (
    <>
      <div class="head">
        <div class="t">
          <h2>{words.title}</h2>
          <p>{words.about({ store: store.name })}</p>
        </div>
      </div>
      <div class="narrowed">
        <SelectField
          label={words.person}
          value={person.value}
          options={[['', words.everybody], ...people.value.map(({ id, name }) => [id, name] as const)]}
          onChange={(to) => (person.value = to)}
        />
        <SelectField
          label={words.area}
          value={area.value}
          options={[['', words.everywhere], ...AREAS.map((one) => [one, words.areas[one]] as const)]}
          onChange={(to) => (area.value = to)}
        />
      </div>
      {failed.value && <Warning>{failed.value}</Warning>}
      {list?.length === 0 && <p class="hint after">{isFiltered ? words.noneFound : words.none}</p>}
      {list && list.length > 0 && (
        <ol class="changes" aria-label={words.title}>
          {list.map((change) => (
            <Entry key={change.n} change={change} />
          ))}
        </ol>
      )}
      {next.value !== null && (
        <button class="btn" type="button" onClick={() => void load(next.value)}>
          {words.older}
        </button>
      )}
    </>
  );
}

function Entry({ change }: { change: Change }) {
  const now = clock.peek();
  return (
    <li>
      <p class="did">
        <span>{did(change)}</span>
        <time dateTime={new Date(change.at).toISOString()}>
          {day(change.at, now)}, {time(change.at)}
        </time>
      </p>
      {change.fields.length > 0 && (
        <dl>
          {change.fields.map((field) => (
            <Field key={field.field} {...field} isGone={change.what === 'removed'} />
          ))}
        </dl>
      )}
    </li>
  );
}

function did({ by, area, of, what }: Change) {
  const bold = (inside: preact.ComponentChild) => <b>{inside}</b>;
  const values = { who: by.name, area: words.areas[area], b: bold };
  if (of === null) return what === 'added' ? words.addedStore(values) : words.changed(values);
  const named = <q dir="auto">{of}</q>;
  if (what === 'added') return words.added({ ...values, of: named });
  return what === 'removed' ? words.removed({ ...values, of: named }) : words.changedOf({ ...values, of: named });
}

const Field = ({ field, before, after, secret, isGone }: FieldChange & { isGone: boolean }) => (
  <div>
    <dt>{fieldName(field)}</dt>
    {secret ? (
      <dd>{words.secret}</dd>
    ) : (
      <dd>
        {before !== undefined && (
          <del dir="auto">
            <span class="sr">{words.before} </span>
            {valueWords(field, before)}
          </del>
        )}
        {!isGone && (
          <ins dir="auto">
            <span class="sr">{words.after} </span>
            {valueWords(field, after)}
          </ins>
        )}
      </dd>
    )}
  </div>
);
