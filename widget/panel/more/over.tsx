import { useLayoutEffect, useRef } from 'preact/hooks';
import { sayAny as say } from '../words';
import { beginAnew, beginning, isOver, view } from './ending';

export const Over = () => isOver.value && <Next />;

/** What can follow a chat that the customer has ended. Writing on is one of it. */
function Next() {
  const box = useRef<HTMLDivElement>(null);
  // It comes after the line that it belongs to.
  useLayoutEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div class="over" ref={box}>
      <button class="btn pri" type="button" aria-disabled={beginning.value} onClick={beginAnew}>
        {say('startNew')}
      </button>
      <button
        class="btn sec"
        type="button"
        onClick={() => {
          view.value = 'copy';
        }}
      >
        {say('copyTitle')}
      </button>
    </div>
  );
}
