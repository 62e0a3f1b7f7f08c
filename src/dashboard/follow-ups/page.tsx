import { useEffect } from 'preact/hooks';
import { day, isReaders, time } from '../parts/format';
import { Relay } from '../parts/icons';
import { REASONS, type Reason } from '../parts/labels';
import { OutcomeBadge, ReasonBadge, UrgentBadge, Warning } from '../parts/parts';
import type { FollowUp, StoreOfMine } from '../session/api';
import { clock } from '../session/clock';
import { useTitle } from '../shell/title';
import type { FollowUps } from './follow-ups';

/** Whom the team still owes a word, the newest first. */
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
              <p>Customers whom {store.name} still owes a word. Open one to read it and take it over.</p>
            </div>
          </div>
          {owed.failed.value && <Warning>{owed.failed.value}</Warning>}
          {list && (
            <ul class="owed" aria-label="Follow-ups">
              {list.map((one) => (
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
  const urgent = one.urgency === 'urgent';
  const reason = isReason(one.reason) ? one.reason : null;
  const when = `${day(one.at, clock.peek())}, ${time(one.at)}`;
  return (
    <li>
      <span class="name">
        <a
          href={`/dashboard/${store}/inbox/${one.conversation}`}
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
      </span>
      <span class="num when">{when}</span>
      {one.trigger && (
        <q class="cutoff" dir="auto">
          {one.trigger}
        </q>
      )}
    </li>
  );
}
