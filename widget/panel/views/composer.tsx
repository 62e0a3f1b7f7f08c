import { signal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { composing, sendMessage } from '../chat';
import { focusAsked } from '../host';
import { say } from '../words';
import { Icon } from './icons';

const MAX_TEXT = 4_000;
const text = signal('');
const wanted = signal(0);

export const focusMessage = (): void => {
  wanted.value += 1;
};

export function Composer() {
  const field = useRef<HTMLTextAreaElement>(null);
  useSignalEffect(() => {
    if (wanted.value + focusAsked.value) field.current?.focus();
  });

  const write = (value: string) => {
    text.value = value;
    composing(value);
  };
  const send = (event: Event) => {
    event.preventDefault();
    const words = text.peek().trim();
    if (!words) return;
    sendMessage(words);
    text.value = '';
    field.current?.focus();
  };

  return (
    <form class="compose" onSubmit={send}>
      <div>
        <textarea
          class="write"
          ref={field}
          rows={1}
          maxLength={MAX_TEXT}
          aria-label={say('message')}
          placeholder={say('write')}
          dir="auto"
          value={text.value}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            // While a word is being composed (CJK input), Enter chooses it.
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
          }}
        />
        <button class="send" type="submit" aria-label={say('send')} disabled={!text.value.trim()}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
