import { computed } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { parts } from '../asked/loader';

import { newAfter, phase, queue, store, thread, typing } from '../chat';

import { entriesOf } from '../entries';
import { returning } from '../host';
import { midnight } from '../reading';
import { EMPTY } from '../thread';
import { say } from '../words';
import { Line } from './message';

const NEAR = 48;
const since = Date.now();

/** What was said before is drawn at once, with all that belongs to it. */
const held = computed(() => returning && parts.value === null);

const entries = computed(() =>
  entriesOf({
    thread: held.value ? EMPTY : thread.value,
    queue: queue.value,
    greeting: store.value && (store.value.greeting ?? say('greeting')),
    since,
    newAfter: newAfter.value,
    midnight,
  }),
);

/** All that was said, at its newest line unless the customer has scrolled up to read. */
export function Log() {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [live, setLive] = useState(false);
  const list = entries.value;
  const Parts = parts.value;
  const unsent = queue.value.length;
  const isDrawn = thread.value.state !== null && !held.value;

  // Own words are always followed.
  useLayoutEffect(() => {
    if (unsent) atEnd.current = true;
  }, [unsent]);
  // Whatever makes the log longer or lower, parts of it that come later among it.
  useLayoutEffect(() => {
    const log = box.current!;
    let top = 0;
    const toEnd = () => {
      if (atEnd.current) log.scrollTop = log.scrollHeight;
    };
    // Only who scrolls up leaves the end: a dock that grows in the same frame is told after the scrolling before it.
    log.onscroll = () => {
      const at = log.scrollTop;
      atEnd.current = log.scrollHeight - at - log.clientHeight < NEAR || (atEnd.current && at >= top);
      top = at;
    };
    new ResizeObserver(toEnd).observe(log);
    new MutationObserver(toEnd).observe(log, { childList: true, subtree: true, characterData: true });
  }, []);
  useEffect(() => {
    if (isDrawn) setLive(true);
  }, [isDrawn]);

  return (
    <div
      class="log"
      ref={box}
      role="log"
      aria-label={say('messages')}
      aria-live={live ? 'polite' : 'off'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
      tabIndex={0}
    >
      {list.map((entry) => (
        <Line key={entry.is + entry.key} entry={entry} />
      ))}
      {Parts && <Parts.Choices />}
      {Parts && <Parts.Thinking />}
      <Typing />
    </div>
  );
}

/** Always in the page, so that a change of it is announced. */
function Typing() {
  const Parts = parts.value;
  const now = phase.value;
  const on = Parts && typing.value && now.is !== 'assistant';
  return (
    <div class={on ? 'row' : 'sr'}>
      {on && now.is === 'person' && (
        <span class="face s" aria-hidden="true">
          {now.person.initials}
        </span>
      )}
      <div class={on ? 'msg person' : ''}>
        <span class="typing" role="status" aria-label={say('typingStatus')}>
          {on && <Parts.TypingWords />}
        </span>
      </div>
    </div>
  );
}
