import { firstName } from '../parts/format';
import { Icon } from '../parts/icons';
import { Face } from '../parts/parts';
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
        <p>
          <b>Taken by {firstName(alert.by)}</b>, a moment before you.
          {kept && ' Your text is still here and was not sent.'}
        </p>
        {kept ? (
          <button
            class="btn sm"
            type="button"
            onClick={(event) => {
              toField(event);
              talk.keepAsNote();
            }}
          >
            <Icon name="lock" />
            Keep as private note
          </button>
        ) : (
          <Dismiss talk={talk} />
        )}
      </div>
    );
  }
  if (alert.is === 'stale') {
    const newest = talk.messages.value.findLast((message) => message.kind === 'customer' && message.seq > alert.after);
    return (
      <div class="strip" role="alert">
        <Icon name="alert" />
        <p>
          <b>Not sent yet.</b> <bdi>{firstName(name)}</bdi> wrote {newest ? `#${newest.seq} ` : ''}while you were
          typing.
        </p>
        <button
          class="btn sm"
          type="button"
          onClick={(event) => {
            toField(event);
            talk.send({ anyway: true });
          }}
        >
          Send anyway
        </button>
      </div>
    );
  }
  if (alert.is === 'blank') {
    return (
      <div class="strip" role="alert">
        <Icon name="alert" />
        <p>
          <b>Not sent.</b> Fill in <bdi>{alert.what}</bdi> first.
        </p>
      </div>
    );
  }
  return (
    <div class="strip" role="alert">
      <Icon name="alert" />
      <p>
        {alert.unsent && <b>Not sent. </b>}
        {alert.message}
      </p>
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
    Dismiss
  </button>
);
