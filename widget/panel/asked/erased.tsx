import { effect } from '@preact/signals';
import { erased, thread } from '../chat';
import { sayAny as say } from '../words';

// Once something is said in the one that follows, the one before is no matter any more.
let isAnew = false;
effect(() => {
  const isEmpty = thread.value.messages.length === 0;
  if (!isEmpty && isAnew) erased.value = false;
  isAnew = isEmpty && erased.value;
});

/** What was said before was erased, by the shop or in its time: nobody is left to wonder where it went. */
export const Erased = () =>
  erased.value && thread.value.messages.length === 0 && <p class="sys">{say('erasedBefore')}</p>;
