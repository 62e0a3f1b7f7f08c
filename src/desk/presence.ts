import { BLINK, dutyIsOver, somebodyHere } from '../domain/duty';
import type { QueueRow } from '../protocol/desk';
import type { Duty } from './duty';

/** What the desk does about people who have gone: their duty ends after hours, and whoever depends on them hears of it. */

/** What could not be told is told again. */
const AGAIN = 5_000;

interface Rules {
  /** Ms without presence after which a chat in which the customer waits is pending again, and after which duty ends. */
  goneAfter: number;
  dutyEndsAfter: number;
}

/** What this needs of its desk. */
interface Surroundings {
  duty: Duty;
  rows(): QueueRow[];
  rules(): Rules;
  /** Tells a conversation since when its assignee has been away, or that they are back. */
  tell(conversation: string, staff: string, goneSince: number | null): Promise<void>;
  /** Tells a conversation that nobody on duty is there to see who waits. */
  alone(row: QueueRow): Promise<void>;
  showDuty(): void;
}

export class Presence {
  /** Waits that have heard that nobody is there, by conversation. */
  readonly #alone = new Map<string, number>();
  #failedAt: number | null = null;

  constructor(private readonly around: Surroundings) {}

  /** Whether anybody on duty is there, or was a blink ago. */
  somebodyHere(now: number): boolean {
    return somebodyHere(this.around.duty.on(), now);
  }

  /** Whoever waits has just been told whether anybody is there. */
  answered(row: QueueRow, now: number): boolean {
    const somebodyHere = this.somebodyHere(now);
    if (!somebodyHere && row.status === 'pending') this.#alone.set(row.id, row.waitingSince ?? 0);
    return somebodyHere;
  }

  /** When something is due; null where nobody has to hear of anything. */
  nextDue(now: number): number | null {
    const { duty } = this.around;
    const { goneAfter, dutyEndsAfter } = this.around.rules();
    const due = duty.all().flatMap(({ id, on, leftAt, told }) => {
      if (leftAt === null) return [];
      const has = !told && this.#rowsOf(id).length > 0;
      return [...(has ? [leftAt + goneAfter] : []), ...(on ? [leftAt + dutyEndsAfter] : [])];
    });
    if (this.#unaware().length > 0) {
      const lefts = duty.on().flatMap(({ leftAt }) => leftAt ?? []);
      const here = duty.on().length > lefts.length;
      if (!here) due.push(Math.max(0, ...lefts.map((at) => at + BLINK)));
    }
    if (due.length === 0) return null;
    return Math.max(Math.min(...due), this.#failedAt === null ? 0 : this.#failedAt + AGAIN, now);
  }

  async due(now: number): Promise<void> {
    this.#failedAt = null;
    const { duty } = this.around;
    const { goneAfter, dutyEndsAfter } = this.around.rules();
    for (const { id, on, leftAt, told } of duty.all()) {
      if (leftAt === null) continue;
      if (on && dutyIsOver({ id, leftAt }, dutyEndsAfter, now) && duty.set(id, false, now)) this.around.showDuty();
      if (!told && leftAt + goneAfter <= now && this.#rowsOf(id).length > 0) {
        const heard = await this.#all(this.#rowsOf(id).map((row) => this.around.tell(row.id, id, leftAt)));
        if (heard && duty.find(id)?.leftAt === leftAt) duty.told(id);
      }
    }
    if (this.somebodyHere(now)) return;
    const unaware = this.#unaware();
    await this.#all(
      unaware.map(async (row) => {
        await this.around.alone(row);
        this.#alone.set(row.id, row.waitingSince ?? 0);
      }),
    );
  }

  /** The last dashboard of theirs is gone. Whoever is offered a chat of theirs must know at once whether they would get it back. */
  async left(id: string, now: number): Promise<void> {
    this.around.duty.left(id, now);
    const offered = this.#rowsOf(id).filter((row) => row.transfer);
    await this.#all(offered.map((row) => this.around.tell(row.id, id, now)));
  }

  /** They have a dashboard again. */
  async back(id: string): Promise<void> {
    await this.#all(this.#rowsOf(id).map((row) => this.around.tell(row.id, id, null)));
  }

  /** A row has changed. Somebody who is away may have got a chat. */
  async changed(before: QueueRow | null, row: QueueRow): Promise<void> {
    if (row.status !== 'pending') this.#alone.delete(row.id);
    const mine = row.assignee?.id;
    const person = mine && mine !== before?.assignee?.id ? this.around.duty.find(mine) : null;
    if (person && person.leftAt !== null) await this.#all([this.around.tell(row.id, person.id, person.leftAt)]);
  }

  #rowsOf(id: string): QueueRow[] {
    return this.around.rows().filter((row) => row.assignee?.id === id);
  }

  #unaware(): QueueRow[] {
    return this.around
      .rows()
      .filter((row) => row.status === 'pending' && this.#alone.get(row.id) !== (row.waitingSince ?? 0));
  }

  /** @returns whether all of it arrived; what did not is due again */
  async #all(work: Promise<void>[]): Promise<boolean> {
    const failed = (await Promise.allSettled(work)).some(({ status }) => status === 'rejected');
    if (failed) this.#failedAt = Date.now();
    return !failed;
  }
}
