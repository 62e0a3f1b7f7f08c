import { computed, type ReadonlySignal } from '@preact/signals';
import type { StaffFrame, StaffPerson, StaffState } from '../../protocol/staff';

/** Where the conversation is, as the reader sees it. */
export type Mode = 'assistant' | 'pending' | 'mine' | 'colleague';

/** What a claim is made upon: which handoff (null: with the assistant), and who has it. */
export type Sight = Pick<StaffFrame & { type: 'claim' }, 'handoff' | 'over'>;

/** Who has the customer now, and what that lets the reader do. */
export class Standing {
  readonly mode: ReadonlySignal<Mode>;
  readonly sight: ReadonlySignal<Sight>;
  /** Whether a reply goes out from here; into a colleague's chat only where it is offered to the reader by name. */
  readonly mayReply: ReadonlySignal<boolean>;

  /** Whether a reply answers what is owed since an ended handoff, and takes nobody's place. */
  readonly followsUp: ReadonlySignal<boolean>;

  /** @param owed whether it was opened from what is still owed */
  constructor(state: ReadonlySignal<StaffState | null>, me: ReadonlySignal<StaffPerson | null>, owed: boolean) {
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
}
