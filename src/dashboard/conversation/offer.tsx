import type { StaffState } from '../../protocol/staff';
import { isMeant } from '../desk/attention';
import type { Desk } from '../desk/desk';
import { bold } from '../parts/bold';
import { firstName } from '../parts/format';
import { Icon } from '../parts/icons';
import { chat } from '../words/en/chat';
import { toField } from './focus';
import { noteOf } from './recalled';
import type { Talk } from './talk';

/** A chat that is being passed on: to its sender with the way back, to whom it is offered with the sender's note. */
export function Offer({ talk, state, desk }: { talk: Talk; state: StaffState; desk: Desk }) {
  const { handoff, customer } = state;
  if (!handoff?.transfer || !handoff.assignee) return null;
  const { to, at } = handoff.transfer;
  const name = <bdi>{firstName(customer.name)}</bdi>;
  if (talk.standing.mode.value === 'mine') {
    return (
      <div class="strip calm">
        <Icon name="transfer" />
        <p role="status" aria-label={chat.transfer}>
          {chat.offered({ b: bold, to: to.kind === 'person' ? firstName(to.name) : to.name, name })}
        </p>
        <button
          class="btn sm"
          type="button"
          onClick={(event) => {
            toField(event);
            void talk.orders.withdraw();
          }}
        >
          {chat.withdraw}
        </button>
      </div>
    );
  }
  if (!isOfferedTo(state, desk)) return null;
  const sender = firstName(handoff.assignee.name);
  const note = noteOf(talk.messages.value, handoff.assignee.id, at);
  return (
    <div class="strip calm">
      <Icon name="transfer" />
      <div class="t">
        <p role="status" aria-label={chat.transfer}>
          {to.kind === 'person'
            ? chat.offeredYou({ b: bold, sender, name })
            : chat.offeredTeam({ b: bold, sender, team: to.name, name })}
        </p>
        {note && (
          <p class="said">
            <Icon name="lock" />
            <span class="words" dir="auto">
              {note}
            </span>
          </p>
        )}
      </div>
    </div>
  );
}

/** Whether the reader is meant by the offer that stands in a colleague's chat. */
export function isOfferedTo({ handoff }: StaffState, desk: Desk): boolean {
  const crew = desk.crew.value;
  return Boolean(handoff?.transfer && handoff.assignee?.id !== crew.me && isMeant(handoff.transfer.to, crew));
}
