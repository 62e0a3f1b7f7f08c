import { computed } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { parts } from '../asked/loader';
import { connected, phase, queue, store, thread, typing } from '../chat';
import { entriesOf } from '../entries';
import { inSight } from '../host';
import { midnight } from '../reading';
import { thinking } from '../thinking';
import { say } from '../words';
import { isKnown, Line } from './message';

const NEAR = 48;
const since = Date.now();

const entries = computed(() =>
  entriesOf({
    thread: thread.value,
    queue: queue.value,
    greeting: store.value && (store.value.greeting ?? say('greeting')),
    since,
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

  const toEnd = () => {
    if (box.current && atEnd.current) box.current.scrollTop = box.current.scrollHeight;
  };
  // Own words are always followed.
  useLayoutEffect(() => {
    if (unsent) atEnd.current = true;
  }, [unsent]);
  useLayoutEffect(toEnd, [list, typing.value, thinking.value, inSight.value, parts.value]);
  useEffect(() => {
    const sizes = new ResizeObserver(toEnd);
    sizes.observe(box.current!);
    return () => sizes.disconnect();
  }, []);
  useEffect(() => {
    if (isKnown()) setLive(true);
  }, [isKnown()]);

  return (
    <div
      class="log"
      ref={box}
      role="log"
      aria-label={say('messages')}
      aria-live={live ? 'polite' : 'off'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
      tabIndex={0}
      onScroll={({ currentTarget: log }) => {
        atEnd.current = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
      }}
    >
      {list.map((entry) => (
        <Line key={entry.is + entry.key} entry={entry} />
      ))}
      {Parts && <Parts.Choices />}
      {(thinking.value || (typing.value && phase.value.is === 'assistant')) && connected.value && (
        <div class="msg thinking" aria-hidden="true">
          <Dots />
        </div>
      )}
      <Typing />
    </div>
  );
}

const Dots = () => (
  <span class="dots" aria-hidden="true">
    <i />
    <i />
    <i />
  </span>
);

/** Always in the page, so that a change of it is announced. */
function Typing() {
  const now = phase.value;
  const on = typing.value && now.is !== 'assistant';
  return (
    <div class={on ? 'row' : 'sr'}>
      {on && now.is === 'person' && (
        <span class="face s" aria-hidden="true">
          {now.person.initials}
        </span>
      )}
      <div class={on ? 'msg person' : ''}>
        <span class="typing" role="status" aria-label={say('typingStatus')}>
          {on && (
            <>
              <Dots />
              {say('typing')}
            </>
          )}
        </span>
      </div>
    </div>
  );
}
