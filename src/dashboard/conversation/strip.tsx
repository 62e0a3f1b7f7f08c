import { bold } from '../parts/bold';
import { firstName } from '../parts/format';
import { Icon } from '../parts/icons';
import { Face } from '../parts/parts';
import { chat } from '../words/en/chat';
import { toField } from './focus';
import type { Talk } from './talk';

/** What came between writing and sending, above the composer, with the way on. */
export function Strip({ talk, name }: { talk: Talk; name: string }) {
  const alert = talk.alert.value;
  if (!alert) return null;
  if (alert.is === 'taken') {
    const kept = talk.draft.reply.value.trim() !== '' || talk.draft.cards.value.length > 0;
    const winner = talk.state.value?.handoff?.assignee;
    return (
      <div class="strip" role="alert">
        {winner?.name === alert.by ? <Face initials={winner.initials} staff /> : <Icon name="alert" />}
        <p>{chat[kept ? 'takenByKept' : 'takenBy']({ b: bold, name: firstName(alert.by) })}</p>
        {kept ? (
          <button
            class="btn sm"
            type="button"
            onClick={(event) => {
              toField(event);
              talk.posting.keepAsNote();
            }}
          >
            <Icon name="lock" />
            {chat.keepAsNote}
          </button>
        ) : (
          <Dismiss talk={talk} />
        )}
      </div>
    );
  }
  if (alert.is === 'stale') {
    const who = { b: bold, name: <bdi>{firstName(name)}</bdi> };
    const newest = talk.messages.value.findLast((message) => message.kind === 'customer' && message.seq > alert.after);
    return (
      <div class="strip" role="alert">
        <Icon name="alert" />
        <p>{newest ? chat.staleMessage({ ...who, seq: String(newest.seq) }) : chat.stale(who)}</p>
        <button
          class="btn sm"
          type="button"
          onClick={(event) => {
            toField(event);
            talk.posting.send({ anyway: true });
          }}
        >
          {chat.sendAnyway}
        </button>
      </div>
    );
  }
  if (alert.is === 'blank') {
    return (
      <div class="strip" role="alert">
        <Icon name="alert" />
        <p>{chat.blank({ b: bold, what: <bdi>{alert.what}</bdi> })}</p>
      </div>
    );
  }
  return (
    <div class="strip" role="alert">
      <Icon name="alert" />
      <p>{alert.unsent ? chat.unsentWhy({ b: bold, why: alert.message }) : alert.message}</p>
      <Dismiss talk={talk} />
    </div>
  );
}

const Dismiss = ({ talk }: { talk: Talk }) => (
  <button
    class="btn plain sm"
    type="button"
    onClick={(event) => {
      toField(event);
      talk.alert.value = null;
    }}
  >
    {chat.dismiss}
  </button>
);
