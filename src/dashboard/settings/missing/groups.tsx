import { day, languageName, lowerFirst, time } from '../../parts/format';
import { Icon } from '../../parts/icons';
import { Menu } from '../../parts/menu';
import { common } from '../../words/en/common';
import { missing as words } from '../../words/en/missing';
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
  if (groups.length === 0) return <p class="hint">{words.none}</p>;
  return (
    <ul class="missing" aria-label={words.questions}>
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
                  {words.answered}
                </span>
              )}
              <Details group={group} store={store} />
            </div>
            {manages && (
              <div class="acts">
                <button
                  class="btn sm"
                  type="button"
                  aria-label={words.writeTo({ question: group.question })}
                  onClick={() => onWrite(draftOfGroup(group))}
                >
                  {words.write}
                </button>
                <Menu
                  label={words.moreFor({ question: group.question })}
                  class="icon-btn"
                  opens="below"
                  items={[{ label: answered ? words.done : words.notWorth, run: () => void state.settle(group) }]}
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

const when = (at: number): string => words.dayAndTime({ day: day(at, Date.now()), time: time(at) });

function factsOf({ times, handoffs, lastAt, langs, settledAt }: Group): string {
  const date = day(lastAt, Date.now());
  const said = date === common.today || date === common.yesterday ? lowerFirst(date) : date;
  return [
    words[settledAt === null ? 'asked' : 'askedSince']({ n: times }),
    handoffs > 0 && words.toPerson({ n: handoffs }),
    words.last({ when: words.dayAndTime({ day: said, time: time(lastAt) }) }),
    [...new Set(langs.map((tag) => languageName(tag.split('-')[0] ?? tag)))].join(', '),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Details({ group: { conversations, others }, store }: { group: Group; store: string }) {
  return (
    <details>
      <summary>{others.length > 0 ? words.wordingsAndWhere : words.where}</summary>
      {others.length > 0 && (
        <ul class="wordings" aria-label={words.wordings}>
          {others.map((text) => (
            <li key={text}>
              <q dir="auto">{text}</q>
            </li>
          ))}
        </ul>
      )}
      <p>
        {conversations.length > 1 ? words.inThese : words.inThis}
        {conversations.map(({ id, at }) => (
          <a key={id} href={`/dashboard/${store}/inbox/${id}`}>
            {when(at)}
          </a>
        ))}
      </p>
    </details>
  );
}
