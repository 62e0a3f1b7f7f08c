import { signal } from '@preact/signals';
import type { StaffFrame } from '../../protocol/staff';
import { clientId } from '../session/wire';
import { common } from '../words/en/common';
import type { Sight } from './standing';

export type Reply = { ok: true } | { ok: false; message: string };
type Frame<T> = StaffFrame & { type: T };
type Unnamed<T> = T extends { id: string } ? Omit<T, 'id'> : never;
type FactChange = Unnamed<Frame<'tag'> | Frame<'property'> | Frame<'task'>>;

/** What orders need of their conversation. */
interface Surroundings {
  /** False where it could not go out. */
  send(frame: StaffFrame): boolean;
  /** An order that nobody waits for here was refused, for this. */
  refused(why: string): void;
}

/** What the reader does with a chat beside writing in it: each is asked for by a frame of its own, and answered. */
export class Orders {
  /** One has no answer yet. */
  readonly busy = signal(false);
  readonly #asked = new Map<string, (reply: Reply) => void>();

  constructor(private readonly around: Surroundings) {}

  /** @param sight what the reader saw when they decided to: whoever was faster meanwhile is not run over */
  claim(sight: Sight): Promise<void> {
    return this.#order({ type: 'claim', id: clientId(), ...sight });
  }

  /** Offers this chat; it stays with the reader until somebody takes it. `note` is for whoever does. */
  transfer(to: Frame<'transfer'>['to'], note: string): Promise<Reply> {
    return this.#ask({ type: 'transfer', id: clientId(), to, note });
  }

  withdraw(): Promise<void> {
    return this.#order({ type: 'withdraw', id: clientId() });
  }

  release(): Promise<void> {
    return this.#order({ type: 'release', id: clientId() });
  }

  /** @param checkIn what asks the customer later whether all is well; only after a resolution */
  end(outcome: Frame<'end'>['outcome'], note: string, checkIn?: Frame<'end'>['checkIn']): Promise<Reply> {
    return this.#ask({ type: 'end', id: clientId(), outcome, note, ...(checkIn && { checkIn }) });
  }

  /** Tags, properties, tasks: kept beside the conversation, and live to everybody of the staff. */
  keep(change: FactChange): Promise<Reply> {
    return this.#ask({ ...change, id: clientId() });
  }

  /** Whether this is one of them, and has no answer yet. */
  has(id: string): boolean {
    return this.#asked.has(id);
  }

  answered(id: string, reply: Reply): void {
    this.#asked.get(id)?.(reply);
  }

  /** The answers were lost with the connection before; what is true now stands in the state. */
  lost(): void {
    for (const answer of [...this.#asked.values()]) answer({ ok: true });
  }

  /** Once at a time. */
  async #order(frame: StaffFrame & { id: string }): Promise<void> {
    if (this.busy.peek()) return;
    const reply = await this.#ask(frame);
    if (!reply.ok) this.around.refused(reply.message);
  }

  #ask(frame: StaffFrame & { id: string }): Promise<Reply> {
    return new Promise((resolve) => {
      if (!this.around.send(frame)) return resolve({ ok: false, message: common.offline });
      this.busy.value = true;
      this.#asked.set(frame.id, (reply) => {
        this.#asked.delete(frame.id);
        this.busy.value = this.#asked.size > 0;
        resolve(reply);
      });
    });
  }
}
