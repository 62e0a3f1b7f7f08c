import './follow-ups.css';
import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { Desk } from '../desk/desk';
import { TendButtons } from '../later/tend-buttons';
import { called, day, firstName, isReaders, time } from '../parts/format';
import { Icon, Relay } from '../parts/icons';
import { REASONS, type Reason } from '../parts/labels';
import { OutcomeBadge, ReasonBadge, UrgentBadge, Warning } from '../parts/parts';
import { recall, remember } from '../parts/remember';
import type { FollowUp, Reminder, StoreOfMine } from '../session/api';
import { clock } from '../session/clock';
import { useTitle } from '../shell/title';
import { common } from '../words/en/common';
import { events } from '../words/en/events';
import { followUps } from '../words/en/follow-ups';
import { labels } from '../words/en/labels';
import { byDue, dueWords, isDue } from './due';
import type { FollowUps, Owed } from './follow-ups';

const WHOSE = { all: 'everybodys', mine: 'mine', nobodys: 'nobodys' } as const;
type Whose = keyof typeof WHOSE;
const isWhose = (text: string | null): text is Whose => text !== null && text in WHOSE;

/** Whom the team still owes a word, and of what it reminds itself. */
export function FollowUpsPage({ of: store, owed, desk }: { of: StoreOfMine; owed: FollowUps; desk: Desk }) {
  useTitle(followUps.title);
  useEffect(() => void owed.load(), [owed]);
  const kept = recall('follow-ups');
  const whose = useSignal<Whose>(isWhose(kept) ? kept : 'all');
  const me = desk.me.value?.id ?? null;
  const all = owed.all.value;
  const wanted = all?.filter(({ one }) =>
    whose.value === 'all' ? true : whose.value === 'mine' ? one.ownerId === me : one.ownerId === null,
  );
  return (
    <main class="sheet page">
      {all?.length === 0 ? (
        <div class="empty">
          <Relay />
          <h1>{followUps.none}</h1>
          <p>{followUps.noneWhy}</p>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <section class="content follow" tabIndex={0} aria-labelledby="follow-ups">
          <div class="head">
            <div class="t">
              <h1 id="follow-ups">{followUps.title}</h1>
              <p>{followUps.about({ store: store.name })}</p>
            </div>
            <select
              class="input"
              aria-label={followUps.whose}
              value={whose.value}
              onChange={(event) => {
                const { value } = event.currentTarget;
                if (!isWhose(value)) return;
                whose.value = value;
                remember('follow-ups', value === 'all' ? '' : value);
              }}
            >
              {Object.entries(WHOSE).map(([value, label]) => (
                <option key={value} value={value}>
                  {followUps[label]}
                </option>
              ))}
            </select>
          </div>
          {owed.failed.value && <Warning>{owed.failed.value}</Warning>}
          {wanted && wanted.length > 0 && (
            <ul class="owed" aria-label={followUps.title}>
              {byDue(wanted, clock.peek()).map((entry) => (
                <Row
                  key={`${entry.is} ${entry.one.conversation}#${entry.one.n}`}
                  entry={entry}
                  desk={desk}
                  owed={owed}
                />
              ))}
            </ul>
          )}
          {wanted?.length === 0 && (
            <p class="hint">{whose.value === 'mine' ? followUps.noneOfYours : followUps.noneOfThat}</p>
          )}
        </section>
      )}
    </main>
  );
}

const isReason = (reason: string | null): reason is Reason => reason !== null && reason in REASONS;

function Row({ entry, desk, owed }: { entry: Owed; desk: Desk; owed: FollowUps }) {
  const id = useId();
  const { one } = entry;
  const { label, said } = entry.is === 'owed' ? owedWords(entry.one) : reminderWords(entry.one);
  const mine = one.ownerId !== null && one.ownerId === desk.me.value?.id;
  return (
    <li class={entry.later && !isDue(entry.dueAt, clock.peek()) ? 'later-on' : ''}>
      <span class="name">
        <a
          href={`/dashboard/${desk.store}/follow-ups/${one.conversation}`}
          aria-describedby={`${id}d`}
          aria-label={`${called(one.customer)}, ${label}`}
        >
          <bdi>{called(one.customer)}</bdi>
        </a>
        {!isReaders(one.lang) && <span class="lang">{one.lang}</span>}
      </span>
      <span class="tags">
        {entry.is === 'owed' ? <OwedBadges one={entry.one} /> : <ReminderBadge />}
        {entry.is === 'owed' && entry.one.snoozed && <span class="badge line">{followUps.putOff}</span>}
        {one.email && (
          <span class="badge line">
            <Icon name="mail" />
            {followUps.emailLeft}
          </span>
        )}
      </span>
      <span class="num when" id={`${id}d`}>
        {one.ownerName && (
          <span class="owner">
            <Icon name="person" />
            {mine ? common.you : firstName(one.ownerName)}
          </span>
        )}
        <Due at={entry.dueAt} />
        {entry.is === 'owed' && (
          <span>{events.dayAndTime({ day: day(one.at, clock.peek()), time: time(one.at) })}</span>
        )}
      </span>
      <TendButtons
        where={{ store: desk.store, conversation: one.conversation }}
        of={entry.is === 'owed' ? { is: 'follow_up', handoff: one.n } : { is: 'reminder', n: one.n }}
        owner={one.ownerId}
        me={desk.me.value}
        what={`${called(one.customer)}, ${label}`}
        colleagues={desk.colleagues.people.value}
        onTended={() => void owed.load()}
      />
      {said && (
        <q class="cutoff" dir="auto">
          {said}
        </q>
      )}
    </li>
  );
}

function owedWords({ reason, urgency, trigger, outcome }: FollowUp): { label: string; said: string } {
  const why = isReason(reason) ? labels.reasons[reason] : followUps.outcomes[outcome];
  return { label: urgency === 'urgent' ? followUps.urgentWhy({ why }) : why, said: trigger };
}

const reminderWords = ({ line }: Reminder) => ({ label: followUps.reminderOf({ line }), said: line });

function OwedBadges({ one }: { one: FollowUp }) {
  const reason = isReason(one.reason) ? one.reason : null;
  return (
    <>
      <OutcomeBadge outcome={one.outcome} />
      {one.urgency === 'urgent' && <UrgentBadge />}
      {reason && <ReasonBadge reason={reason} />}
    </>
  );
}

const ReminderBadge = () => (
  <span class="badge accent">
    <Icon name="clock" />
    {followUps.reminder}
  </span>
);

/** When it falls due, redrawn by the clock. */
function Due({ at }: { at: number | null }) {
  const words = dueWords(at, clock.value);
  if (!words) return null;
  const due = isDue(at, clock.value);
  return (
    <span class={`wait ${due ? 'late' : ''}`}>
      <Icon name={due ? 'late' : 'clock'} />
      {words}
    </span>
  );
}
