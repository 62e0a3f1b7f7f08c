import { useLayoutEffect, useRef } from 'preact/hooks';
import { banner } from '../banner';
import { phase } from '../chat';
import { focusMessage } from '../views/composer';
import { useKeptFocus } from '../views/focus';
import { Icon } from '../views/icons';
import { sayAny as say, sayInParts } from '../words';
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

/** Asks for an address, or thanks for it with a way to correct it. In the dock, the status above says the thanks. */
export function Leave() {
  const box = useRef<HTMLDivElement>(null);
  const opened = useRef(false);
  const now = standing.value;
  useKeptFocus(box, 'input, button');
  useLayoutEffect(() => {
    // Not every browser gives a button that is clicked the focus, which would then have stayed here.
    if (opened.current) box.current?.querySelector('input')?.focus();
    opened.current = false;
  });
  useLayoutEffect(
    () => () => {
      if (box.current?.contains(document.activeElement)) focusMessage();
    },
    [],
  );

  const open = (address: string) => {
    opened.current = true;
    change(address);
  };
  return (
    <div class="left" ref={box}>
      {now.is === 'known' ? (
        <>
          {phase.value.is !== 'waiting' && (
            // Announced by the dock's status.
            <p id="known" aria-live="off">
              <ThanksWords />
            </p>
          )}
          <button class="text" type="button" aria-describedby="known" onClick={() => open(now.address)}>
            {say('change')}
          </button>
        </>
      ) : (
        <Ask />
      )}
      <p aria-live="polite">
        {suggestion.value && (
          <button class="text" type="button" onClick={() => suggestion.value && open(suggestion.value)}>
            {sayInParts('didYouMean', { email: suggestion.value }).map((part, i) => (i % 2 ? <b>{part}</b> : part))}
          </button>
        )}
      </p>
    </div>
  );
}

function Ask() {
  const field = useRef<HTMLInputElement>(null);
  const sending = standing.value.is === 'sending';
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
      <p class={wrong.value ? 'hint wrong' : 'hint'} id="email-hint" aria-live="polite">
        <Hint unsent={sending && banner.value === 'lost'} />
      </p>
    </form>
  );
}

function Hint({ unsent }: { unsent: boolean }) {
  if (wrong.value)
    return (
      <>
        <Icon name="alert" />
        {say('badEmail')}
      </>
    );
  if (unsent)
    return (
      <>
        <Icon name="clock" />
        {say('queued')}
      </>
    );
  return say('onlyForThis');
}
