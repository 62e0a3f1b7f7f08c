import type { Command, Decision, Effect } from '../../../src/domain/command';
import { type Circumstances, type Deadline, deadlines, NOTHING_KNOWN } from '../../../src/domain/deadlines';
import { decide } from '../../../src/domain/decide';
import {
  type Lifecycle,
  type LifecycleEvent,
  NEW_LIFECYCLE,
  openHandoff,
  responderOf,
} from '../../../src/domain/handoff';
import { deepFreeze } from '../freeze';
import { comes, due, type Moment } from './expected';
import { Ledger } from './ledger';
import { agree, follows, holds, must } from './rules';
import { type Shop, T0 } from './shop';

/**
 * One conversation with everything around it that the lifecycle depends on: the clock, the store, who wrote last, who is
 * there. A command is decided by the machine and by the ledger, and both must come to the same.
 */
export class World {
  state: Lifecycle = deepFreeze(structuredClone(NEW_LIFECYCLE));
  now = T0;
  contact = false;
  readonly ledger = new Ledger();
  /** What was reached: commands, deadlines, refusals. */
  readonly seen = new Set<string>();
  /** What came of each command of a step, for the story. */
  answers: string[] = [];
  readonly #words: { from: 'customer' | 'staff'; at: number }[] = [];
  /** Who answers the customer, as the messages of the conversation tell it. */
  #told = 'assistant';
  /** What has fired, with what it was about: never again. */
  readonly #fired = new Set<string>();
  /** How often what was owed has been answered. */
  #settled = 0;

  constructor(readonly shop: Shop) {}

  get pending(): boolean {
    return openHandoff(this.state)?.status === 'pending';
  }

  get moment(): Moment {
    const { now, shop, pending } = this;
    return { now, policy: shop.policy(now, pending), known: this.#known() };
  }

  write(from: 'customer' | 'staff'): void {
    this.#words.push({ from, at: this.now });
  }

  /** Who waits for whom, from the messages. */
  #known(): Circumstances {
    const open = openHandoff(this.state);
    const { contact } = this;
    const wroteAt = this.#words.findLast(({ from }) => from === 'customer')?.at ?? null;
    if (open?.status !== 'assigned') return { ...NOTHING_KNOWN, wroteAt, contact };
    const last = this.#words.findLastIndex(({ from }) => from === 'staff');
    const said = this.#words[last];
    if (!said || (said.at < open.requestedAt && open.reopened === 0))
      return { owedSince: open.assignedAt, silentSince: null, wroteAt, contact };
    const asked = this.#words[last + 1];
    return asked
      ? { owedSince: Math.max(asked.at, open.assignedAt), silentSince: null, wroteAt, contact }
      : { owedSince: null, silentSince: Math.max(said.at, open.assignedAt), wroteAt, contact };
  }

  /** @returns "ok", or why not and because of whom */
  send(command: Command): string {
    const { moment, state: before } = this;
    const { now, policy, known } = moment;
    const asked = before.handoffs.length;
    const decision = decide(before, deepFreeze(command), now, policy, known);
    const expected = comes(this.ledger, command, moment);
    const answer = this.#judge(decision, 'refused' in expected ? expected.refused : null);
    this.answers.push(`${command.do === 'deadline' ? command.name : command.do}: ${answer}`);
    if (!decision.ok || 'refused' in expected) return answer;
    this.seen.add(command.do === 'deadline' ? command.name : command.do);
    must('what is told', decision.effects.flatMap(heard).join(), expected.told.join());
    this.#fence(before, decision.next, decision.effects);
    if (command.do === 'deadline') this.#once(command, before, moment);
    if (command.do === 'follow_up') this.#settled++;
    // What is said in somebody’s name stands among the messages, as theirs.
    if (decision.effects.some(({ type }) => type === 'say')) {
      this.write('staff');
      this.seen.add('said');
    }
    this.state = deepFreeze(decision.next);
    if (command.do === 'request' && asked === decision.next.handoffs.length) this.seen.add('added');
    follows(before, this.state, command, decision.effects);
    holds(this.state, now);
    agree(this.state, this.ledger);
    this.#checkDeadlines();
    return answer;
  }

  #judge(decision: Decision, refused: string | null): string {
    if (decision.ok) must('refused', refused, null);
    else {
      must('refused', decision.reason, refused);
      this.seen.add(decision.reason);
    }
    return decision.ok ? 'ok' : decision.by ? `${decision.reason} by ${decision.by.id}` : decision.reason;
  }

  /** The turn rises exactly when somebody else answers, and the messages say the same of it. */
  #fence(before: Lifecycle, after: Lifecycle, effects: readonly Effect[]): void {
    const [was, is] = [whoOf(before), whoOf(after)];
    must('the first responder', is, this.ledger.responder);
    must('the turn', after.turn, before.turn + (was === is ? 0 : 1));
    must(
      'the assistant is cut',
      effects.some(({ type }) => type === 'cut'),
      was === 'assistant' && is !== was,
    );
    for (const effect of effects) if (effect.type === 'record') this.#told = next(this.#told, effect.event);
    must('who answers, as the messages tell it', this.#told, is);
  }

  /** The same deadline never fires twice over the same thing. */
  #once({ name, handoff: n }: Command & { do: 'deadline' }, before: Lifecycle, moment: Moment): void {
    const at = deadlines(before, moment.policy, moment.known).find((d) => d.name === name && d.handoff === n)?.at;
    const handoff = before.handoffs[n - 1];
    const sent = handoff?.status === 'ended' ? handoff.emailed?.sent : 0;
    const key = `${name} #${n} of ${at}, turn ${before.turn}, ${sent} sent, ${this.#settled} settled`;
    if (this.#fired.has(key)) throw new Error(`fires again: ${key}`);
    this.#fired.add(key);
  }

  /** No wait without an end, and nothing due that should not be. */
  #checkDeadlines(): void {
    const { moment } = this;
    const list = deadlines(this.state, moment.policy, moment.known);
    const said = list.map(({ name, handoff, at }) => `${name} #${handoff} ${at}`).sort();
    const should = [...due(this.ledger, moment)].map(([name, at]) => `${name} ${at}`).sort();
    must('deadlines', said.join(), should.join());
  }

  /** What is due now, in the order in which the conversation looks at it. */
  due(): Deadline[] {
    return this.#deadlines().filter(({ at }) => at <= this.now);
  }

  /** When the next thing is due; null where nothing ever will be. */
  soonest(): number | null {
    const times = this.#deadlines().map(({ at }) => at);
    return times.length === 0 ? null : Math.min(...times);
  }

  #deadlines(): Deadline[] {
    const { policy, known } = this.moment;
    return deadlines(this.state, policy, known);
  }
}

const whoOf = (state: Lifecycle): string => {
  const who = responderOf(state);
  return who.is === 'staff' ? who.staff.id : who.is;
};

/** Who answers after an event. */
function next(who: string, event: LifecycleEvent): string {
  if (event.what === 'asked' || event.what === 'released') return 'nobody';
  if (event.what === 'joined') return event.staff.id;
  return event.what === 'ended' ? 'assistant' : who;
}

/** What everybody hears of. */
function heard(effect: Effect): string[] {
  if (effect.type === 'alert') return [`alert ${effect.why}`];
  if (effect.type === 'remind' || effect.type === 'say') return [effect.type];
  if (effect.type === 'summary') return [effect.again ? 'summary again' : 'summary'];
  if (effect.type !== 'record') return [];
  const { event } = effect;
  const hasKinds = event.what === 'transfer' || event.what === 'owed' || event.what === 'reminder';
  return [hasKinds || event.what === 'check_in' ? `${event.what} ${event.is}` : event.what];
}
