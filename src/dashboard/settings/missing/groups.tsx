import { day, languageName, time } from '../../parts/format';
import { Icon } from '../../parts/icons';
import { Menu } from '../../parts/menu';
import { type Draft, draftOfGroup } from './answer-dialog';
import type { Group } from './door';
import { keyOf, type MissingQuestions } from './state';

interface GroupsProps {
  state: MissingQuestions;
  groups: readonly Group[];
  store: string;
  manages: boolean;
  onWrite: (draft: Draft) => void;
}

/** Questions without an answer, the most frequent first. */
export function Groups({ state, groups, store, manages, onWrite }: GroupsProps) {
  if (groups.length === 0)
    return (
      <p class="hint">
        Nothing is missing right now. A question that the assistant cannot answer shows up here a few minutes after the
        customer’s last message, or when a person has ended the chat.
      </p>
    );
  return (
    <ul class="missing" aria-label="Questions without an answer">
      {groups.map((group) => {
        const answered = state.answered.value.has(keyOf(group));
        return (
          <li key={keyOf(group)}>
            <div class="t">
              <q class="lbl" dir="auto">
                {group.question}
              </q>
              <p class="hint">{factsOf(group)}</p>
              {answered && (
                <span class="badge ok">
                  <Icon name="done" />
                  Answered by now
                </span>
              )}
              <Details group={group} store={store} />
            </div>
            {manages && (
              <div class="acts">
                <button
                  class="btn sm"
                  type="button"
                  aria-label={`Write an answer to “${group.question}”`}
                  onClick={() => onWrite(draftOfGroup(group))}
                >
                  Write an answer
                </button>
                <Menu
                  label={`More for “${group.question}”`}
                  class="icon-btn"
                  opens="below"
                  items={[{ label: answered ? 'Done' : 'Not worth an answer', run: () => void state.settle(group) }]}
                >
                  <Icon name="dots" />
                </Menu>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const when = (at: number): string => `${day(at, Date.now())}, ${time(at)}`;

function factsOf({ times, handoffs, lastAt, langs, settledAt }: Group): string {
  const asked = times === 1 ? 'Asked once' : `Asked ${times} times`;
  return [
    settledAt === null ? asked : `${asked} since it was settled`,
    handoffs > 0 && `${handoffs} went to a person`,
    `last ${when(lastAt).replace(/^(Today|Yesterday)/, (word) => word.toLowerCase())}`,
    [...new Set(langs.map((tag) => languageName(tag.split('-')[0] ?? tag)))].join(', '),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Details({ group: { conversations, others }, store }: { group: Group; store: string }) {
  return (
    <details>
      <summary>{others.length > 0 ? 'Other wordings, and where it was asked' : 'Where it was asked'}</summary>
      {others.length > 0 && (
        <ul class="wordings" aria-label="Other wordings">
          {others.map((text) => (
            <li key={text}>
              <q dir="auto">{text}</q>
            </li>
          ))}
        </ul>
      )}
      <p>
        {conversations.length > 1 ? 'Last asked in these chats:' : 'Asked in this chat:'}
        {conversations.map(({ id, at }) => (
          <a key={id} href={`/dashboard/${store}/inbox/${id}`}>
            {when(at)}
          </a>
        ))}
      </p>
    </details>
  );
}
