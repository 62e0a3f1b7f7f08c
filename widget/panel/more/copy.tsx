import { useEffect, useState } from 'preact/hooks';
import { readAddress } from '../asked/address';
import { banner } from '../banner';
import { deliver, queue, refused, state } from '../chat';
import { newId } from '../outgoing';
import { Icon } from '../views/icons';
import { sayAny as say } from '../words';
import { Sheet } from './sheet';

/** The chat by email: to the address that is known, or to another. */
export function Copy() {
  const contact = state.value?.contact ?? null;
  const [asked, setAsked] = useState('');
  const [changing, setChanging] = useState(!contact);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const isOnItsWay = queue.value.some(({ frame }) => frame.id === asked);
  const why = asked && !isOnItsWay ? refused.value : null;
  const isDone = asked && !isOnItsWay && !why;
  useEffect(
    () => () => {
      // What was said about it here is not said once more below the messages.
      refused.value = null;
    },
    [],
  );

  const send = (event: Event) => {
    event.preventDefault();
    const address = changing ? readAddress(text) : null;
    setWrong(changing && !address);
    if (isOnItsWay || (changing && !address)) return;
    const id = newId();
    setAsked(id);
    deliver({ type: 'transcript', id, ...(address && { address }) });
  };
  const email = contact?.address ?? '';

  return (
    <Sheet title={say('copyTitle')}>
      <form class="field copy" noValidate onSubmit={send}>
        {!isDone && changing && (
          <>
            <label for="copy">{say('emailAddress')}</label>
            <input
              class="input"
              id="copy"
              type="email"
              maxLength={254}
              autocomplete="email"
              autocapitalize="off"
              spellcheck={false}
              dir="ltr"
              placeholder={say('emailExample')}
              aria-describedby="copy-hint"
              aria-invalid={wrong}
              readOnly={isOnItsWay}
              value={text}
              onInput={(event) => {
                setText(event.currentTarget.value);
                setWrong(false);
              }}
            />
          </>
        )}
        {!isDone && !changing && (
          <p>
            {say('copyWhere', { email })}{' '}
            <button class="text" type="button" onClick={() => setChanging(true)}>
              {say('change')}
            </button>
          </p>
        )}
        <div class="hint" id="copy-hint" aria-live="polite">
          {wrong && (
            <p class="wrong">
              <Icon name="alert" />
              {say('badEmail')}
            </p>
          )}
          {why && (
            <p class="wrong">
              <Icon name="alert" />
              {say(why === 'too_fast' ? 'copyTooMany' : 'unavailable')}
            </p>
          )}
          {isOnItsWay && banner.value === 'lost' && (
            <p>
              <Icon name="clock" />
              {say('queued')}
            </p>
          )}
          {isDone && <p class="done">{say(contact?.confirmed ? 'copySent' : 'copyAsked', { email })}</p>}
          {!wrong && !asked && !contact?.confirmed && <p>{say('copyHint')}</p>}
        </div>
        {!isDone && (
          <button class="btn pri" type="submit" aria-disabled={isOnItsWay}>
            {say('copySend')}
          </button>
        )}
      </form>
    </Sheet>
  );
}
