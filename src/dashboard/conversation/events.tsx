import type { ComponentChild, ComponentChildren } from 'preact';
import type { HandoffView, StaffMessage, StaffPerson } from '../../protocol/staff';
import { day, firstName, time } from '../parts/format';
import { Icon } from '../parts/icons';
import { common } from '../words/en/common';
import { events } from '../words/en/events';
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

const called = (staff: StaffPerson, me: string | null) => (staff.id === me ? common.you : firstName(staff.name));
/** As in "to you". */
const calledTo = (staff: StaffPerson, me: string | null) => (staff.id === me ? events.toYou : firstName(staff.name));

const dated = (at: number | undefined): string =>
  at === undefined ? events.later : events.dayAndTime({ day: day(at, Date.now()), time: time(at) });

type Set = (inside: ComponentChild) => ComponentChild;

/** Whom something is given to that somebody has to see to. */
function givenTo(to: StaffPerson | null | undefined, by: StaffPerson): 'left' | 'taken' | 'given' {
  if (!to) return 'left';
  return to.id === by.id ? 'taken' : 'given';
}

/** Who did it, and what they did. @param b sets the name of who did it */
export function wording(event: Happening, { me, customer }: Readers, b: Set): ComponentChild {
  const of = (staff: StaffPerson) => ({
    did: staff.id === me ? events.you : events.them,
    said: { b, who: called(staff, me), customer },
  });
  switch (event.what) {
    case 'asked': {
      const who = {
        customer,
        assistant: common.assistant,
        rule: labels.reasons.rule,
        staff: events.team,
      }[event.source];
      if (!event.reason || event.reason === 'customer_request') return events.asked({ b, who });
      return events.askedWhy({ b, who, reason: labels.reasons[event.reason] });
    }
    case 'joined': {
      const { did, said } = of(event.staff);
      return event.previous ? did.tookFrom({ ...said, from: calledTo(event.previous, me) }) : did.took(said);
    }
    case 'released': {
      const { did, said } = of(event.staff);
      return event.why === 'released' ? did.released(said) : did.gone(said);
    }
    case 'transfer': {
      const { to } = event;
      if (event.is === 'lapsed') {
        if (to.kind === 'team') return events.them.lapsed({ b, who: to.name });
        const { did, said } = of(to);
        return did.lapsed(said);
      }
      const { did, said } = of(event.staff);
      const whom = to.kind === 'team' ? to.name : calledTo(to, me);
      return did[event.is === 'offered' ? 'offered' : 'withdrew']({ ...said, to: whom });
    }
    case 'owed': {
      const { did, said } = of(event.staff);
      if (event.is === 'done') return did.followUpDone(said);
      if (event.is === 'snoozed') return did.followUpLater({ ...said, until: dated(event.until) });
      const to = event.to ? calledTo(event.to, me) : '';
      return did.followUpTo[givenTo(event.to, event.staff)]({ ...said, to });
    }
    case 'reminder':
      return reminded(event, me, of(event.staff));
    case 'check_in': {
      const { did, said } = of(event.staff);
      if (event.is === 'called_off') return did.checkInOff(said);
      return did.checkIn({ ...said, until: dated(event.at), line: event.text });
    }
    case 'emailed':
      return events.passedOn({ b, who: customer, to: event.to });
    case 'closed':
      return events.closed({ b, who: customer });
    case 'mail':
      return events[MAILED[event.is]]({ b, who: customer, address: event.address });
    case 'away':
      return events.askedAway({ b, who: customer });
    case 'ended': {
      const outcome = labels.outcomes[event.outcome];
      if (event.staff) {
        const { did, said } = of(event.staff);
        return did.ended({ ...said, outcome });
      }
      if (event.outcome === 'cancelled')
        return events[event.endedWhile === 'waiting' ? 'cancelled' : 'wentBack']({ b, who: customer });
      return event.outcome === 'unanswered' ? events.unanswered({ b }) : events.ended({ b, outcome });
    }
    default:
      // From a server that was deployed after this page was loaded.
      return events.unknown({ b });
  }
}

const MAILED = {
  left: 'addressLeft',
  confirmed: 'addressConfirmed',
  stopped: 'addressStopped',
  sent: 'replySent',
  failed: 'replyFailed',
  held: 'replyHeld',
} as const;

interface Doer {
  did: typeof events.them | typeof events.you;
  said: { b: Set; who: string; customer: string };
}

function reminded(event: Happening & { what: 'reminder' }, me: string | null, { did, said }: Doer): ComponentChild {
  const { line, to, staff } = event;
  if (event.is === 'done') return did.reminderDone({ ...said, line });
  if (event.is === 'snoozed') return did.reminderLater({ ...said, line, until: dated(event.at) });
  const whom = to ? calledTo(to, me) : '';
  if (event.is === 'given') return did.reminderTo[givenTo(to, staff)]({ ...said, line, to: whom });
  const until = dated(event.at);
  if (!to || to.id === staff.id) return did.reminderSet({ ...said, until, line });
  return did.reminderSetFor({ ...said, to: whom, until, line });
}

/** The same as text alone. */
export const inText = (event: Happening, readers: Readers): string => String(wording(event, readers, (who) => who));

const Line = ({ id, children }: { id?: string; children: ComponentChildren }) => (
  <p class="ev" id={id} tabIndex={-1}>
    <span>{children}</span>
  </p>
);

const actor: Set = (who) => (
  <b>
    <bdi>{who}</bdi>
  </b>
);

export function EventLine({ message, ...readers }: { message: EventMessage } & Readers) {
  return (
    <Line id={placeId(message.seq)}>
      {wording(message.event, readers, actor)} · {time(message.at)} #{message.seq}
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
    {events.thumbs[thumb]}
  </span>
);

/** What is known after the end: the team's ending note, and what the customer thought of it. */
export function Afterwards({ handoff, customer }: { handoff: HandoffView; customer: string }) {
  const { note, rating, assignee } = handoff;
  return (
    <>
      {note && (
        <article
          class="note"
          aria-label={assignee ? events.endingNoteBy({ name: firstName(assignee.name) }) : events.endingNote}
        >
          <header>
            <Icon name="lock" />
            <b>{events.endingNote}</b> {assignee && firstName(assignee.name)}
          </header>
          <div class="words" dir="auto">
            {note}
          </div>
        </article>
      )}
      {rating && (
        <Line>
          {events.rated({ b: actor, who: customer, thumb: <Thumbs thumb={rating.thumb} /> })}
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
