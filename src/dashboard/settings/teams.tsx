import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import type { Colleagues } from '../desk/colleagues';
import { Dialog, RemoveDialog } from '../parts/dialog';
import { initials } from '../parts/format';
import { Icon } from '../parts/icons';
import { Menu } from '../parts/menu';
import { Face, Warning } from '../parts/parts';
import { removeTeam, saveTeam, type Team } from '../session/api';
import { common } from '../words/en/common';
import { team as words } from '../words/en/team';
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
  const done = (news: string) => {
    doing.value = null;
    said.value = news;
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
    done(words.isRemoved({ name: team.name }));
    return '';
  };
  return (
    <section class="apart" aria-label={words.teams}>
      <div class="part-head">
        <div class="t">
          <h3>{words.teams}</h3>
          <p>{words.teamsAbout}</p>
        </div>
        {manages && (
          <button class="btn" type="button" onClick={() => (doing.value = { is: 'change', team: null })}>
            <Icon name="plus" />
            {words.addTeam}
          </button>
        )}
      </div>
      <p class="done" role="status" aria-label={words.teamsChanged}>
        {said.value}
      </p>
      {teams.length > 0 ? (
        <ul class="rows" aria-label={words.teams}>
          {teams.map((team) => (
            <li key={team.id}>
              <span class="mark bot" aria-hidden="true">
                <Icon name="people" />
              </span>
              <span class="t">
                <span class="lbl">{team.name}</span>
                <span class="hint">{team.people.map(({ name }) => name).join(', ') || words.nobodyYet}</span>
              </span>
              {manages && (
                <Menu
                  label={words.moreFor({ name: team.name })}
                  class="icon-btn"
                  opens="below"
                  items={[
                    { label: words.change, run: () => (doing.value = { is: 'change', team }) },
                    { label: common.remove, run: () => (doing.value = { is: 'remove', team }) },
                  ]}
                >
                  <Icon name="dots" />
                </Menu>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p class="hint after">{words.noTeams}</p>
      )}
      {doing.value?.is === 'change' && (
        <TeamDialog
          store={store}
          team={doing.value.team}
          teams={teams}
          people={colleagues.people.value}
          onClose={close}
          onDone={({ name }) => done(words.isSaved({ name }))}
        />
      )}
      {gone && (
        <RemoveDialog title={words.removeTeam({ name: gone.name })} remove={() => remove(gone)} onClose={close}>
          {rules > 0 ? words.staysRules({ n: rules }) : words.staysHint}
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
      failed.value = words.exists;
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
      title={team ? words.changeTeam : words.addTeam}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={team ? common.save : words.add}
      disabled={!name.value.trim()}
    >
      <div class="field">
        <label for={`${id}n`}>{words.name}</label>
        <input
          class="input"
          id={`${id}n`}
          required
          maxLength={60}
          autoComplete="off"
          placeholder={words.example}
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
            failed.value = '';
          }}
        />
      </div>
      <fieldset class="bare field">
        <legend class="lbl">{words.people}</legend>
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
