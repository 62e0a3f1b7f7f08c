import { useLayoutEffect, useRef } from 'preact/hooks';
import { banner } from '../banner';
import { sayInParts } from '../said/counted';
import { focusMessage } from '../views/composer';
import { useKeptFocus } from '../views/focus';
import { Icon } from '../views/icons';
import { sayAny as say } from '../words';
import { change, draft, standing, submit, suggestion, write, wrong } from './email';

/** What the dock says once it takes longer: the offer, or the thanks for an address that is known. */
export function LongerWords() {
  const now = standing.value;
  if (now.is !== 'known') return `${say('longer')} ${say('leaveOffer')}`;
  return <span id="known">{say('thanksInLine', { email: now.address })}</span>;
}

/** The thanks alone; nothing while no address is known. */
export function ThanksWords() {
  const now = standing.value;
  return now.is === 'known' ? say('thanksEmail', { email: now.address }) : null;
}

/** The field had the focus in the dock when that changed. It follows the field, should this stand in the log next. */
let followed = false;

/** Asks for an address, or thanks for it with a way to correct it. In the dock, the status above says the thanks. */
export function Leave({ inDock = false }: { inDock?: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const opened = useRef(false);
  const now = standing.value;
  useKeptFocus(box, 'input, button');
  useLayoutEffect(() => {
    // Not every browser gives a button that is clicked the focus, which would then have stayed here.
    if (opened.current) box.current?.querySelector('input')?.focus();
    opened.current = false;
  });
  useLayoutEffect(() => {
    if (followed && document.activeElement?.closest('.dock')) box.current?.querySelector('input')?.focus();
    followed = false;
    return () => {
      if (!box.current?.contains(document.activeElement)) return;
      // The dock looks after its own focus. In the log this goes when a person comes: the composer is what is next.
      if (inDock) followed = document.activeElement instanceof HTMLInputElement;
      else focusMessage();
    };
  }, []);

  const open = (address: string) => {
    opened.current = true;
    change(address);
  };
  return (
    <div class={now.is} ref={box}>
      {now.is === 'known' ? (
        <>
          {!inDock && (
            // Announced by the dock's status.
            <p id="known" aria-live="off">
              <ThanksWords />
            </p>
          )}
          <button class="text" type="button" aria-describedby="known" onClick={() => open(now.address)}>
            {say('change')}
          </button>
          <p aria-live="polite">
            <Meant onTake={open} />
          </p>
        </>
      ) : (
        <Ask sending={now.is === 'sending'} onTake={open} />
      )}
    </div>
  );
}

type OnTake = (address: string) => void;

/** Never in the way: what was typed can be sent all the same. */
function Meant({ onTake }: { onTake: OnTake }) {
  const email = suggestion.value;
  if (!email) return null;
  return (
    <button class="text" type="button" onClick={() => onTake(email)}>
      {sayInParts('didYouMean', { email }).map((part, i) => (i % 2 ? <b>{part}</b> : part))}
    </button>
  );
}

function Ask({ sending, onTake }: { sending: boolean; onTake: OnTake }) {
  const field = useRef<HTMLInputElement>(null);
  const send = (event: Event) => {
    event.preventDefault();
    if (!sending && !submit()) field.current?.focus();
  };
  return (
    <form class="field" noValidate onSubmit={send}>
      <label for="email">{say('emailAddress')}</label>
      <div class="line">
        <input
          class="input"
          id="email"
          type="email"
          ref={field}
          maxLength={254}
          autocomplete="email"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="send"
          dir="ltr"
          placeholder={say('emailExample')}
          aria-describedby="email-hint"
          aria-invalid={wrong.value}
          readOnly={sending}
          value={draft.value}
          onInput={(event) => write(event.currentTarget.value)}
        />
        <button class="btn pri" type="submit" aria-disabled={sending}>
          {say('leaveEmail')}
        </button>
      </div>
      <div class="hint" id="email-hint" aria-live="polite">
        {wrong.value && (
          <p class="wrong">
            <Icon name="alert" />
            {say('badEmail')}
          </p>
        )}
        {suggestion.value ? <Meant onTake={onTake} /> : !wrong.value && <Purpose unsent={sending} />}
      </div>
    </form>
  );
}

/** What an address is for; while there is no line, that it has not left yet. */
function Purpose({ unsent }: { unsent: boolean }) {
  if (!unsent || banner.value !== 'lost') return <p>{say('onlyForThis')}</p>;
  return (
    <p>
      <Icon name="clock" />
      {say('queued')}
    </p>
  );
}
