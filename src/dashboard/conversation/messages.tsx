import { useSignal } from '@preact/signals';
import { Fragment } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { initialsOf } from '../../protocol/names';
import type { StaffMessage, StaffState } from '../../protocol/staff';
import { beginsDay, called, day, firstName } from '../parts/format';
import { Icon } from '../parts/icons';
import { Dots } from '../parts/parts';
import { clock } from '../session/clock';
import { chat } from '../words/en/chat';
import { Afterwards, DayLine, EventLine } from './events';
import { jump, namedPlace } from './jump';
import { Message, Streaming, Unsent } from './message';
import type { Talk } from './talk';
import type { Typist } from './typists';

/** How long the message that a link led to is marked, ms. */
const NAMED_SHOWS = 8_000;
/** So near the end counts as being there. */
const NEAR = 48;

/** The whole history, newest last. It stays at the end while the reader is there, and where it is while they read back. */
export function Messages({ talk, state }: { talk: Talk; state: StaffState }) {
  const log = useRef<HTMLDivElement>(null);
  const named = useRef(namedPlace());
  const atEnd = useRef(named.current === null);
  const top = useRef(0);
  const unseen = useSignal(0);
  const messages = talk.messages.value;
  const letters = talk.outgoing.letters.value;
  const streams = talk.streams.open.value;
  const alert = talk.alert.value;

  const look = () => {
    if (!atEnd.current || document.visibilityState !== 'visible') return;
    unseen.value = 0;
    talk.readMark.reach(talk.last);
  };
  const toEnd = () => {
    atEnd.current = true;
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
    look();
  };
  useLayoutEffect(() => {
    if (named.current !== null && jump(named.current, NAMED_SHOWS)) named.current = null;
    else if (atEnd.current) toEnd();
    else unseen.value = messages.filter((message) => message.seq > talk.readMark.seen).length;
  }, [messages]);
  // What was not seen before is shown before anything goes out.
  useLayoutEffect(() => {
    if (alert?.is === 'stale') toEnd();
  }, [alert, messages]);
  useEffect(() => {
    // Whatever makes the log longer or lower: pieces, letters, who is typing, a rating, a growing composer.
    const stay = () => atEnd.current && toEnd();
    const resized = new ResizeObserver(stay);
    const changed = new MutationObserver(stay);
    if (log.current) {
      resized.observe(log.current);
      changed.observe(log.current, { childList: true, subtree: true, characterData: true });
    }
    document.addEventListener('visibilitychange', look);
    return () => {
      resized.disconnect();
      changed.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  }, [talk]);
  const onScroll = () => {
    if (!log.current) return;
    const { scrollHeight, scrollTop, clientHeight } = log.current;
    // Only who scrolls up leaves the end: a field that grows in the same frame is told after the scrolling before it.
    atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR || (atEnd.current && scrollTop >= top.current);
    top.current = scrollTop;
    look();
  };

  const me = talk.me.value;
  const customer = firstName(state.customer.name);
  const name = called(state.customer.name);
  const who = { name, initials: initialsOf(name) };
  const readers = { me: me?.id ?? null, customer: who, of: { store: talk.store, conversation: talk.id } };
  const newestSeen = messages.findLast((message) => message.kind === 'staff' && message.seq <= state.seen)?.seq;
  const now = clock.peek();
  return (
    <div class="log">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div class="msgs" role="log" aria-label={chat.messages} tabIndex={0} ref={log} onScroll={onScroll}>
        {messages.map((message, i) => (
          <Fragment key={message.seq}>
            {beginsDay(messages[i - 1]?.at, message.at, now) && <DayLine name={day(message.at, now)} />}
            {message.kind === 'event' ? (
              <EventLine message={message} me={readers.me} customer={customer} />
            ) : (
              <Message message={message} seen={message.seq === newestSeen} {...readers} />
            )}
            {isEndOf(message, state) && state.handoff && <Afterwards handoff={state.handoff} customer={customer} />}
          </Fragment>
        ))}
        {streams.map((stream) => (
          <Streaming key={stream.answer} text={stream.text} />
        ))}
        {letters.map((letter) => (
          <Unsent
            key={letter.id}
            letter={letter}
            initials={me?.initials ?? ''}
            online={talk.line.state.value === 'open'}
            onPutBack={() => talk.posting.putBack(letter.id)}
          />
        ))}
        <Typing talk={talk} customer={customer} />
      </div>
      {unseen.value > 0 && (
        <button
          class="btn sm newer"
          type="button"
          onClick={() => {
            log.current?.focus();
            toEnd();
          }}
        >
          {chat.newMessages}
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}

const isEndOf = (message: StaffMessage, { handoff }: StaffState) =>
  message.kind === 'event' && message.event.what === 'ended' && message.event.handoff === handoff?.n;

function Typing({ talk, customer }: { talk: Talk; customer: string }) {
  const names = talk.typists.now.value.map((who: Typist) => (who ? firstName(who.name) : customer));
  return (
    <p class="typing" role="status" aria-label={chat.typing}>
      {names.length > 0 && (
        <>
          <Dots />
          <span>{names.map((name) => chat.isTyping({ name })).join(' ')}</span>
        </>
      )}
    </p>
  );
}
