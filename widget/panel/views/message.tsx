import { parts } from '../asked/loader';
import { banner } from '../banner';
import { thread, tryAgain } from '../chat';
import type { Entry, Event } from '../entries';
import { findLinks } from '../links';
import { dayOf, openingOf, timeOf } from '../reading';
import { count, say, sayInParts } from '../words';
import { Articles, Cards } from './cards';
import { focusMessage } from './composer';
import { Icon } from './icons';

/** Plain text with its links: what anybody writes never becomes markup. */
const Text = ({ text }: { text: string }) => (
  <>
    {findLinks(text).map((run) =>
      typeof run === 'string' ? (
        run
      ) : (
        <a href={run.href} target="_blank" rel="noopener noreferrer nofollow">
          {run.text}
        </a>
      ),
    )}
  </>
);

const label = (name: string, at: number) => `${name}, ${timeOf(at)}`;

/** One line of the log. */
export function Line({ entry }: { entry: Entry }) {
  switch (entry.is) {
    case 'day':
      return (
        <p class="day">
          {dayOf(entry.at, Date.now())} {timeOf(entry.at)}
        </p>
      );
    case 'by':
      return (
        <p class="by">
          <bdi>{entry.name ?? say('assistant')}</bdi>
        </p>
      );
    case 'greeting':
      return (
        <article class="msg" aria-label={label(say('assistant'), entry.at)} dir="auto">
          <Text text={entry.text} />
        </article>
      );
    case 'own':
      return <Own entry={entry} />;
    case 'stamp':
      return <p class="stamp me">{entry.seen ? say('seen', { time: timeOf(entry.at) }) : timeOf(entry.at)}</p>;
    case 'answer':
      return <Answer message={entry.message} />;
    case 'stream':
      // Announced when it is whole.
      return (
        <div class="msg" aria-hidden="true" dir="auto">
          {entry.text}
        </div>
      );
    case 'staff': {
      const { from, text, at, cards } = entry.message;
      return (
        <>
          <div class="row">
            <span class="face s" aria-hidden="true">
              {from.initials}
            </span>
            <article class="msg person" aria-label={label(from.name, at)} dir="auto">
              <Text text={text} />
            </article>
          </div>
          <Cards cards={cards} />
        </>
      );
    }
    case 'event':
      return <EventLine event={entry.event} contact={entry.contact} />;
    case 'rating': {
      const Parts = parts.value;
      return Parts && <Parts.Rating rating={entry.rating} />;
    }
  }
}

function Own({ entry }: { entry: Extract<Entry, { is: 'own' }> }) {
  const Parts = parts.value;
  const waits = entry.status === 'sending' && banner.value === 'lost';
  return (
    <>
      <article
        class={`msg me ${waits || entry.status === 'failed' ? 'queued' : ''}`}
        aria-label={label(say('you'), entry.at)}
        dir="auto"
      >
        <Text text={entry.text || (entry.mail?.join(', ') ?? '')} />
      </article>
      {entry.mail && Parts && <Parts.ByEmail attachments={entry.text ? entry.mail : []} />}
      {waits && (
        <p class="stamp me">
          <Icon name="clock" />
          {say('queued')}
        </p>
      )}
      {entry.status === 'failed' && (
        <p class="stamp me failed">
          <Icon name="alert" />
          <span>{say('failed')}</span>
          <button
            type="button"
            onClick={() => {
              tryAgain(entry.id);
              focusMessage();
            }}
          >
            {say('again')}
          </button>
        </p>
      )}
    </>
  );
}

function Answer({ message }: { message: Extract<Entry, { is: 'answer' }>['message'] }) {
  const { text, cards, links, cut, at } = message;
  return (
    <>
      {text && (
        <article class="msg" aria-label={label(say('assistant'), at)} dir="auto">
          <Text text={text} />
        </article>
      )}
      {cut && <p class="cut">{cut.by === null ? say('cutByAsking') : say('cutByPerson', { name: cut.by })}</p>}
      <Cards cards={cards} />
      <Articles links={links} />
    </>
  );
}

function EventLine({ event, contact }: { event: Event; contact: boolean }) {
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
    case 'away':
      return <Away words={event.words} opensAt={event.opensAt} contact={contact} />;
  }
}

function closingOf(event: Event & { what: 'ended' }): string {
  if (event.how !== 'session') return say(event.how);
  return event.handback ? count('handback', event.handback.days, { name: event.handback.name }) : say('ended');
}

/** Where an answer can only come by email. Nothing until the part is here. */
function Contact() {
  const Parts = parts.value;
  return Parts && <Parts.Leave />;
}

const ContactBlock = () =>
  parts.value && (
    <div class="block">
      <Contact />
    </div>
  );

/** Outside hours: the store's words, and when somebody will be there. Nothing in it says that anybody waits. */
const Away = ({ words, opensAt, contact }: { words: string | null; opensAt: number | null; contact: boolean }) => (
  <>
    <div class="block">
      <p dir="auto">{words ?? say('away')}</p>
      {opensAt !== null && (
        <p class="next">
          <Icon name="moon" />
          <span>{say(...openingOf(opensAt, Date.now()))}</span>
        </p>
      )}
      {contact && <Contact />}
    </div>
    <p class="sys">{say('keepChatting')}</p>
  </>
);

/** Whether the first welcome is drawn: what was there before is not read out. */
export const isKnown = () => thread.value.state !== null;
