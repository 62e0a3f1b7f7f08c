import { useEffect, useId } from 'preact/hooks';
import { day, isReaders, time } from '../parts/format';
import { Icon, Relay } from '../parts/icons';
import { REASONS, type Reason } from '../parts/labels';
import { OutcomeBadge, ReasonBadge, UrgentBadge, Warning } from '../parts/parts';
import type { FollowUp, StoreOfMine } from '../session/api';
import { clock } from '../session/clock';
import { useTitle } from '../shell/title';
import { byDue, dueWords, isDue } from './due';
import type { FollowUps } from './follow-ups';

/** Whom the team still owes a word: what is due first, then the newest. */
export function FollowUpsPage({ of: store, owed }: { of: StoreOfMine; owed: FollowUps }) {
  useTitle('Follow-ups');
  useEffect(() => void owed.load(), [owed]);
  const list = owed.list.value;
  return (
    <main class="sheet page">
      {list?.length === 0 ? (
        <div class="empty">
          <Relay />
          <h1>Nobody is owed a word</h1>
          <p>
            Who asks outside hours, waits in vain, or is promised something shows up here, until a person has talked to
            them again.
          </p>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <section class="content follow" tabIndex={0} aria-labelledby="follow-ups">
          <div class="head">
            <div class="t">
              <h1 id="follow-ups">Follow-ups</h1>
              <p>Customers whom {store.name} still owes a word. Open one to answer it, or to take it over.</p>
            </div>
          </div>
          {owed.failed.value && <Warning>{owed.failed.value}</Warning>}
          {list && (
            <ul class="owed" aria-label="Follow-ups">
              {byDue(list, clock.peek()).map((one) => (
                <Row key={`${one.conversation}#${one.n}`} one={one} store={store.id} />
              ))}
            </ul>
          )}
        </section>
      )}
    </main>
  );
}

const isReason = (reason: string | null): reason is Reason => reason !== null && reason in REASONS;

function Row({ one, store }: { one: FollowUp; store: string }) {
  const id = useId();
  const urgent = one.urgency === 'urgent';
  const reason = isReason(one.reason) ? one.reason : null;
  const when = `${day(one.at, clock.peek())}, ${time(one.at)}`;
  return (
    <li>
      <span class="name">
        <a
          href={`/dashboard/${store}/follow-ups/${one.conversation}`}
          aria-describedby={`${id}d`}
          aria-label={`${one.customer}${reason ? `, ${REASONS[reason]}` : ''}${urgent ? ', urgent' : ''}`}
        >
          <bdi>{one.customer}</bdi>
        </a>
        {!isReaders(one.lang) && <span class="lang">{one.lang}</span>}
      </span>
      <span class="tags">
        <OutcomeBadge outcome={one.outcome} />
        {urgent && <UrgentBadge />}
        {reason && <ReasonBadge reason={reason} />}
        {one.email && (
          <span class="badge line">
            <Icon name="mail" />
            Email left
          </span>
        )}
      </span>
      <span class="num when" id={`${id}d`}>
        <Due at={one.dueAt} />
        {when}
      </span>
      {one.trigger && (
        <q class="cutoff" dir="auto">
          {one.trigger}
        </q>
      )}
    </li>
  );
}

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
