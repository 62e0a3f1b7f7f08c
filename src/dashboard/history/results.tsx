import { Fragment } from 'preact';
import { useId } from 'preact/hooks';
import { Thumbs } from '../conversation/events';
import { placeId } from '../conversation/jump';
import { called, day, firstName, isReaders, languageName, time } from '../parts/format';
import { Icon } from '../parts/icons';
import { OUTCOMES, type Outcome, REASONS, type Reason } from '../parts/labels';
import { OutcomeBadge, ReasonBadge, TestBadge, UrgentBadge } from '../parts/parts';
import { clock } from '../session/clock';
import { chat } from '../words/en/chat';
import { common } from '../words/en/common';
import { events } from '../words/en/events';
import { history as words } from '../words/en/history';
import type { Excerpt, Hit, Result } from './door';

/** What was found: one row a conversation, and below it the messages that hold the words, each a link to its place. */
export const Results = ({ results, store }: { results: readonly Result[]; store: string }) => (
  <ul class="found" aria-label={words.conversations}>
    {results.map((one) => (
      <Row key={one.conversation} one={one} href={`/dashboard/${store}/history/${one.conversation}`} />
    ))}
  </ul>
);

const isOutcome = (outcome: string | null): outcome is Outcome => outcome !== null && outcome in OUTCOMES;
const isReason = (reason: string | null): reason is Reason => reason !== null && reason in REASONS;

function Row({ one, href }: { one: Result; href: string }) {
  const id = useId();
  const { lang, email, lastAt, messages, handoff, hits, more, note, tags } = one;
  const customer = called(one.customer);
  const outcome = handoff && isOutcome(handoff.outcome) ? handoff.outcome : null;
  const reason = handoff && isReason(handoff.reason) ? handoff.reason : null;
  return (
    <li>
      <div class="row">
        <span class="name">
          <a href={href} aria-describedby={`${id}d`} dir="auto">
            {customer}
          </a>
          {!isReaders(lang) && (
            <span class="lang" title={languageName(lang)}>
              {lang}
            </span>
          )}
          {email && (
            <span class="cutoff hint" dir="auto">
              {email}
            </span>
          )}
        </span>
        <span class="tags">
          {one.test && <TestBadge />}
          {outcome && <OutcomeBadge outcome={outcome} />}
          {handoff?.urgency === 'urgent' && <UrgentBadge />}
          {reason && <ReasonBadge reason={reason} />}
          {handoff?.rating && <Thumbs thumb={handoff.rating} />}
          {tags.map((tag) => (
            <span key={tag} class="badge line" dir="auto">
              {tag}
            </span>
          ))}
        </span>
        <span class="when num" id={`${id}d`}>
          {handoff?.staff && <span>{firstName(handoff.staff.name)}</span>}
          <span>{words.messages({ n: messages })}</span>
          <span>{words.dayAndTime({ day: day(lastAt, clock.peek()), time: time(lastAt) })}</span>
        </span>
      </div>
      {(hits.length > 0 || note) && (
        <ul class="hits" aria-label={words.messagesOf({ customer })}>
          {hits.map((hit) => (
            <li key={hit.seq}>
              <a href={`${href}#${placeId(hit.seq)}`} class="hit">
                <Who hit={hit} customer={customer} />
                <span class="said" dir="auto">
                  <Marked {...hit} />
                </span>
              </a>
            </li>
          ))}
          {note && (
            <li>
              <a href={href} class="hit">
                <span class="who">
                  <Icon name="lock" />
                  {events.endingNote}
                </span>
                <span class="said" dir="auto">
                  <Marked {...note} />
                </span>
              </a>
            </li>
          )}
          {more > 0 && <li class="hint">{words.moreMessages({ n: more })}</li>}
        </ul>
      )}
    </li>
  );
}

const WHO: Record<Exclude<Hit['from'], 'staff' | 'note'>, (customer: string) => string> = {
  customer: firstName,
  assistant: () => common.assistant,
};

function Who({ hit, customer }: { hit: Hit; customer: string }) {
  if (hit.from === 'note') {
    return (
      <span class="who">
        <Icon name="lock" />
        {hit.name ? words.noteBy({ name: firstName(hit.name) }) : chat.privateNote}
      </span>
    );
  }
  return <span class="who">{hit.from === 'staff' ? firstName(hit.name ?? words.team) : WHO[hit.from](customer)}</span>;
}

/** A text with what was looked for marked in it. */
function Marked({ text, marks }: Excerpt) {
  let at = 0;
  return (
    <>
      {marks.map(([from, to]) => {
        const before = text.slice(at, from);
        at = to;
        return (
          <Fragment key={from}>
            {before}
            <mark>{text.slice(from, to)}</mark>
          </Fragment>
        );
      })}
      {text.slice(at)}
    </>
  );
}
