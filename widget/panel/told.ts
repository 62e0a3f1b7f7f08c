import type { effect as Effect } from '@preact/signals';
import type * as Chat from './chat';
import type { beside as Beside } from './host';
import { factsOf, wordsOf } from './told-shape';

/** What a shop's page says of its customer, and in the customer's name. Loaded with the first word of it. */

let isTold = false;

/** Once. Given what it works with: were it imported here, the first load would come in two files. */
export function tell(
  effect: typeof Effect,
  { connected, send, sendMessage }: Pick<typeof Chat, 'connected' | 'send' | 'sendMessage'>,
  beside: typeof Beside,
): void {
  if (isTold) return;
  isTold = true;
  let said = '';

  // Each connection is told: the server keeps it with the line that said it.
  effect(() => {
    const facts = factsOf(beside.value.shop);
    if (!connected.value) said = '';
    else if (facts && JSON.stringify(facts) !== said) {
      said = JSON.stringify(facts);
      send({ type: 'set', ...facts });
    }
  });

  effect(() => {
    const words = wordsOf(beside.value.say);
    if (words.length > 0) beside.value = { ...beside.peek(), say: [] };
    for (const text of words) sendMessage(text);
  });
}
