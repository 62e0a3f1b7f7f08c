import type { Target } from '../../../src/domain/actor';
import type { Command, Tended, Tending } from '../../../src/domain/command';
import type { DeadlineName } from '../../../src/domain/deadlines';
import { openHandoff } from '../../../src/domain/handoff';
import type { EmailDestination } from '../../../src/domain/routing';
import { must } from './rules';
import type { Shop } from './shop';
import { type Actor, CARE, STAFF, type Step, type To, told, type Who } from './steps';
import { World } from './world';

/**
 * Two tabs of one customer and three staff members who do whatever they like in any order, on views that may be stale,
 * while the clock runs, dashboards open and close, and deadlines fire early, late, twice or never.
 */
export class Play {
  readonly world: World;
  /** What each staff member and each tab has on screen. */
  readonly #views = STAFF.map(() => ({ handoff: null as number | null, over: null as string | null }));
  readonly #tabs = [1, 1];
  /** Since when each has no dashboard open; null while they have. */
  readonly #away: (number | null)[] = STAFF.map(() => null);
  readonly #duty = STAFF.map(() => true);

  /** @param story gets one line a step: only where somebody will read it */
  constructor(
    readonly shop: Shop,
    private readonly story: string[] | null = null,
  ) {
    this.world = new World(shop);
    story?.push(`Open ${shop.opening}; ${JSON.stringify(shop.settings)}`);
  }

  run(steps: readonly Step[]): void {
    for (const step of steps) this.#step(told, step, () => this.#do(step));
    this.#step(String, 'time goes on until nothing is due', () => this.#rest());
  }

  #step<T>(words: (what: T) => string, what: T, work: () => void): void {
    const { world, story } = this;
    world.answers = [];
    try {
      work();
      story?.push(this.#line(words(what)));
    } catch (error) {
      story?.push(`${this.#line(words(what))}\n${error}`);
      throw error;
    }
  }

  #line(words: string): string {
    const { now, state, answers, ledger } = this.world;
    const came = answers.length > 0 ? ` → ${answers.join(', ')}` : '';
    const open = openHandoff(state);
    return `${new Date(now).toISOString().slice(5, 23)}  ${words}${came}  [${open ? `#${open.n} ` : ''}${ledger.responder}]`;
  }

  #do(step: Step): void {
    const { world, shop } = this;
    switch (step.step) {
      case 'clock':
        this.#pass(world.now + step.by, step.late);
        break;
      case 'tide':
        this.#pass((this.#edge(step.to) ?? world.now) + step.off, false);
        break;
      case 'look':
        this.#look(step.who);
        break;
      case 'tabLooks':
        this.#tabs[step.tab] = Math.max(1, world.state.handoffs.length);
        break;
      case 'settings':
        shop.settings = step.settings;
        break;
      case 'duty':
        this.#duty[step.who] = step.on;
        break;
      case 'leave':
        this.#leave(this.#who(step.who));
        break;
      case 'takeOver':
        this.#look(step.who);
        this.#do({ step: 'claim', who: step.who });
        break;
      case 'allLeave':
        for (const who of [0, 1, 2] as const) this.#leave(who);
        world.send({ do: 'alone', handoff: world.state.handoffs.length });
        break;
      case 'arrive':
        this.#arrive(step.who);
        break;
      case 'desk':
        this.#desk(step.late, step.estimate);
        break;
      case 'race':
        this.#race(step.order);
        break;
      case 'fire':
        this.#fire(step.name, step.handoff);
        break;
      case 'alarm':
        this.#alarm();
        break;
      case 'leaveAddress':
        world.contact = true;
        break;
      case 'say':
        this.#say();
        break;
      case 'mail':
        world.write('customer');
        if (!openHandoff(world.state)) this.#send({ do: 'mailed' });
        break;
      default:
        this.#command(step);
    }
  }

  /** What is sent as it is. */
  #command(step: Exclude<Step, { step: 'clock' }>): void {
    const { world } = this;
    switch (step.step) {
      case 'request': {
        const { reason, source, urgent, to } = step;
        const urgency = urgent ? 'urgent' : undefined;
        const hours = this.shop.hours(world.now);
        this.#send({ do: 'request', reason, source, trigger: reason, hours, urgency, to: whereTo(to) });
        break;
      }
      case 'cancel':
        this.#send({ do: 'cancel', ...(step.seen && { seen: step.seen }) });
        break;
      case 'rate': {
        const asked = world.ledger.sheets.find(({ rating }) => rating === 'asked' || rating === 'given')?.n;
        const handoff = (step.tab === null ? asked : this.#tabs[step.tab]) ?? 1;
        this.#send({ do: 'rate', handoff, thumb: step.thumb, comment: '' });
        break;
      }
      case 'claim':
        this.#by(step.who, { do: 'claim', staff: STAFF[step.who], ...this.#view(step.who) });
        break;
      case 'answerOwed':
        if (this.#by(step.who, { do: 'follow_up' }) === 'ok') world.write('staff');
        break;
      case 'checkIn': {
        const plan = step.days === null ? null : { days: step.days, text: 'Did it arrive?' };
        const handoff = Math.max(1, world.ledger.last?.n ?? 1);
        this.#by(step.who, { do: 'check_in', staff: STAFF[step.who], handoff, plan });
        break;
      }
      case 'remind': {
        const at = world.now + step.ahead;
        this.#by(step.who, { do: 'remind', staff: STAFF[step.who], owner: STAFF[step.to], at, line: 'Call back' });
        break;
      }
      case 'tend': {
        const { ledger, now } = world;
        const owed = ledger.sheets.findLast((sheet) => sheet.owed)?.n ?? 1;
        const of: Tended =
          step.of === 'reminder'
            ? { is: 'reminder', n: ledger.reminders[0]?.n ?? 1 }
            : { is: 'follow_up', handoff: owed };
        const as: Tending =
          step.as === 'snoozed'
            ? { is: 'snoozed', until: now + step.ahead }
            : step.as === 'given'
              ? { is: 'given', to: step.to === 2 ? null : STAFF[step.to] }
              : { is: 'done' };
        this.#by(step.who, { do: 'tend', staff: STAFF[step.who], of, as });
        break;
      }
      case 'reply':
      case 'release':
      case 'withdraw':
      case 'transfer':
      case 'end':
        this.#owner(step, this.#who(step.who));
        break;
    }
  }

  /** What only whoever has it can do, and others try. */
  #owner(step: Extract<Step, { step: 'reply' | 'release' | 'withdraw' | 'transfer' | 'end' }>, who: Who): void {
    const { world } = this;
    const staff = STAFF[who];
    if (step.step === 'reply') {
      if (this.#by(who, { do: 'reply', staff }) === 'ok') world.write('staff');
    } else if (step.step === 'end') {
      const checkIn = step.checkIn === null ? undefined : { days: step.checkIn, text: 'Did it arrive?' };
      this.#by(who, { do: 'end', staff, outcome: step.outcome, note: '', checkIn });
    } else if (step.step === 'transfer') {
      const to: Target = step.to === 'care' ? { kind: 'team', team: CARE } : { kind: 'person', staff: STAFF[step.to] };
      this.#arrive(who);
      const before = world.ledger.responder;
      this.#by(who, { do: 'transfer', staff, to });
      must('until it is taken, it stays where it is', world.ledger.responder, before);
    } else this.#by(who, { do: step.step, staff });
  }

  #who(actor: Actor): Who {
    if (actor !== 'owner') return actor;
    const owner = STAFF.findIndex(({ id }) => id === this.world.ledger.responder);
    return owner < 0 ? 0 : (owner as Who);
  }

  #send(command: Command): string {
    const { world } = this;
    const wasClosed = !this.shop.hours(world.now).open;
    const answer = world.send(command);
    if (wasClosed && (command.do === 'request' || command.do === 'reopen'))
      must('nothing opens off hours', answer === 'ok' && world.pending && command.do === 'reopen', false);
    const open = openHandoff(world.state);
    // Whoever got it without being there: the desk knows since when.
    const who = open?.status === 'assigned' ? STAFF.findIndex(({ id }) => id === open.assignee.id) : -1;
    const since = this.#away[who] ?? null;
    if (command.do === 'reopen' && answer === 'ok' && since !== null) this.#presence(who as Who, since);
    return answer;
  }

  /** What staff do, they do at a dashboard. */
  #by(who: Who, command: Command): string {
    this.#arrive(who);
    return this.#send(command);
  }

  #edge(to: 'opening' | 'closing'): number | null {
    const { now } = this.world;
    const span = this.shop.opening.from(now);
    if (!span) return null;
    const at = to === 'closing' ? span.end : span.start > now ? span.start : this.shop.opening.from(span.end)?.start;
    return at !== undefined && Number.isFinite(at) ? at : null;
  }

  #view(who: Who) {
    return this.#views[who] ?? { handoff: null, over: null };
  }

  #look(who: Who): void {
    const open = openHandoff(this.world.state);
    this.#views[who] = { handoff: open?.n ?? null, over: open?.status === 'assigned' ? open.assignee.id : null };
  }

  /** A new message reopens, raises nothing by itself, and is the assistant's otherwise. */
  #say(): void {
    const { world, shop } = this;
    world.write('customer');
    if (openHandoff(world.state)) return;
    const last = world.state.handoffs.findLast((h) => h.assignees.length > 0)?.assignees.at(-1)?.staff.id;
    const onDuty = this.#duty[STAFF.findIndex(({ id }) => id === last)] ?? false;
    this.#send({ do: 'reopen', hours: shop.hours(world.now), onDuty });
  }

  // ── Who is there ────────────────────────────────────────────────────────────────────────────────────────────────

  #presence(who: Who, goneSince: number | null): void {
    this.world.send({ do: 'presence', staff: STAFF[who].id, goneSince });
  }

  /** Where they have offered a chat it must know at once; otherwise it hears of it later. */
  #leave(who: Who): void {
    if (this.#away[who] !== null) return;
    this.#away[who] = this.world.now;
    if (this.world.ledger.open?.offered) this.#presence(who, this.world.now);
  }

  #arrive(who: Who): void {
    if (this.#away[who] === null) return;
    this.#away[who] = null;
    this.#presence(who, null);
  }

  #desk(late: boolean, estimate: number | null): void {
    const { world } = this;
    const somebodyHere = STAFF.some((_, i) => this.#duty[i] && this.#away[i] === null);
    const handoff = world.state.handoffs.length - (late ? 1 : 0);
    if (world.pending) {
      world.send({ do: 'told', handoff, estimate, somebodyHere });
      if (!somebodyHere) world.send({ do: 'alone', handoff });
    }
    STAFF.forEach((_, i) => {
      const since = this.#away[i] ?? null;
      if (since !== null) this.#presence(i as Who, since);
    });
  }

  /** All look at the same state, then claim one after another: one wins, the others read by whom it was taken. */
  #race(order: readonly Who[]): void {
    const { world } = this;
    for (const one of order) this.#arrive(one);
    for (const one of order) this.#look(one);
    const contenders = order.filter((one) => STAFF[one].id !== world.ledger.responder);
    const answers = contenders.map((one) => this.#by(one, { do: 'claim', staff: STAFF[one], ...this.#view(one) }));
    const [winner] = contenders;
    if (winner === undefined) return;
    const should = contenders.map((_, i) => (i === 0 ? 'ok' : `taken by ${STAFF[winner].id}`));
    must('one claim wins', answers.join(), should.join());
    world.seen.add('race');
  }

  // ── Time ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #fire(name: DeadlineName, handoff: number): string {
    return this.world.send({ do: 'deadline', name, handoff, hours: this.shop.hours(this.world.now) });
  }

  /** Time goes on, and each alarm comes when it is due. */
  #pass(until: number, late: boolean): void {
    const { world } = this;
    const soonest = () => world.soonest() ?? Number.POSITIVE_INFINITY;
    for (let at = soonest(); !late && at <= until; at = soonest()) {
      world.now = Math.max(world.now, at);
      this.#alarm();
    }
    world.now = Math.max(world.now, until);
  }

  /** Fires what is due, until nothing is; what has fired finds nothing a second time. */
  #alarm(): void {
    const { world } = this;
    for (let rounds = 0; world.due().length > 0; rounds++) {
      must('an alarm comes to an end', rounds < 5, true);
      world.due().forEach(({ name, handoff }, i) => {
        const answer = this.#fire(name, handoff);
        if (i === 0) must(`${name}, which is due`, answer, 'ok');
        must(`${name}, which has fired`, this.#fire(name, handoff), 'not_due');
      });
    }
  }

  /** Nobody does anything any more: whoever waits hears of it, whatever is owed goes out, and all comes to rest. */
  #rest(): void {
    const { world } = this;
    for (let rounds = 0; ; rounds++) {
      must('it comes to rest', rounds < 90, true);
      const soonest = world.soonest();
      if (soonest === null) break;
      world.now = Math.max(world.now, soonest);
      this.#desk(false, null);
      this.#alarm();
    }
    must('somebody waits for ever', world.pending, false);
  }
}

function whereTo(to: To): Target | (EmailDestination & { first: string }) | null {
  if (to === 'store') return null;
  if (to === 'care') return { kind: 'team', team: CARE };
  if (to === 'dele') return { kind: 'person', staff: STAFF[1] };
  return { kind: 'email', address: to, expectation: {}, first: 'en' };
}
