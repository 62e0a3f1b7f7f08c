import { setTimeout as pause } from 'node:timers/promises';
import type { QueueRow } from '../../src/protocol/desk';
import type { StaffFrame, StaffState } from '../../src/protocol/staff';
import type { Chance } from './chance.ts';
import { dutiesFor, type Nature, NOTES, PRIVATE, REPLIES, type Whose } from './habits.ts';
import { type Frame, Line } from './line.ts';
import { Places } from './places.ts';
import { ask, type Member, type Store, type Team } from './shop.ts';
import type { World } from './world.ts';

/** A staff member in the dashboard: the desks of all their stores, and every conversation that stands there. */

const BACKLOG = 3;
const TICKET_FOR = 30_000;

/** One conversation, as one staff member has it open. */
export interface Talk {
  store: Store;
  conversation: string;
  line: Line;
  places: Places;
  state: StaffState | null;
}

/** One store's desk, as one staff member has it open. */
export interface AtDesk {
  store: Store;
  line: Line;
  rows: Map<string, QueueRow>;
}

export class Staff {
  readonly member: Member;
  readonly talks = new Map<string, Talk>();
  readonly desks: AtDesk[] = [];
  readonly #natures: ReadonlyMap<string, Nature>;
  readonly #world: World;
  readonly #chance: Chance;
  readonly #tickets = new Map<string, { at: number; ticket: Promise<string | null> }>();
  #made = 0;
  #colleague = '';

  /** @param natures by conversation: whom to leave alone, and whom to be quick with */
  constructor(world: World, member: Member, natures: ReadonlyMap<string, Nature>, chance: Chance) {
    this.#world = world;
    this.member = member;
    this.#natures = natures;
    this.#chance = chance.of(member.name);
  }

  async live({ stores, members }: Team): Promise<void> {
    this.#colleague = members.find(({ id }) => id !== this.member.id)?.id ?? '';
    for (const store of stores) this.#sitDown(store);
    while (this.#world.acting) {
      await pause(this.#chance.between(10, 40));
      const talks = [...this.talks.values()];
      const mine = talks.filter(({ state }) => state?.handoff?.assignee?.id === this.member.id);
      const talk = this.#chance.pick(mine.length > 0 && this.#chance.is(0.6) ? mine : talks);
      if (!talk?.line.open || !talk.state || !this.#world.acting) continue;
      if (talk.line.waiting.length < BACKLOG && !talk.line.hurried) this.#act(talk, talk.state);
    }
  }

  /** A ticket of this store. It holds for a minute, and is used for most of it: asking for one wakes a whole library. */
  ticket(store: Store): Promise<string | null> {
    const known = this.#tickets.get(store.id);
    if (known && Date.now() - known.at < TICKET_FOR) return known.ticket;
    const path = `/api/stores/${store.id}/ticket`;
    const ticket = ask(this.#world.runtime.origin, path, this.member.cookie)
      .then(async (answer) => ((await answer.json()) as { ticket: string }).ticket)
      .catch(() => {
        this.#tickets.delete(store.id);
        return null;
      });
    this.#tickets.set(store.id, { at: Date.now(), ticket });
    return ticket;
  }

  #sitDown(store: Store): void {
    const rows = new Map<string, QueueRow>();
    const line = new Line({
      world: this.#world,
      side: 'staff',
      path: '/staff/desk/socket',
      token: () => this.ticket(store),
      hello: () => ({ type: 'hello' }),
      receive: (frame) => this.#seeRows(store, rows, frame),
      resend: 'after-welcome',
    });
    this.desks.push({ store, line, rows });
  }

  #seeRows(store: Store, rows: Map<string, QueueRow>, frame: Frame): void {
    const {
      type,
      rows: all,
      row,
      id,
    } = frame as unknown as { type: string; rows?: QueueRow[]; row?: QueueRow; id?: string };
    if (type === 'welcome') rows.clear();
    for (const one of [...(all ?? []), ...(row ? [row] : [])]) {
      // An older row never replaces a newer one.
      if ((rows.get(one.id)?.rev ?? 0) <= one.rev) rows.set(one.id, one);
      if (!this.talks.has(one.id)) this.#open(store, one.id);
    }
    if (type === 'gone' && id) rows.delete(id);
  }

  #open(store: Store, conversation: string): void {
    const places = new Places();
    const line: Line = new Line({
      world: this.#world,
      side: 'staff',
      path: `/staff/conversations/${conversation}/socket`,
      token: () => this.ticket(store),
      hello: () => ({ type: 'hello', after: places.ask('new') }),
      receive: (frame) => {
        places.note(frame, line);
        const { state } = frame as { state?: StaffState };
        if (state && (!talk.state || state.rev >= talk.state.rev)) talk.state = state;
      },
      resend: 'after-welcome',
    });
    const talk: Talk = { store, conversation, line, places, state: null };
    this.talks.set(conversation, talk);
  }

  #act(talk: Talk, { handoff }: StaffState): void {
    const open = handoff && handoff.status !== 'ended' ? handoff : null;
    const nature = this.#natures.get(talk.conversation) ?? 'busy';
    const replied = [...talk.places.shown.values()].some((text) => text.startsWith('{"kind":"staff"'));
    const does = this.#chance.weigh(dutiesFor(nature, this.#whose(open), replied));
    if (does === 'note') return this.#write(talk, 'note', this.#chance.pick(NOTES));
    if (does === 'reply') return this.#write(talk, 'send', this.#chance.pick(REPLIES));
    if (does === 'look') return this.#look(talk);
    // One order at a time: a real dashboard's buttons are off until the answer is there.
    if (talk.line.waiting.some(({ once }) => once)) return;
    const id = this.#id();
    if (does === 'claim') {
      const sight = { handoff: open?.n ?? null, over: open?.assignee?.id ?? null };
      this.#order(talk, { type: 'claim', id, ...sight });
    } else if (does === 'transfer') {
      this.#order(talk, { type: 'transfer', id, to: { kind: 'person', id: this.#colleague }, note: '' });
    } else if (does === 'end') {
      const outcome = this.#chance.pick(['resolved', 'escalated', 'follow_up'] as const);
      this.#order(talk, { type: 'end', id, outcome, note: `${PRIVATE} ending ${id}` });
    } else this.#order(talk, { type: does, id });
  }

  #whose(open: StaffState['handoff']): Whose {
    if (!open) return 'assistant';
    if (open.status === 'pending') return 'pending';
    if (open.assignee?.id !== this.member.id) return 'colleague';
    return open.transfer ? 'offered' : 'mine';
  }

  /** Not sent again after a kill: the dashboard looks at the state then. */
  #order(talk: Talk, frame: StaffFrame & { id: string }): void {
    talk.line.order(frame, { once: true });
  }

  #write(talk: Talk, type: 'send' | 'note', words: string): void {
    const id = this.#id();
    const seen = talk.places.last;
    const frame: StaffFrame & { id: string } =
      type === 'note'
        ? { type, id, text: `${PRIVATE} ${words} [${id}]` }
        : { type, id, text: `${words} [${id}]`, seen, anyway: this.#chance.is(0.5) };
    talk.line.order(frame);
  }

  #look(talk: Talk): void {
    talk.line.say({ type: 'read', seq: talk.places.last });
    talk.line.say({ type: 'typing', on: this.#chance.is(0.5) });
    if (this.#chance.is(0.2)) talk.line.repeat();
    if (this.#chance.is(0.2)) talk.line.say({ type: 'hello', after: talk.places.ask('same') });
  }

  #id(): string {
    this.#made += 1;
    return `${this.member.email.split('@')[0]}-${String(this.#made).padStart(6, '0')}`;
  }
}
