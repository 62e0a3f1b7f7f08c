import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { StaffState } from '../../protocol/staff';
import { day, firstName } from '../parts/format';
import { OutcomeBadge } from '../parts/parts';
import { getPast, type Past } from '../session/api';
import { clock } from '../session/clock';
import { facts } from '../words/en/facts';
import { labels } from '../words/en/labels';
import { Thumbs } from './events';
import { jump, placeId } from './jump';
import type { Talk } from './talk';

/** What the customer asked before: earlier requests here, and conversations in which they left the same address. */
export function PastConversations({ talk, state }: { talk: Talk; state: StaffState }) {
  const past = useSignal<readonly Past[] | null>(null);
  const failed = useSignal('');
  const address = state.customer.email?.address;
  useEffect(() => {
    let over = false;
    void getPast(talk.store, talk.id).then((answer) => {
      if (over) return;
      failed.value = answer.ok ? '' : answer.message;
      if (answer.ok) past.value = answer.value.past;
    });
    return () => {
      over = true;
    };
  }, [talk, address, state.handoff?.n, state.handoff?.status]);
  if (!past.value && !failed.value) return null;
  const list = past.value ?? [];
  const maybe = list.some(({ theirs }) => !theirs);
  return (
    <section>
      <h3>{facts.past}</h3>
      {failed.value && <p class="hint">{failed.value}</p>}
      {list.length === 0 && !failed.value && <p class="hint">{facts.noneYet}</p>}
      {list.length > 0 && (
        <ul class="past" aria-label={facts.past}>
          {list.map((one) => (
            <li key={`${one.conversation}/${one.n}`}>
              <PastLine one={one} talk={talk} />
            </li>
          ))}
        </ul>
      )}
      {maybe && !state.customer.email?.confirmed && <p class="hint">{facts.maybeOthers}</p>}
    </section>
  );
}

function byWhom({ at, by, outcome, reason }: Past): string {
  const when = day(at, clock.peek());
  if (by) return facts.pastWith({ day: when, name: firstName(by) });
  return facts[outcome && reason ? 'pastNobody' : 'pastAssistant']({ day: when });
}

function PastLine({ one, talk }: { one: Past; talk: Talk }) {
  const { conversation, n, words, reason, outcome, rating } = one;
  const seq = conversation === talk.id && n !== null ? placeOf(talk, n) : null;
  const title = words || (reason ? labels.reasons[reason] : facts.conversation);
  return (
    <>
      <span>
        <a
          class="lnk"
          dir="auto"
          href={
            seq === null ? `/dashboard/${talk.store}/inbox/${encodeURIComponent(conversation)}` : `#${placeId(seq)}`
          }
          onClick={(event) => {
            if (seq === null) return;
            event.preventDefault();
            jump(seq);
          }}
        >
          {title}
        </a>
        <small class="hint">
          {byWhom(one)}
          {rating && <Thumbs thumb={rating} />}
        </small>
      </span>
      {outcome && <OutcomeBadge outcome={outcome} />}
    </>
  );
}

/** Where a request of this conversation was asked; null where its log is not here. */
function placeOf(talk: Talk, handoff: number): number | null {
  const asked = talk.messages.value.find(
    (one) => one.kind === 'event' && 'handoff' in one.event && one.event.handoff === handoff,
  );
  return asked?.seq ?? null;
}
