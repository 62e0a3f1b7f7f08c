import { useRef } from 'preact/hooks';
import { Leave, LongerWords, ThanksWords } from '../asked/leave';
import { cancel, cancelling, phase, place } from '../chat';
import { sayAny as say } from '../words';
import { count } from './counted';
import { Glyph, Relay } from './glyphs';

/** What the dock's status says. */
export function Status() {
  const now = phase.value;
  if (now.is !== 'waiting') return place.value ? <ThanksWords /> : null;
  return (
    <>
      <Relay />
      <b>{say('waiting')}</b>
      {now.estimate !== null && !now.longer && <span class="est">{count('about', now.estimate)}</span>}
      <p dir="auto">{now.longer ? <LongerWords /> : (now.words ?? say('keepWriting'))}</p>
    </>
  );
}

/** The way out of where the customer is: of the line, or of the talk with a person. */
export function Way() {
  const now = phase.value;
  if (now.is === 'person') return <Leaving name={now.person.name} />;
  if (now.is === 'assistant') return null;
  return (
    <>
      {now.longer && <Leave inDock />}
      <div class="acts">
        <button class="btn sec sm" type="button" aria-disabled={cancelling.value} onClick={() => cancel('waiting')}>
          {say('cancel')}
        </button>
      </div>
    </>
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
        <Glyph name="release" />
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
