import { hoursAt, policyOf } from '../conversation/hours';
import type { Body, Entry } from '../conversation/storage/records';
import { customerState, forCustomer } from '../conversation/views/customer';
import { publicName } from '../domain/actor';
import { type Gate, reminderDue } from '../domain/alerts';
import { closingTime } from '../domain/calendar';
import type { Command, Decision } from '../domain/command';
import { type Deadline, type DeadlineName, deadlines, NOTHING_KNOWN } from '../domain/deadlines';
import { decide } from '../domain/decide';
import { dutyIsOver, somebodyHere } from '../domain/duty';
import { type Handoff, type Lifecycle, latest, NEW_LIFECYCLE, openHandoff } from '../domain/handoff';
import type { Reason, Urgency } from '../domain/reasons';
import { requestOf } from '../domain/requesting';
import { type Facts, matches, ruled } from '../domain/rules';
import { waitingWords } from '../domain/waiting-words';
import type { CustomerMessage, CustomerState } from '../protocol/customer';
import { Team, type Told } from './team';
import type { World } from './world';

/**
 * What would happen if somebody asked for a person: the functions that run the product, run on a store as it is, without
 * an object, a socket or a write. Pure. All times are epoch ms.
 */

export interface Question {
  at: number;
  /** Two or three letters. */
  lang: string;
  /** Why a person is asked for; `rule`: only a rule of the store's may ask. */
  reason: Reason;
  /** What the customer wrote; empty where they pressed the button. */
  text: string;
  page: string | null;
  cart: number | null;
  properties: Facts['properties'];
  /** What a merchant's own bot makes of it; null: what the reason says. */
  urgency: Urgency | null;
}

type Event = Extract<CustomerMessage, { kind: 'event' }>['event'];

/** Something happens, at its time, if nobody of the team and no customer does anything before. */
export interface Step {
  at: number;
  what: 'asked' | 'reminder' | DeadlineName;
  /** What the customer's panel shows of it. */
  reads: { events: Event[]; phase: CustomerState['phase']; isRated: boolean };
  told: Told;
}

export interface Forecast {
  at: number;
  timeZone: string;
  open: boolean;
  /** When the store closes next, where it is open; else when it opens. Null: never. */
  turns: number | null;
  /** Null: nobody is asked for, because a rule of the store's keeps it so or none asks. */
  request: {
    reason: Reason | null;
    urgency: Urgency;
    /** `nowhere`: it is recorded and stands under follow-ups. */
    to:
      | { kind: 'store' | 'nowhere' }
      | { kind: 'team' | 'person'; id: string; name: string }
      | { kind: 'email'; address: string };
    /** The place of the store's rule that decides where it goes, from 0. */
    rule: number | null;
  } | null;
  /** Whether customers have the button. */
  canAsk: boolean;
  steps: Step[];
}

/** A ladder has four rungs and what follows an end is two: more than these would be a mistake. */
const MOST_STEPS = 12;
const HOUR = 3_600_000;

export function forecast(world: World, question: Question): Forecast {
  const { settings } = world;
  const { at } = question;
  const hours = hoursAt(settings, at);
  const turns = hours.open ? closingTime(settings, at) : hours.opensAt;
  const frame = { at, timeZone: settings.timeZone, open: hours.open, turns, canAsk: settings.handoff === 'on' };
  const asked = askedBy(question, settings.rules);
  if (!asked) return { ...frame, request: null, steps: [] };
  const facts = factsOf(question);
  const command = requestOf(asked, { ways: settings, facts, hours, state: NEW_LIFECYCLE }, at);
  const story = new Story(world, question);
  story.ask(command);
  const { handoff } = story;
  if (!handoff) return { ...frame, request: null, steps: [] };
  const rule = settings.rules.findIndex((one) => !one.never && matches(one, { ...facts, reason: asked.reason }));
  return {
    ...frame,
    request: {
      reason: handoff.reason,
      urgency: handoff.urgency,
      to: destinationOf(handoff),
      rule: rule < 0 ? null : rule,
    },
    steps: story.steps,
  };
}

const factsOf = ({ text, lang, page, cart, properties, reason }: Question): Facts => ({
  text,
  lang,
  page,
  cart: cart === null ? null : { value: cart },
  properties,
  sinceAnswer: null,
  unsure: reason === 'low_confidence' ? 1 : 0,
  askedBefore: false,
});

const BY_ASSISTANT: readonly Reason[] = ['low_confidence', 'unsupported_topic', 'assistant_error'];

/** Rules have their say over words and over what the assistant asks for; neither over the button nor over a failure. */
function askedBy(question: Question, rules: World['settings']['rules']) {
  const { reason, text, urgency } = question;
  const wanted = reason === 'rule' ? null : reason;
  const isDirect = reason === 'assistant_error' || (reason === 'customer_request' && text === '');
  const said = isDirect ? wanted : ruled(rules, factsOf(question), wanted);
  if (!said) return null;
  const source = wanted === null ? 'rule' : BY_ASSISTANT.includes(wanted) ? 'assistant' : 'customer';
  return { source, reason: said, trigger: text, urgency: urgency ?? undefined } as const;
}

function destinationOf(handoff: Handoff): NonNullable<Forecast['request']>['to'] {
  if (handoff.status === 'ended') {
    return handoff.emailed ? { kind: 'email', address: handoff.emailed.address } : { kind: 'nowhere' };
  }
  const to = handoff.destination;
  if (!to) return { kind: 'store' };
  return to.kind === 'team' ? { kind: 'team', ...to.team } : { kind: 'person', ...to.staff };
}

/** A conversation that begins with a request, and in which nobody does anything more. */
class Story {
  state: Lifecycle = NEW_LIFECYCLE;
  /** As it was when it was asked. */
  handoff: Handoff | null = null;
  readonly steps: Step[] = [];
  #gate: Gate;

  constructor(
    private readonly world: World,
    private readonly question: Question,
  ) {
    this.#gate = world.gate;
  }

  ask(command: Command & { do: 'request' }): void {
    const { at } = this.question;
    const decision = decide(this.state, command, at, this.#policy(at));
    if (!decision.ok) return;
    this.state = decision.next;
    this.handoff = latest(this.state);
    const open = openHandoff(this.state);
    const team = this.#team(at);
    if (open?.status === 'pending') {
      const { estimate } = this.world;
      const told = decide(
        this.state,
        { do: 'told', handoff: open.n, estimate, somebodyHere: somebodyHere(team.onDuty, at) },
        at,
        this.#policy(at),
      );
      if (told.ok) this.state = told.next;
    }
    const alerted = open?.status === 'pending' ? team.waiting(open, this.#gate) : null;
    if (alerted) this.#gate = alerted.gate;
    this.#step(at, 'asked', decision, alerted?.told ?? null);
    while (this.steps.length < MOST_STEPS && this.#next());
  }

  /** The soonest of what is due. @returns whether anything was */
  #next(): boolean {
    const now = this.steps.at(-1)?.at ?? this.question.at;
    const [first] = this.#due(now).sort((a, b) => a.at - b.at);
    const remind = this.#reminder();
    if (remind !== null && (!first || remind < first.at)) {
      this.#gate = { ...this.#gate, reminded: remind };
      const open = openHandoff(this.state);
      this.#step(remind, 'reminder', null, open ? this.#team(remind).stillWaiting(open) : null);
      return true;
    }
    if (!first) return false;
    const at = Math.max(first.at, now);
    const command = { do: 'deadline', ...first, hours: hoursAt(this.world.settings, at) } as const;
    const decision = decide(this.state, command, at, this.#policy(at));
    if (!decision.ok) return false;
    this.state = decision.next;
    this.#step(at, first.name, decision, null);
    return true;
  }

  #due(now: number): Deadline[] {
    return deadlines(this.state, this.#policy(now), NOTHING_KNOWN);
  }

  #reminder(): number | null {
    const open = openHandoff(this.state);
    if (open?.status !== 'pending') return null;
    return reminderDue(this.#gate, [open.waitingSince], this.world.settings.alertAgainAfter * 60_000);
  }

  #policy(at: number) {
    return policyOf(this.world.settings, at, openHandoff(this.state)?.status === 'pending');
  }

  /** Whoever has been away for hours is on duty no more. */
  #team(at: number): Team {
    const over = this.world.settings.dutyEndsAfter * HOUR;
    return new Team({ ...this.world, onDuty: this.world.onDuty.filter((one) => !dutyIsOver(one, over, at)) }, at);
  }

  #step(at: number, what: Step['what'], decision: (Decision & { ok: true }) | null, told: Told | null): void {
    const { settings } = this.world;
    const shown = (name: string) => (settings.shownAs === 'team' ? settings.teamName : publicName(name));
    const events = (decision?.effects ?? []).flatMap((effect) => {
      if (effect.type !== 'record') return [];
      const message = forCustomer(said({ kind: 'event', event: effect.event }, at), this.question.lang, shown);
      return message?.kind === 'event' ? [message.event] : [];
    });
    const { phase, rating } = customerState(this.state, {
      rev: 0,
      seen: 0,
      now: at,
      policy: this.#policy(at),
      contact: null,
      canAsk: settings.handoff === 'on',
      shownName: shown,
      waiting: (minutes) => {
        const { waitingMessage, firstLanguage: first } = settings;
        return waitingWords(waitingMessage, { lang: this.question.lang, first, minutes });
      },
    });
    const after = this.#team(at).after(decision?.effects ?? [], this.state, this.#gate);
    this.#gate = after.gate;
    const isRated = what === 'rating' && rating !== null;
    this.steps.push({ at, what, reads: { events, phase, isRated }, told: told ?? after.told });
  }
}

const said = (body: Body, at: number): Entry => ({ seq: 1, pub: 1, at, cid: '', body });
