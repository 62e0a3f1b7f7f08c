import { computed, effect } from '@preact/signals';
import { askAfter, connected, phase, thinking, thread, typing } from '../chat';
import { sayAny as say } from '../words';

const NUDGE_EVERY = 10_000;
const NUDGES = 6;

/** The place of the message that waits for the assistant's answer; 0: none does. */
const unanswered = computed(() => {
  const last = thread.value.messages.at(-1);
  // What came by email is answered by a person.
  const asked = last?.kind === 'customer' && !last.mail;
  return asked && connected.value && phase.value.is === 'assistant' && thread.value.streams.size === 0 ? last.seq : 0;
});

// An answer that does not come is asked after: the server, woken, asks its assistant once more.
effect(() => {
  thinking.value = unanswered.value > 0;
  if (!unanswered.value) return;
  let nudges = 0;
  const timer = setInterval(() => {
    nudges += 1;
    askAfter();
    if (nudges < NUDGES) return;
    clearInterval(timer);
    thinking.value = false;
  }, NUDGE_EVERY);
  return () => clearInterval(timer);
});

const Dots = () => (
  <span class="dots" aria-hidden="true">
    <i />
    <i />
    <i />
  </span>
);

/** The assistant has something to say. */
export const Thinking = () =>
  (thinking.value || (typing.value && phase.value.is === 'assistant')) &&
  connected.value && (
    <div class="msg thinking" aria-hidden="true">
      <Dots />
    </div>
  );

/** A person is writing. */
export const TypingWords = () => (
  <>
    <Dots />
    {say('typing')}
  </>
);
