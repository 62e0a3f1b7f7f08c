import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import type { Colleagues } from '../desk/colleagues';
import { Dialog, RemoveDialog } from '../parts/dialog';
import { initials, plural } from '../parts/format';
import { Icon } from '../parts/icons';
import { Menu } from '../parts/menu';
import { Face, Warning } from '../parts/parts';
import { removeTeam, saveTeam, type Team } from '../session/api';
import { FormClash } from './clash';
import { ClashStrip } from './clash-strip';
import type { Kept } from './kept';

type Doing = { is: 'change'; team: Team | null } | { is: 'remove'; team: Team };

interface TeamsProps {
  store: string;
  colleagues: Colleagues;
  kept: Kept;
  manages: boolean;
}

/** Groups of people that a chat can be passed on to, and requests sent to. */
export function Teams({ store, colleagues, kept, manages }: TeamsProps) {
  const doing = useSignal<Doing | null>(null);
  const said = useSignal('');
  const teams = colleagues.teams.value;
  const done = (words: string) => {
    doing.value = null;
    said.value = words;
    void colleagues.load();
  };
  const close = () => {
    doing.value = null;
  };
  const gone = doing.value?.is === 'remove' ? doing.value.team : null;
  const rules = kept.saved.value?.rules.filter(({ to }) => to.kind === 'team' && to.id === gone?.id).length ?? 0;
  const remove = async (team: Team) => {
    const answer = await removeTeam(store, team.id);
    // Somebody else was faster: it is gone all the same.
    if (!answer.ok && answer.code !== 'not_found') return answer.message;
    done(`${team.name} is removed.`);
    return '';
  };
  return (
    <section class="apart" aria-label="Teams">
      <div class="part-head">
        <div class="t">
          <h3>Teams</h3>
          <p>For chats that not everybody can answer: pass one on to a team, or let a rule send requests there.</p>
        </div>
        {manages && (
          <button class="btn" type="button" onClick={() => (doing.value = { is: 'change', team: null })}>
            <Icon name="plus" />
            Add team
          </button>
        )}
      </div>
      <p class="done" role="status" aria-label="Teams changed">
        {said.value}
      </p>
      {teams.length > 0 ? (
        <ul class="rows" aria-label="Teams">
          {teams.map((team) => (
            <li key={team.id}>
              <span class="mark bot" aria-hidden="true">
                <Icon name="people" />
              </span>
              <span class="t">
                <span class="lbl">{team.name}</span>
                <span class="hint">
                  {team.people.map(({ name }) => name).join(', ') || 'Nobody belongs to it yet.'}
                </span>
              </span>
              {manages && (
                <Menu
                  label={`More for ${team.name}`}
                  class="icon-btn"
                  opens="below"
                  items={[
                    { label: 'Change', run: () => (doing.value = { is: 'change', team }) },
                    { label: 'Remove', run: () => (doing.value = { is: 'remove', team }) },
                  ]}
                >
                  <Icon name="dots" />
                </Menu>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p class="hint after">No teams yet. Every request reaches the whole store.</p>
      )}
      {doing.value?.is === 'change' && (
        <TeamDialog
          store={store}
          team={doing.value.team}
          teams={teams}
          people={colleagues.people.value}
          onClose={close}
          onDone={({ name }) => done(`${name} is saved.`)}
        />
      )}
      {gone && (
        <RemoveDialog title={`Remove ${gone.name}?`} remove={() => remove(gone)} onClose={close}>
          Its people stay in the store.
          {rules > 0 &&
            ` ${plural(rules, 'rule', 'rules')} under “Where requests go” ${rules === 1 ? 'sends' : 'send'} requests to it: these then reach the whole store.`}
        </RemoveDialog>
      )}
    </section>
  );
}

interface Member {
  id: string;
  name: string;
}

const among = (people: readonly Member[], chosen: readonly string[]): Member[] =>
  people
    .filter(({ id }) => chosen.includes(id))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const saidOf = ({ name, people }: { name: string; people: readonly Member[] }) => ({
  name,
  people: among(
    people,
    people.map(({ id }) => id),
  ),
});

const folded = (name: string): string => name.trim().toLowerCase();

interface TeamDialogProps {
  store: string;
  /** What is being changed; null: a new one. */
  team: Team | null;
  /** All of them: a name is taken once. */
  teams: readonly Team[];
  people: readonly { id: string; name: string }[];
  onClose: () => void;
  onDone: (team: { name: string }) => void;
}

function TeamDialog({ store, team, teams, people, onClose, onDone }: TeamDialogProps) {
  const id = useId();
  const name = useSignal(team?.name ?? '');
  const chosen = useSignal<readonly string[]>(team?.people.map((person) => person.id) ?? []);
  const busy = useSignal(false);
  const failed = useSignal('');
  const form = useMemo(
    () =>
      team &&
      new FormClash(saidOf(team), team.seen, (field, value) => {
        if (field === 'name') name.value = String(value);
        else chosen.value = (value as Member[]).map(({ id: one }) => one);
      }),
    [],
  );
  const submit = async (): Promise<void> => {
    if (busy.value) return;
    const taken = teams.some((one) => one.id !== team?.id && folded(one.name) === folded(name.value));
    if (taken) {
      failed.value = 'There is a team with this name already.';
      return;
    }
    busy.value = true;
    failed.value = '';
    const wanted = { name: name.value.trim(), people: [...chosen.value], ...(form && { seen: form.seen }) };
    const answer = await saveTeam(store, team?.id ?? null, wanted);
    busy.value = false;
    const met = form?.meet(answer, { name: wanted.name, people: among(people, chosen.value) }, saidOf) ?? 'nothing';
    if (met === 'again') return submit();
    if (answer.ok) onDone(answer.value.team);
    else if (met === 'decide') return;
    else failed.value = answer.message;
  };
  return (
    <Dialog
      title={team ? 'Change team' : 'Add team'}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={team ? 'Save' : 'Add'}
      disabled={!name.value.trim()}
    >
      <div class="field">
        <label for={`${id}n`}>Name</label>
        <input
          class="input"
          id={`${id}n`}
          required
          maxLength={60}
          autoComplete="off"
          placeholder="Returns"
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
            failed.value = '';
          }}
        />
      </div>
      <fieldset class="bare field">
        <legend class="lbl">People</legend>
        <div class="people">
          {people.map((person) => (
            <label class="check" key={person.id}>
              <input
                type="checkbox"
                checked={chosen.value.includes(person.id)}
                onChange={(event) => {
                  const others = chosen.value.filter((one) => one !== person.id);
                  chosen.value = event.currentTarget.checked ? [...others, person.id] : others;
                }}
              />
              <Face initials={initials(person.name)} staff size="s" />
              {person.name}
            </label>
          ))}
        </div>
      </fieldset>
      {form && <ClashStrip clash={form.clash} busy={busy.value} />}
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}
