import { parts } from '../asked/loader';
import { banner } from '../banner';
import { tryAgain } from '../chat';
import type { Entry } from '../entries';
import { filesPart } from '../files/loader';
import { dayOf, timeOf } from '../reading';
import { say } from '../words';
import { focusMessage } from './composer';
import { Icon } from './icons';

/** Plain text with its links, once what finds them is here: what anybody writes never becomes markup. */
export const Text = ({ text }: { text: string }) => (
  <>
    {(parts.value ? parts.value.findLinks(text) : [text]).map((run) =>
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

export const label = (name: string, at: number) => `${name}, ${timeOf(at)}`;

/** One line of the log. */
export function Line({ entry }: { entry: Entry }) {
  const Parts = parts.value;
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
    case 'new':
      return Parts && <Parts.NewLine />;
    case 'own':
      return <Own entry={entry} />;
    case 'stamp':
      return <p class="stamp me">{entry.seen ? say('seen', { time: timeOf(entry.at) }) : timeOf(entry.at)}</p>;
    case 'answer': {
      const { text, at } = entry.message;
      return (
        <>
          {text && (
            <article class="msg" aria-label={label(say('assistant'), at)} dir="auto">
              <Text text={text} />
            </article>
          )}
          {Parts && <Parts.Below message={entry.message} />}
        </>
      );
    }
    case 'stream':
      // Announced when it is whole.
      return (
        <div class="msg" aria-hidden="true" dir="auto">
          {entry.text}
        </div>
      );
    case 'staff':
      return Parts && <Parts.Staff message={entry.message} />;
    case 'event':
      return Parts && <Parts.EventLine event={entry.event} contact={entry.contact} />;
    case 'rating':
      return Parts && <Parts.Rating rating={entry.rating} />;
  }
}

function Own({ entry }: { entry: Extract<Entry, { is: 'own' }> }) {
  const Parts = parts.value;
  const Files = filesPart.value;
  const waits = entry.status === 'sending' && banner.value === 'lost';
  return (
    <>
      <article
        class={`msg me ${waits || entry.status === 'failed' ? 'queued' : ''}`}
        aria-label={label(say('you'), entry.at)}
        dir="auto"
      >
        <Text text={entry.text || (entry.mail?.join(', ') ?? '')} />
        {Files && <Files.Shown files={entry.files} />}
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
