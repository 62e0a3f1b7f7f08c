import './take-away.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { download } from '../parts/download';
import { IconButton, Warning } from '../parts/parts';
import type { StoreOfMine } from '../session/api';
import { useTitle } from '../shell/title';
import { paper } from '../words/en/paper';
import { type ConversationRecord, getRecord } from './door';
import { fileName, type Sheet, sheetOf, textOf } from './sheet';

/** One conversation to take away: printed, saved as PDF by the browser's own print, or as text. */
export function TakeAwayPage({ of: store, conversation }: { of: StoreOfMine; conversation: string }) {
  const { route } = useLocation();
  const record = useSignal<ConversationRecord | null>(null);
  const failed = useSignal('');
  const notes = useSignal(true);
  useEffect(() => {
    void getRecord(store.id, conversation).then((answer) => {
      if (answer.ok) record.value = answer.value;
      else failed.value = answer.message;
    });
  }, [store.id, conversation]);
  const sheet = record.value && sheetOf(record.value, { store: store.name, notes: notes.value });
  useTitle(sheet?.title ?? paper.untitled);
  const save = () => {
    if (record.value && sheet) download(fileName(record.value), textOf(sheet));
  };
  return (
    <main class="sheet page">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section class="content paper" tabIndex={0} aria-label={paper.page}>
        <div class="paper-bar">
          <IconButton
            label={paper.back}
            icon="left"
            onClick={() => route(`/dashboard/${store.id}/history/${encodeURIComponent(conversation)}`)}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={notes.value}
              onChange={(event) => {
                notes.value = event.currentTarget.checked;
              }}
            />
            {paper.withNotes}
          </label>
          <span class="grow" />
          <button class="btn" type="button" disabled={!sheet} onClick={save}>
            {paper.saveText}
          </button>
          <button class="btn pri" type="button" disabled={!sheet} onClick={() => print()}>
            {paper.print}
          </button>
        </div>
        {failed.value && <Warning>{failed.value}</Warning>}
        {sheet && <Paper sheet={sheet} />}
      </section>
    </main>
  );
}

const Paper = ({ sheet: { title, facts, handoffs, days } }: { sheet: Sheet }) => (
  <article class="doc" aria-labelledby="paper-title">
    <h1 id="paper-title">{title}</h1>
    <Facts facts={facts} />
    {handoffs.map((handoff) => (
      <section key={handoff.title}>
        <h2>{handoff.title}</h2>
        <Facts facts={handoff.facts} />
      </section>
    ))}
    {days.map(({ day, lines }) => (
      <section key={day}>
        <h2>{day}</h2>
        <ol>
          {lines.map(({ seq, time, who, kind, text, beside }) => (
            <li key={seq} class={kind === 'note' ? 'private' : kind}>
              <span class="num">{time}</span>
              <div>
                {who && (
                  <b>
                    <bdi>{who}</bdi>
                  </b>
                )}
                <p class="words" dir="auto">
                  {text}
                </p>
                {beside.map((one) => (
                  <p key={one} class="hint words" dir="auto">
                    {one}
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ol>
      </section>
    ))}
  </article>
);

const Facts = ({ facts }: { facts: Sheet['facts'] }) => (
  <dl>
    {facts.map(([term, text]) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd dir="auto">{text}</dd>
      </div>
    ))}
  </dl>
);
