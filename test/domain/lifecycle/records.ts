import type { Command, Decision, Effect } from '../../../src/domain/command';
import { type Circumstances, NOTHING_KNOWN } from '../../../src/domain/deadlines';
import { decide } from '../../../src/domain/decide';
import type { Assigned, Ended, Handoff, Hours, Lifecycle, Pending } from '../../../src/domain/handoff';
import { DEFAULT_POLICY, type Policy } from '../../../src/domain/policy';
import { deepFreeze } from '../freeze';

/** Records as tests write them down, and what came of a command in words. */

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const T0 = Date.UTC(2026, 5, 1, 9, 0, 0);
/** When the command of a case arrives, if the case says nothing else: every deadline of its state has passed. */
export const NOW = T0 + 40 * MINUTE;
/** When a closed store opens again. */
export const MORNING = T0 + DAY;

export const ana = { id: 's-ana', name: 'Ana Petrova' };
export const dele = { id: 's-dele', name: 'Dele Okafor' };
export const mira = { id: 's-mira', name: 'Mira Lindqvist' };
export const toDele = { kind: 'person', staff: dele } as const;
export const toCare = { kind: 'team', team: { id: 't-care', name: 'Care' } } as const;

export const OPEN: Hours = { open: true };
export const CLOSED = { open: false, opensAt: MORNING, words: null, first: 'en' } as const satisfies Hours;

const common = {
  n: 1,
  reason: 'customer_request',
  urgency: 'normal',
  source: 'customer',
  trigger: 'Talk to a person',
  requestedAt: T0,
  waitingSince: T0,
  destination: null,
  firstReplyAt: null,
  reopened: 0,
  rated: null,
} as const satisfies Partial<Handoff>;

export const pending = (over: Partial<Pending> = {}): Pending => ({
  ...common,
  assignees: [],
  status: 'pending',
  waitingSince: T0,
  longer: false,
  told: null,
  ...over,
});
export const assigned = (over: Partial<Assigned> = {}): Assigned => ({
  ...common,
  assignees: [{ staff: ana, at: T0 + MINUTE }],
  status: 'assigned',
  assignee: ana,
  assignedAt: T0 + MINUTE,
  transfer: null,
  goneSince: null,
  nudged: null,
  ...over,
});
export const ended = (over: Partial<Ended> = {}): Ended => ({
  ...common,
  assignees: [{ staff: ana, at: T0 + MINUTE }],
  status: 'ended',
  outcome: 'resolved',
  endedWhile: 'talking',
  endedAt: T0 + 10 * MINUTE,
  note: '',
  rating: { is: 'due' },
  away: null,
  emailed: null,
  handbackUntil: null,
  followUp: null,
  ...over,
});

/** What never was open: asked off hours, or of an email destination. */
const neverOpen = (over: Partial<Ended>): Ended =>
  ended({
    waitingSince: null,
    assignees: [],
    endedWhile: 'away',
    endedAt: T0,
    rating: { is: 'none' },
    followUp: OWED_SINCE_T0,
    ...over,
  });
const OWED_SINCE_T0 = { since: T0, told: false };
export const firstAsk = { reason: 'customer_request', trigger: 'Talk to a person', at: T0 } as const;
export const offHours = (over: Partial<Ended> = {}): Ended =>
  neverOpen({ outcome: 'off_hours', away: { opensAt: MORNING, asks: [firstAsk] }, ...over });
export const BILLING = 'billing@shop.example';
export const emailed = (over: Partial<Ended> = {}): Ended =>
  neverOpen({
    outcome: 'emailed',
    emailed: { address: BILLING, asks: [firstAsk], sent: 0, owedSince: T0 },
    ...over,
  });

export const request = (over: Partial<Command & { do: 'request' }> = {}): Command & { do: 'request' } => ({
  do: 'request',
  source: 'customer',
  reason: 'customer_request',
  trigger: 'A person, please',
  hours: OPEN,
  ...over,
});
export const toBilling = { kind: 'email', address: BILLING, expectation: { en: 'Tomorrow' }, first: 'en' } as const;

export interface When {
  now?: number;
  policy?: Partial<Policy>;
  known?: Partial<Circumstances>;
}

export const decideOn = (state: Lifecycle, command: Command, { now = NOW, policy, known }: When = {}): Decision =>
  decide(deepFreeze(state), deepFreeze(command), now, { ...DEFAULT_POLICY, ...policy }, { ...NOTHING_KNOWN, ...known });

/** Throws where a refusal comes, for stories that have to go on. */
export function step(state: Lifecycle, command: Command, when: When = {}): Lifecycle {
  const decision = decideOn(state, command, when);
  if (!decision.ok) throw new Error(`${command.do}: ${decision.reason}`);
  return decision.next;
}

/** What is expected: a refusal ("taken by s-ana"), or what differs afterwards, with the effects in words. */
export type Expected = string | { turn?: '+1'; effects: string[]; [handoff: `#${number}`]: object };

export function observed(state: Lifecycle, decision: Decision): Expected {
  if (!decision.ok) return decision.by ? `${decision.reason} by ${decision.by.id}` : decision.reason;
  return { ...changes(state, decision.next), effects: decision.effects.map(words) };
}

/** What comes of a command, in words. */
export const comesOf = (state: Lifecycle, command: Command, when: When = {}): Expected =>
  observed(state, decideOn(state, command, when));

/** Only what differs: the turn, and of each handoff the fields that changed. New ones that say nothing are left out. */
function changes(before: Lifecycle, after: Lifecycle): object {
  const result: Record<string, unknown> = {};
  if (before.turn !== after.turn) result.turn = `+${after.turn - before.turn}`;
  for (const handoff of after.handoffs) {
    const old: object = before.handoffs.find((h) => h.n === handoff.n) ?? {};
    const changed = Object.entries(handoff).filter(([key, value]) => {
      const was: unknown = Reflect.get(old, key);
      return was === undefined ? !saysNothing(value) : JSON.stringify(value) !== JSON.stringify(was);
    });
    if (changed.length > 0) result[`#${handoff.n}`] = Object.fromEntries(changed);
  }
  return result;
}

const saysNothing = (value: unknown): boolean => !value || (Array.isArray(value) && value.length === 0);

function words(effect: Effect): string {
  if (effect.type === 'cut') return effect.by ? `cut by ${effect.by.id}` : 'cut';
  if (effect.type === 'alert') return `alert #${effect.handoff}: ${effect.why}`;
  if (effect.type === 'summary') return `summary #${effect.handoff}${effect.again ? ' again' : ''}`;
  if (effect.type === 'project') return effect.transcript ? 'project with transcript' : 'project';
  if (effect.type === 'remind') return `remind ${effect.n}`;
  if (effect.type === 'say') return `say by ${effect.staff.id}: ${effect.text}`;
  const { event } = effect;
  switch (event.what) {
    case 'owed':
      return `owed ${event.is} by ${event.staff.id}`;
    case 'reminder':
      return `reminder ${event.n} ${event.is} by ${event.staff.id}`;
    case 'check_in':
      return `check-in ${event.is} #${event.handoff} by ${event.staff.id}`;
    case 'asked':
      return `asked #${event.handoff}: ${event.reason} from ${event.source}`;
    case 'joined':
      return `joined #${event.handoff}: ${event.staff.id}${event.previous ? ` after ${event.previous.id}` : ''}`;
    case 'released':
      return `released #${event.handoff}: ${event.staff.id}${event.why === 'gone' ? ', gone' : ''}`;
    case 'ended': {
      const back = event.handbackDays === undefined ? '' : `, back within ${event.handbackDays} days`;
      return `ended #${event.handoff}: ${event.outcome} by ${event.staff?.id ?? 'nobody'} while ${event.endedWhile}${back}`;
    }
    case 'away':
      return `away #${event.handoff}${event.hours.opensAt === MORNING ? ' until the morning' : ''}`;
    case 'emailed':
      return `emailed #${event.handoff} to ${event.to}: ${event.expectation[event.first]}`;
    case 'transfer': {
      const to = event.to.kind === 'person' ? event.to.staff.id : event.to.team.id;
      return `transfer ${event.is} #${event.handoff}: ${event.staff.id} to ${to}`;
    }
    case 'closed':
      return 'closed';
    case 'mail':
      return `mail ${event.is}`;
  }
}
