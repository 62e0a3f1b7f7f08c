import { useLayoutEffect, useRef } from 'preact/hooks';
import { askForPerson, asking, cancel, cancelling, phase, refused } from '../chat';
import { count, say } from '../words';
import { Icon, Relay } from './icons';

/** The one place of the handoff: the button that the customer presses becomes the status it led to. */
export function Dock() {
  const box = useRef<HTMLDivElement>(null);
  const now = phase.value;
  const waiting = now.is === 'waiting' ? now : null;

  // Focus moves only if it was on what disappears: to the dock's new first button.
  const hadFocus = !!box.current?.contains(document.activeElement);
  useLayoutEffect(() => {
    if (hadFocus && !box.current?.contains(document.activeElement)) box.current?.querySelector('button')?.focus();
  }, [now.is]);

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
            <p>{waiting.longer ? say('longer') : say('keepWriting')}</p>
          </>
        )}
      </div>
      {now.is === 'waiting' && (
        <div class="acts">
          <button class="btn sec sm" type="button" aria-disabled={cancelling.value} onClick={() => cancel('waiting')}>
            {say('cancel')}
          </button>
        </div>
      )}
      {now.is === 'assistant' && (
        <button class="quiet" type="button" aria-disabled={asking.value} onClick={askForPerson}>
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
