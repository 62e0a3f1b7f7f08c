import { effect, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { begun } from '../asked/loader';
import { composing, draft, sendMessage } from '../chat';
import { filesPart } from '../files/loader';
import { focusAsked } from '../host';
import { say } from '../words';
import { Icon } from './icons';

const MAX_TEXT = 4_000;
/** As the server asks of a message (src/domain/unseen.ts): something in it is seen. */
const SEEN = /[^\s\p{C}\p{DI}\u2800]/u;
const wanted = signal(0);

export const focusMessage = (): void => {
  wanted.value += 1;
};

export function Composer() {
  const Files = filesPart.value || undefined;
  const held = Files?.held ?? Boolean;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(
    () =>
      effect(() => {
        if (wanted.value + focusAsked.value) field.current?.focus();
      }),
    [],
  );

  const write = (value: string) => {
    begun.value = true;
    composing(value);
  };
  const send = (event: Event) => {
    event.preventDefault();
    const words = SEEN.test(draft.peek()) ? draft.peek().trim() : '';
    const sent = Files?.taken();
    if (sent === false || !(words || sent)) return;
    sendMessage(words, sent);
    field.current?.focus();
  };

  return (
    <form class="compose" onSubmit={send}>
      {Files && <Files.Tray />}
      <div>
        {Files && <Files.Clip />}
        <textarea
          class="write"
          ref={field}
          rows={1}
          maxLength={MAX_TEXT}
          aria-label={say('message')}
          placeholder={say('write')}
          dir="auto"
          value={draft.value}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            // While a word is being composed (CJK input), Enter chooses it.
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
          }}
        />
        <button class="send" type="submit" aria-label={say('send')} disabled={held(!SEEN.test(draft.value))}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
