import { useRef } from 'preact/hooks';
import { parts } from '../asked/loader';
import { askForPerson, asking, cancel, cancelling, phase, place, refused, state } from '../chat';
import { count, say } from '../words';
import { focusMessage } from './composer';
import { useKeptFocus } from './focus';
import { Icon, Relay } from './icons';

/** The one place of the handoff: the button that the customer presses becomes the status it led to. */
export function Dock() {
  const box = useRef<HTMLDivElement>(null);
  const now = phase.value;
  const waiting = now.is === 'waiting' ? now : null;

  const Parts = parts.value;

  // Focus moves only if it was on what disappears: to the dock's new first button.
  useKeptFocus(box, 'button', focusMessage);

  return (
    <div class={waiting ? 'dock wait' : 'dock'} ref={box}>
      <div class={waiting ? 'state' : 'sr'} role="status" aria-label={say('status')}>
        {waiting && (
          <>
            <Relay />
            <b>{say('waiting')}</b>
            {waiting.estimate !== null && !waiting.longer && (
              <span class="est">{count('about', waiting.estimate)}</span>
            )}
            <p>{!waiting.longer ? say('keepWriting') : Parts ? <Parts.LongerWords /> : say('longer')}</p>
          </>
        )}
        {!waiting && place.value && Parts && <Parts.ThanksWords />}
      </div>
      {waiting?.longer && Parts && <Parts.Leave inDock />}
      {now.is === 'waiting' && (
        <div class="acts">
          <button class="btn sec sm" type="button" aria-disabled={cancelling.value} onClick={() => cancel('waiting')}>
            {say('cancel')}
          </button>
        </div>
      )}
      {now.is === 'assistant' && state.value?.canAsk !== false && (
        <button
          class={state.value ? 'quiet' : 'quiet unknown'}
          type="button"
          aria-disabled={asking.value}
          onClick={askForPerson}
        >
          <Icon name="person" />
          {say('talk')}
        </button>
      )}
      {now.is === 'person' && <Leaving name={now.person.name} />}
      <p class={refused.value ? 'refused' : 'sr'} role="alert">
        {refused.value && say(refused.value === 'too_fast' ? 'tooFast' : 'unavailable')}
      </p>
    </div>
  );
}

/** Leaving a person is asked back: a dialog over the dock, which keeps the focus until it is answered. */
function Leaving({ name }: { name: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        class="quiet"
        type="button"
        aria-disabled={cancelling.value}
        onClick={() => !cancelling.peek() && dialog.current?.showModal()}
      >
        <Icon name="release" />
        {say('back')}
      </button>
      <dialog class="leaving" role="alertdialog" aria-labelledby="leaving" ref={dialog}>
        <h2 id="leaving">{say('leaveTitle', { name })}</h2>
        <div class="acts">
          <button class="btn sec" type="button" onClick={() => dialog.current?.close()}>
            {say('stay')}
          </button>
          <button
            class="btn pri"
            type="button"
            onClick={() => {
              dialog.current?.close();
              cancel('talking');
            }}
          >
            {say('leave')}
          </button>
        </div>
      </dialog>
    </>
  );
}
