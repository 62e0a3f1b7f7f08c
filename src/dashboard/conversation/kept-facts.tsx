import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { StaffState } from '../../protocol/staff';
import { day, firstName } from '../parts/format';
import { Icon } from '../parts/icons';
import { getTags } from '../session/api';
import { clock } from '../session/clock';
import { clientId } from '../session/wire';
import { facts as words } from '../words/en/facts';
import { AddLine, type Put } from './add-line';
import { Properties } from './properties';
import type { Talk } from './talk';

type KeptFactsOf = NonNullable<StaffState['facts']>;
const NONE: KeptFactsOf = { tags: [], properties: [], tasks: [] };

/** What the team keeps beside a conversation: to do, tags, properties. Live to everybody of the staff. */
export function KeptFacts({ talk, facts = NONE }: { talk: Talk; facts: KeptFactsOf | undefined }) {
  return (
    <>
      <Tasks talk={talk} tasks={facts.tasks} />
      <Tags talk={talk} tags={facts.tags} />
      <Properties talk={talk} properties={facts.properties} />
    </>
  );
}

function Tasks({ talk, tasks }: { talk: Talk; tasks: KeptFactsOf['tasks'] }) {
  const open = tasks.filter(({ done }) => !done).length;
  const add: Put = (text) => talk.orders.keep({ type: 'task', task: clientId(), change: { is: 'added', text } });
  return (
    <section aria-label={words.tasks}>
      <h3>
        {words.tasks}
        {open > 0 && <span class="badge">{words.open({ n: open })}</span>}
      </h3>
      {tasks.length > 0 && (
        <ul class="tasks" aria-label={words.tasks}>
          {tasks.map(({ id: task, text, by, at, done }) => (
            <li key={task}>
              <label class="check">
                <input
                  type="checkbox"
                  checked={done !== null}
                  onChange={(event) => {
                    const { checked } = event.currentTarget;
                    void talk.orders.keep({ type: 'task', task, change: { is: 'done', done: checked } });
                  }}
                />
                <span>
                  <span class={done ? 'over' : ''} dir="auto">
                    {text}
                  </span>
                  <small class="hint">
                    {done
                      ? words.doneBy({ name: firstName(done.by.name), day: day(done.at, clock.peek()) })
                      : words.setBy({ name: firstName(by.name), day: day(at, clock.peek()) })}
                  </small>
                </span>
              </label>
              <Remove
                label={words.removeTask({ text })}
                onRemove={() => void talk.orders.keep({ type: 'task', task, change: { is: 'removed' } })}
              />
            </li>
          ))}
        </ul>
      )}
      <AddLine label={words.addTask} most={200} put={add} />
    </section>
  );
}

function Tags({ talk, tags }: { talk: Talk; tags: readonly string[] }) {
  const id = useId();
  const known = useSignal<readonly string[] | null>(null);
  const look = async () => {
    if (known.value) return;
    known.value = [];
    const answer = await getTags(talk.store);
    if (answer.ok) known.value = answer.value.tags;
  };
  return (
    <section aria-label={words.tags}>
      <h3>{words.tags}</h3>
      {tags.length > 0 && (
        <ul class="chips" aria-label={words.tags}>
          {tags.map((name) => (
            <li key={name} class="badge">
              <span class="cutoff" dir="auto" title={name}>
                {name}
              </span>
              <Remove
                label={words.removeTag({ name })}
                onRemove={() => void talk.orders.keep({ type: 'tag', name, on: false })}
              />
            </li>
          ))}
        </ul>
      )}
      <AddLine
        label={words.addTag}
        most={40}
        list={id}
        onFocus={() => void look()}
        put={(name) => talk.orders.keep({ type: 'tag', name, on: true })}
      />
      <datalist id={id}>
        {known.value
          ?.filter((name) => !tags.includes(name))
          .map((name) => (
            <option key={name} value={name} />
          ))}
      </datalist>
    </section>
  );
}

/** A small cross. The focus goes to the field of its part: the button is about to disappear. */
function Remove({ label, onRemove }: { label: string; onRemove: () => void }): ComponentChildren {
  return (
    <button
      class="remove"
      type="button"
      aria-label={label}
      onClick={(event) => {
        event.currentTarget.closest('section')?.querySelector<HTMLElement>('.add input')?.focus();
        onRemove();
      }}
    >
      <Icon name="close" />
    </button>
  );
}
