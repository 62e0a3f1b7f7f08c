import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Desk } from '../desk/desk';
import { bold } from '../parts/bold';
import { Dialog } from '../parts/dialog';
import { Icon } from '../parts/icons';
import { Face, Warning } from '../parts/parts';
import { phone } from '../parts/screen';
import { chat } from '../words/en/chat';
import { passingOn } from '../words/en/passing-on';
import { type Choice, choicesOf, matching } from './choices';
import type { Talk } from './talk';

const MAX_NOTE = 2_000;

interface TransferProps {
  talk: Talk;
  desk: Desk;
  /** Minutes until an offer that nobody takes ends; null while that is not known. */
  within: number | null;
  onClose: () => void;
}

/** Offers the reader's chat to a colleague or a team. */
export function TransferDialog({ talk, desk, within, onClose }: TransferProps) {
  const id = useId();
  const typed = useSignal('');
  const chosen = useSignal<string | null>(null);
  const note = useSignal('');
  const failed = useSignal('');
  const { people, teams, failed: unknown } = desk.colleagues;
  useEffect(() => void desk.colleagues.load(), [desk]);
  const all = choicesOf({
    me: desk.me.value?.id ?? null,
    people: people.value,
    teams: teams.value,
    duty: desk.duty.value,
    lang: talk.state.value?.customer.lang ?? '',
    chatsOf: (person) => desk.chatsOf(person),
  });
  const choices = matching(all, typed.value);
  const choice = choices.find((one) => one.id === chosen.value);

  const submit = async () => {
    if (!choice || talk.orders.busy.value) return;
    const reply = await talk.orders.transfer({ kind: choice.kind, id: choice.id }, note.value.trim());
    if (reply.ok) onClose();
    else failed.value = reply.message;
  };
  return (
    <Dialog
      title={passingOn.transferChat}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={chat.transfer}
      disabled={!choice}
    >
      <Picker id={id} choices={choices} chosen={choice ?? null} typed={typed} onChoose={(to) => (chosen.value = to)} />
      {choices.length === 0 && people.value.length > 0 && (
        <p class="hint">{all.length === 0 ? passingOn.nobodyElse : passingOn.noneSuch}</p>
      )}
      <div role="status">
        {choice?.warning && (
          <div class="warn">
            <Icon name="alert" />
            <span>
              {within === null
                ? passingOn.comesBack({ b: bold, warning: choice.warning })
                : passingOn.comesBackWithin({ b: bold, warning: choice.warning, n: within })}
            </span>
          </div>
        )}
      </div>
      <div class="field">
        <label for={`${id}n`}>{chat.privateNote}</label>
        <textarea
          class="input private"
          id={`${id}n`}
          rows={3}
          dir="auto"
          maxLength={MAX_NOTE}
          aria-describedby={`${id}nh`}
          value={note.value}
          onInput={(event) => {
            note.value = event.currentTarget.value;
          }}
        />
        <p class="hint with-icon" id={`${id}nh`}>
          <Icon name="lock" />
          {passingOn.noteHint}
        </p>
      </div>
      {(failed.value || unknown.value) && <Warning>{failed.value || unknown.value}</Warning>}
    </Dialog>
  );
}

interface PickerProps {
  id: string;
  choices: readonly Choice[];
  chosen: Choice | null;
  typed: { value: string };
  onChoose: (id: string) => void;
}

/** A field to search in, and the list. Arrows choose from either of them. */
function Picker({ id, choices, chosen, typed, onChoose }: PickerProps) {
  const list = useRef<HTMLDivElement>(null);
  const at = chosen ? choices.indexOf(chosen) : -1;
  const active = at < 0 ? undefined : `${id}o${at}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const last = choices.length - 1;
    const to = { ArrowDown: Math.min(last, at + 1), ArrowUp: Math.max(0, at - 1), Enter: Math.max(0, at) }[event.key];
    if (to === undefined) return;
    // Enter chooses here; only the button passes a chat on.
    event.preventDefault();
    const choice = choices[to];
    if (choice) onChoose(choice.id);
    requestAnimationFrame(() =>
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
  };
  return (
    <div class="field">
      <label class="sr" for={`${id}s`}>
        {passingOn.search}
      </label>
      <input
        class="input"
        id={`${id}s`}
        type="text"
        placeholder={passingOn.search}
        autoComplete="off"
        autofocus={!phone.peek()}
        aria-controls={`${id}l`}
        aria-activedescendant={active}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
        onKeyDown={onKeyDown}
      />
      {choices.length > 0 && (
        <div
          class="pick"
          id={`${id}l`}
          role="listbox"
          aria-label={passingOn.peopleAndTeams}
          aria-activedescendant={active}
          tabIndex={0}
          ref={list}
          onKeyDown={onKeyDown}
        >
          {choices.map((choice, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list and the field answer the keys.
            <div
              key={choice.id}
              role="option"
              tabIndex={-1}
              id={`${id}o${index}`}
              aria-selected={choice === chosen}
              onClick={() => onChoose(choice.id)}
            >
              {choice.kind === 'person' ? (
                <Face initials={choice.initials} staff />
              ) : (
                <span class="mark bot" aria-hidden="true">
                  <Icon name="people" />
                </span>
              )}
              <span class="t">
                <span>{choice.name}</span>
                <small>
                  {choice.kind === 'person' && <span class={choice.onDuty ? 'dot' : 'dot off'} aria-hidden="true" />}
                  {choice.detail}
                </small>
              </span>
              {choice === chosen && <Icon name="check" />}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
