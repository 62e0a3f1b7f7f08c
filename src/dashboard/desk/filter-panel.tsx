import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { languageName } from '../parts/format';
import { Icon } from '../parts/icons';
import { REASONS, type Reason } from '../parts/labels';
import { inbox } from '../words/en/inbox';
import type { Group } from './arrange';
import type { Desk } from './desk';
import { baseOf, EVERYTHING, type Filter, isOn } from './filter';

/** Which rows are shown: by reason, language and team; what is unread, what is the reader's. */
export function FilterPanel({ desk, filter }: { desk: Desk; filter: Signal<Filter> }) {
  const { reason, lang, team, unread, mine } = filter.value;
  const set = (some: Partial<Filter>) => {
    filter.value = { ...filter.value, ...some };
  };
  const spoken = new Set([...desk.rows.value.values()].map((row) => baseOf(row.lang)));
  if (lang) spoken.add(lang);
  const langs = [...spoken].map((tag) => [tag, languageName(tag)] as const).sort((a, b) => a[1].localeCompare(b[1]));
  const teams = desk.colleagues.teams.value.map(({ id, name }) => [id, name] as const);
  return (
    <fieldset class="bare filter" aria-label={inbox.filter}>
      <Choice
        name={inbox.reason}
        all={inbox.anyReason}
        value={reason}
        of={Object.entries(REASONS)}
        onChoose={(to) => set({ reason: to as Reason | null })}
      />
      <Choice
        name={inbox.language}
        all={inbox.anyLanguage}
        value={lang}
        of={langs}
        onChoose={(to) => set({ lang: to })}
      />
      {teams.length > 0 && (
        <Choice name={inbox.team} all={inbox.anyTeam} value={team} of={teams} onChoose={(to) => set({ team: to })} />
      )}
      <Check label={inbox.unread} on={unread} onChange={(on) => set({ unread: on })} />
      <Check label={inbox.mine} on={mine} onChange={(on) => set({ mine: on })} />
    </fieldset>
  );
}

interface ChoiceProps {
  name: string;
  all: string;
  value: string | null;
  of: readonly (readonly [value: string, label: string])[];
  onChoose: (value: string | null) => void;
}

function Choice({ name, all, value, of, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <>
      <label class="sr" for={id}>
        {name}
      </label>
      <select
        class="input"
        id={id}
        value={value ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        <option value="">{all}</option>
        {of.map(([one, label]) => (
          <option key={one} value={one}>
            {label}
          </option>
        ))}
      </select>
    </>
  );
}

const Check = ({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) => (
  <label class="check">
    <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
    {label}
  </label>
);

interface FilteredProps {
  desk: Desk;
  filter: Signal<Filter>;
  shown: Record<Group, readonly string[]>;
  /** Whether the panel is open: it says itself what is wanted. */
  open: boolean;
}

/** While a filter is on: what it leaves out, above all who waits unseen, and the way back to everything. */
export function Filtered({ desk, filter, shown, open }: FilteredProps) {
  if (!isOn(filter.value)) return null;
  const hidden = desk.count('waiting') - shown.waiting.length;
  return (
    <div class="filtered">
      <Icon name="filter" />
      <p role="status" aria-label={inbox.filter} class="cutoff">
        {open ? inbox.filtered : inWords(filter.value, desk)}
        {hidden > 0 && <b>{inbox.hidden({ n: hidden })}</b>}
      </p>
      <button class="btn plain sm" type="button" onClick={() => (filter.value = EVERYTHING)}>
        {inbox.showAll}
      </button>
    </div>
  );
}

function inWords({ reason, lang, team, unread, mine }: Filter, desk: Desk): string {
  const name = desk.colleagues.teams.value.find(({ id }) => id === team)?.name;
  const words = [reason && REASONS[reason], lang && languageName(lang), team && (name ?? inbox.team)];
  return [...words, unread && inbox.unread, mine && inbox.mine].filter(Boolean).join(', ');
}
