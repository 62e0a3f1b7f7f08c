import { computed, type ReadonlySignal } from '@preact/signals';
import type { StaffFrame, StaffPerson, StaffState } from '../../protocol/staff';

/** Where the conversation is, as the reader sees it. */
export type Mode = 'assistant' | 'pending' | 'mine' | 'colleague';

/** What a claim is made upon: which handoff (null: with the assistant), and who has it. */
export type Sight = Pick<StaffFrame & { type: 'claim' }, 'handoff' | 'over'>;

/** A press within this time of a change was meant for what stood there before, unless its reader came to it since. ms */
const TOO_SOON = 1_000;

/** Who has the customer now, and what that lets the reader do. */
export class Standing {
  readonly mode: ReadonlySignal<Mode>;
  readonly sight: ReadonlySignal<Sight>;
  /** Whether a reply goes out from here; into a colleague's chat only where it is offered to the reader by name. */
  readonly mayReply: ReadonlySignal<boolean>;

  /** Whether a reply answers what is owed since an ended handoff, and takes nobody's place. */
  readonly followsUp: ReadonlySignal<boolean>;
  readonly #me: ReadonlySignal<StaffPerson | null>;

  /** What the reader saw until it changed, and when that was. */
  #before: { sight: Sight; at: number } | null = null;

  /** @param owed whether it was opened from what is still owed */
  constructor(state: ReadonlySignal<StaffState | null>, me: ReadonlySignal<StaffPerson | null>, owed: boolean) {
    this.#me = me;
    this.mode = computed(() => {
      const handoff = state.value?.handoff;
      if (!handoff || handoff.status === 'ended') return 'assistant';
      if (handoff.status === 'pending') return 'pending';
      return handoff.assignee?.id === me.value?.id ? 'mine' : 'colleague';
    });
    this.sight = computed(() => {
      const handoff = state.value?.handoff;
      if (!handoff || handoff.status === 'ended') return { handoff: null, over: null };
      return { handoff: handoff.n, over: handoff.assignee?.id ?? null };
    });
    this.followsUp = computed(() => owed && this.mode.value === 'assistant');
    this.mayReply = computed(() => {
      const to = state.value?.handoff?.transfer?.to;
      return this.mode.value !== 'colleague' || (to?.kind === 'person' && to.id === me.value?.id);
    });
  }

  /** It has changed. @param sight how it was */
  changed(sight: Sight, now: number): void {
    const { handoff, over } = this.sight.peek();
    if (sight.handoff !== handoff || sight.over !== over) this.#before = { sight, at: now };
  }

  /**
   * What a claim is meant for. Two people often press at once: whoever presses just when it changes claims what they saw,
   * and reads who was faster.
   * @param decided when its reader last came to the button
   */
  meant(decided: number, now: number): Sight {
    const before = this.#before;
    const tooSoon = before !== null && decided < before.at && now - before.at < TOO_SOON;
    // What was the reader's own is nobody's to be faster with.
    return tooSoon && before.sight.over !== this.#me.peek()?.id ? before.sight : this.sight.peek();
  }
}
