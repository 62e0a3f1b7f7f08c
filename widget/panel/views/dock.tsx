import { useRef } from 'preact/hooks';
import { parts } from '../asked/loader';
import { askForPerson, asking, phase, refused, state } from '../chat';
import { returning } from '../host';
import { say } from '../words';
import { focusMessage } from './composer';
import { useKeptFocus } from './focus';
import { Icon } from './icons';

/** The one place of the handoff: the button that the customer presses becomes the status it led to. */
export function Dock() {
  const box = useRef<HTMLDivElement>(null);
  const isAlone = phase.value.is === 'assistant';
  const isWaiting = phase.value.is === 'waiting';
  const Parts = parts.value;

  // Focus moves only if it was on what disappears: to the dock's new first button.
  useKeptFocus(box, 'button', focusMessage);

  return (
    <div class={isWaiting ? 'dock wait' : 'dock'} ref={box}>
      <div class={isWaiting ? 'state' : 'sr'} role="status" aria-label={say('status')}>
        {Parts && <Parts.Status />}
      </div>
      {Parts && <Parts.Way />}
      {/* What it led to is not drawn before its part is here. */}
      {(isAlone ? state.value?.canAsk !== false : !Parts) && (
        <button
          class={state.value && (isAlone || !returning) ? 'quiet' : 'quiet unknown'}
          type="button"
          aria-disabled={asking.value || !isAlone}
          onClick={askForPerson}
        >
          <Icon name="person" />
          {say('talk')}
        </button>
      )}
      <p class={refused.value ? 'refused' : 'sr'} role="alert">
        {refused.value && say(refused.value === 'too_fast' ? 'tooFast' : 'unavailable')}
      </p>
    </div>
  );
}
