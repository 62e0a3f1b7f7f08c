import { signal } from '@preact/signals';
import { type Tried, tryRule } from '../../session/api';
import type { Rule } from './rules';

/** What a rule would have done in the last days. */
export interface Outcome {
  days: 7 | 30;
  fired: number;
  messages: Tried['messages'];
  conversations: number;
  /** Firings of the rest of the rule, where nothing is known of some of its conditions, and which those are. */
  unknown: number;
  hardlyKept: Tried['hardlyKept'];
  /** More conversations than are looked through. */
  isCut: boolean;
}

const MOST_CONVERSATIONS = 500;
const MOST_SHOWN = 20;

/** Asks step by step until the newest conversations are looked through, or another trial has begun. */
export class Trial {
  readonly outcome = signal<Outcome | null>(null);
  readonly busy = signal(false);
  readonly failed = signal('');
  #asked = 0;

  constructor(readonly store: string) {}

  /** What was tried is no longer what is written. */
  forget(): void {
    this.#asked++;
    this.outcome.value = null;
    this.failed.value = '';
    this.busy.value = false;
  }

  async run(rule: Rule, days: 7 | 30): Promise<void> {
    this.forget();
    const mine = this.#asked;
    this.busy.value = true;
    let sum: Outcome = { days, fired: 0, messages: [], conversations: 0, unknown: 0, hardlyKept: [], isCut: false };
    let after: Tried['next'] = null;
    // Where it goes does not matter yet, and its address may not be whole.
    const tried: Rule = { ...rule, to: { kind: 'store' } };
    do {
      const answer = await tryRule(this.store, { rule: tried, days, after });
      if (this.#asked !== mine) return;
      if (!answer.ok) {
        this.failed.value = answer.message;
        break;
      }
      const { fired, messages, conversations, unknown, hardlyKept, next }: Tried = answer.value;
      after = next;
      sum = {
        days,
        fired: sum.fired + fired,
        messages: [...sum.messages, ...messages].slice(0, MOST_SHOWN),
        conversations: sum.conversations + conversations,
        unknown: sum.unknown + unknown,
        hardlyKept,
        isCut: false,
      };
    } while (after !== null && sum.conversations < MOST_CONVERSATIONS);
    this.busy.value = false;
    if (!this.failed.value) this.outcome.value = { ...sum, isCut: after !== null };
  }
}
