import type { ComponentChildren } from 'preact';
import type { HandoffView, StaffMessage, StaffPerson } from '../../protocol/staff';
import { day, firstName, time } from '../parts/format';
import { Icon } from '../parts/icons';
import { REASONS } from '../parts/labels';
import { labels } from '../words/en/labels';
import { placeId } from './jump';

type EventMessage = StaffMessage & { kind: 'event' };
type Happening = EventMessage['event'];

interface Readers {
  /** The reader's own id. */
  me: string | null;
  /** What to call the customer. */
  customer: string;
}

const called = (staff: StaffPerson, me: string | null) => (staff.id === me ? 'You' : firstName(staff.name));

const dated = (at: number | undefined): string => (at === undefined ? 'later' : `${day(at, Date.now())}, ${time(at)}`);

function givenTo(what: string, to: StaffPerson | null | undefined, by: StaffPerson, me: string | null): string {
  if (!to) return `left the ${what} to whoever comes`;
  if (to.id === by.id) return `sees to the ${what}`;
  return `gave the ${what} to ${to.id === me ? 'you' : firstName(to.name)}`;
}

/** Who did it, and what they did. */
export function wording(event: Happening, { me, customer }: Readers): [who: string, did: string] {
  switch (event.what) {
    case 'asked': {
      const why = event.reason && event.reason !== 'customer_request' ? `: ${REASONS[event.reason]}` : '';
      const who = { customer, assistant: 'Assistant', rule: 'Store rule', staff: 'Team' }[event.source];
      return [who, `asked for a person${why}`];
    }
    case 'joined': {
      const from = event.previous ? ` from ${event.previous.id === me ? 'you' : firstName(event.previous.name)}` : '';
      return [called(event.staff, me), `took over${from}`];
    }
    case 'released':
      if (event.why === 'released') return [called(event.staff, me), 'released this chat'];
      return [called(event.staff, me), `had gone while ${customer} waited for a reply`];
    case 'transfer': {
      const to = event.to.kind === 'person' ? called(event.to, me) : event.to.name;
      const did = {
        offered: `offered this chat to ${to === 'You' ? 'you' : to}`,
        withdrawn: `took back the offer to ${to === 'You' ? 'you' : to}`,
        lapsed: '',
      };
      return event.is === 'lapsed' ? [to, 'did not take this chat in time'] : [called(event.staff, me), did[event.is]];
    }
    case 'owed': {
      if (event.is === 'done') return [called(event.staff, me), 'settled the follow-up without a reply'];
      if (event.is === 'snoozed') return [called(event.staff, me), `put the follow-up off to ${dated(event.until)}`];
      return [called(event.staff, me), givenTo('follow-up', event.to, event.staff, me)];
    }
    case 'reminder': {
      const which = `the reminder “${event.line}”`;
      if (event.is === 'done') return [called(event.staff, me), `settled ${which}`];
      if (event.is === 'snoozed') return [called(event.staff, me), `put ${which} off to ${dated(event.at)}`];
      if (event.is === 'given')
        return [called(event.staff, me), givenTo(`reminder “${event.line}”`, event.to, event.staff, me)];
      const whose =
        event.to && event.to.id !== event.staff.id
          ? ` for ${called(event.to, me) === 'You' ? 'you' : firstName(event.to.name)}`
          : '';
      return [called(event.staff, me), `set a reminder${whose}, ${dated(event.at)}: ${event.line}`];
    }
    case 'check_in':
      if (event.is === 'called_off') return [called(event.staff, me), 'called off the check-in'];
      return [called(event.staff, me), `planned a check-in for ${dated(event.at)}: ${event.text}`];
    case 'emailed':
      return [customer, `asked for a person: passed on to ${event.to}`];
    case 'mail': {
      const { address } = event;
      const did = {
        left: `left an email address: ${address}`,
        confirmed: `confirmed ${address}`,
        stopped: `wants no more mail at ${address}`,
      };
      if (event.is === 'sent') return ['Reply', `sent to ${address}`];
      if (event.is === 'failed') return ['Reply', `could not be sent to ${address}`];
      if (event.is === 'held') return ['Reply', `not sent to ${address}: too many mails to unconfirmed addresses`];
      return [customer, did[event.is]];
    }
    case 'away':
      return [customer, 'asked for a person outside hours'];
    case 'ended':
      if (event.staff) return [called(event.staff, me), `ended the session: ${labels.outcomes[event.outcome]}`];
      if (event.outcome === 'cancelled') {
        return [customer, event.endedWhile === 'waiting' ? 'cancelled the request' : 'went back to the assistant'];
      }
      if (event.outcome === 'unanswered') return ['Nobody', 'answered in time'];
      return ['Ended', labels.outcomes[event.outcome]];
    default:
      // From a server that was deployed after this page was loaded.
      return ['Something', 'happened that this page knows only when it is loaded again'];
  }
}

const Line = ({ id, children }: { id?: string; children: ComponentChildren }) => (
  <p class="ev" id={id} tabIndex={-1}>
    <span>{children}</span>
  </p>
);

export function EventLine({ message, ...readers }: { message: EventMessage } & Readers) {
  const [who, did] = wording(message.event, readers);
  return (
    <Line id={placeId(message.seq)}>
      <b>
        <bdi>{who}</bdi>
      </b>{' '}
      {did} · {time(message.at)} #{message.seq}
    </Line>
  );
}

export const DayLine = ({ name }: { name: string }) => (
  <p class="ev day">
    <span>{name}</span>
  </p>
);

/** The customer's rating. The icon never stands alone. */
export const Thumbs = ({ thumb }: { thumb: 'up' | 'down' }) => (
  <span class={`thumbs ${thumb}`}>
    <Icon name={thumb === 'up' ? 'thumbUp' : 'thumbDown'} />
    Thumbs {thumb}
  </span>
);

/** What is known after the end: the team's ending note, and what the customer thought of it. */
export function Afterwards({ handoff, customer }: { handoff: HandoffView; customer: string }) {
  const { note, rating, assignee } = handoff;
  return (
    <>
      {note && (
        <article class="note" aria-label={`Ending note${assignee ? ` by ${firstName(assignee.name)}` : ''}`}>
          <header>
            <Icon name="lock" />
            <b>Ending note</b> {assignee && firstName(assignee.name)}
          </header>
          <div class="words" dir="auto">
            {note}
          </div>
        </article>
      )}
      {rating && (
        <Line>
          <b>
            <bdi>{customer}</bdi>
          </b>{' '}
          rated this <Thumbs thumb={rating.thumb} />
          {rating.comment && (
            <q class="words" dir="auto">
              {rating.comment}
            </q>
          )}
        </Line>
      )}
    </>
  );
}
