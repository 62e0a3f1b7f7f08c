import { Leave } from '../asked/leave';
import type { Event } from '../entries';
import { sayAny as say } from '../words';
import { count, sayInParts } from './counted';
import { Glyph } from './glyphs';
import { openingOf } from './opening';

/** What happened, between the messages. */
export function EventLine({ event, contact }: { event: Event; contact: boolean }) {
  switch (event.what) {
    case 'asked':
      return <p class="sys">{event.source === 'customer' ? say('asked') : say('askedForYou')}</p>;
    case 'joined': {
      const { name, previous } = event;
      return (
        <p class="sys">
          {sayInParts(previous === null ? 'joined' : 'takesOver', { name, previous: previous ?? '' }).map((part, i) =>
            i % 2 ? <b>{part}</b> : part,
          )}
        </p>
      );
    }
    case 'released':
      return (
        <p class="sys">{sayInParts('left', { name: event.name }).map((part, i) => (i % 2 ? <b>{part}</b> : part))}</p>
      );
    case 'ended':
      return (
        <>
          <p class="sys">{closingOf(event)}</p>
          {contact && <ContactBlock />}
        </>
      );
    case 'emailed':
      return (
        <>
          <p class="sys">
            {say('emailed')} <bdi>{event.expectation}</bdi>
          </p>
          {contact && <ContactBlock />}
        </>
      );
    case 'closed':
      return <p class="sys">{say('closed')}</p>;
    case 'away':
      return <Away words={event.words} opensAt={event.opensAt} contact={contact} />;
  }
}

function closingOf(event: Event & { what: 'ended' }): string {
  if (event.how !== 'session') return say(event.how);
  return event.handback ? count('handback', event.handback.days, { name: event.handback.name }) : say('ended');
}

/** Where an answer can only come by email. */
const ContactBlock = () => (
  <div class="block">
    <Leave />
  </div>
);

/** Outside hours: the store's words, and when somebody will be there. Nothing in it says that anybody waits. */
const Away = ({ words, opensAt, contact }: { words: string | null; opensAt: number | null; contact: boolean }) => (
  <>
    <div class="block">
      <p dir="auto">{words ?? say('away')}</p>
      {opensAt !== null && (
        <p class="next">
          <Glyph name="moon" />
          <span>{say(...openingOf(opensAt, Date.now()))}</span>
        </p>
      )}
      {contact && <Leave />}
    </div>
    <p class="sys">{say('keepChatting')}</p>
  </>
);
