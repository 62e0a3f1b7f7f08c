import { signal } from '@preact/signals';
import { type ForecastWanted, type Foreseen, foresee } from '../../session/api';

type Where = ForecastWanted['people'][string];

/** Somebody presses the button now, and the store is as it is. */
const NOW: ForecastWanted = {
  when: null,
  lang: 'en',
  reason: 'customer_request',
  text: '',
  page: null,
  cart: null,
  properties: [],
  urgency: null,
  people: {},
  justEmailed: null,
};

/** Whoever types asks once they pause. */
const PAUSE = 300;

/** A question that is being put together, and what it comes to. */
export class Forecasting {
  readonly asked = signal(NOW);
  readonly told = signal<Foreseen | null>(null);
  readonly failed = signal('');
  #last = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly store: string) {
    void this.#ask();
  }

  change(some: Partial<ForecastWanted>): void {
    this.asked.value = { ...this.asked.value, ...some };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), PAUSE);
  }

  place(person: string, where: Where): void {
    this.change({ people: { ...this.asked.value.people, [person]: where } });
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #ask(): Promise<void> {
    this.#last += 1;
    const mine = this.#last;
    const answer = await foresee(this.store, this.asked.peek());
    if (mine !== this.#last) return;
    this.failed.value = answer.ok ? '' : answer.message;
    if (answer.ok) this.told.value = answer.value;
  }
}
