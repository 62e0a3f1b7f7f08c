import { admit, emailedTo, type Gate, isEmailed, type Verdict } from '../domain/alerts';
import type { Effect } from '../domain/command';
import { callsFor, pushedTo } from '../domain/duty';
import type { Assigned, Lifecycle, Pending } from '../domain/handoff';
import { type NoticeKind, wants } from '../domain/notices';
import type { Urgency } from '../domain/reasons';
import type { World } from './world';

/** Who of the team hears of something, and by what. Ids are people's. */

export interface Email {
  /** `send`: at once. `gather`: with others, at `at`. `suppress`: none; another one went out less than five minutes before. */
  verdict: Verdict;
  /** When it goes out, or when the window that holds it back ends. */
  at: number;
  /** Urgent, and so past a window that was running. */
  bypasses: boolean;
  /** People, or, of a summary, the store's own address. */
  to: string[] | { address: string };
}

export interface Told {
  /** Whose open dashboard calls for them. */
  dashboards: string[];
  pushes: string[];
  email: Email | null;
}

const NOBODY: Told = { dashboards: [], pushes: [], email: null };

interface Alerted {
  told: Told;
  gate: Gate;
}

export class Team {
  constructor(
    private readonly world: World,
    private readonly now: number,
  ) {}

  get onDuty(): World['onDuty'] {
    return this.world.onDuty;
  }

  /** Somebody begins to wait. */
  waiting(open: Pending, gate: Gate): Alerted {
    const meant = this.#meant(open);
    const here = this.onDuty.flatMap(({ id, leftAt }) => (leftAt === null ? id : []));
    const { email, gate: next } = this.#admitted(gate, open.urgency, this.#emailed(meant));
    const dashboards = meant === null ? here : here.filter((id) => callsFor(id, meant, here));
    return { gate: next, told: { dashboards, pushes: this.#pushed(meant, 'waiting', open.urgency), email } };
  }

  /** They still wait: everybody is told again, whomever it was asked of. */
  stillWaiting(open: Pending | Assigned): Told {
    const here = this.onDuty.flatMap(({ id, leftAt }) => (leftAt === null ? id : []));
    const email = this.#letter();
    return { dashboards: here, pushes: this.#pushed(null, 'waiting', open.urgency), email };
  }

  /** What a decision asks for beyond the conversation. */
  after(effects: readonly Effect[], state: Lifecycle, gate: Gate): Alerted {
    for (const effect of effects) {
      if (effect.type !== 'alert' && effect.type !== 'summary') continue;
      const handoff = state.handoffs.find(({ n }) => n === effect.handoff);
      if (handoff?.status !== 'ended') continue;
      if (effect.type === 'summary') {
        const to = { address: handoff.emailed?.address ?? '' };
        return { gate, told: { ...NOBODY, email: { verdict: 'send', at: this.now, bypasses: false, to } } };
      }
      if (!isEmailed(effect.why, this.world.settings)) continue;
      if (effect.why === 'off_hours') {
        const { email, gate: next } = this.#admitted(gate, 'urgent', this.#emailed(null));
        return { gate: next, told: { ...NOBODY, email } };
      }
      const email = this.#letter();
      const pushes = this.#pushed(null, 'follow_ups', handoff.urgency);
      return { gate, told: { ...NOBODY, pushes, email } };
    }
    return { gate, told: NOBODY };
  }

  /** Null: everybody. */
  #meant({ destination }: Pending): string[] | null {
    if (!destination) return null;
    if (destination.kind === 'person') return [destination.staff.id];
    return this.world.teams.find(({ id }) => id === destination.team.id)?.people ?? [];
  }

  #pushed(meant: string[] | null, kind: NoticeKind, urgency: Urgency): string[] {
    const whom = pushedTo(this.onDuty, meant, kind);
    return this.world.people
      .filter(({ id, hasDevice, notices }) => {
        return whom.includes(id) && hasDevice && wants(notices, kind, urgency === 'urgent', this.now);
      })
      .map(({ id }) => id);
  }

  #emailed(meant: string[] | null): string[] {
    const optedIn = this.world.people.filter((person) => person.optedIn);
    return emailedTo(optedIn, meant ?? []).map(({ id }) => id);
  }

  /** To everybody, past the window: null where nobody wants any. */
  #letter(): Email | null {
    const to = this.#emailed(null);
    return to.length === 0 ? null : { verdict: 'send', at: this.now, bypasses: false, to };
  }

  #admitted(gate: Gate, urgency: Urgency, to: string[]): { email: Email | null; gate: Gate } {
    const { urgentEmailsAnHour: most } = this.world.settings;
    const { verdict, next } = admit(gate, { urgency, email: FORECAST, now: this.now, most });
    const runs = gate.window !== null && gate.window.until > this.now;
    const ends = verdict === 'gather' ? next.gathering : verdict === 'suppress' ? gate.window?.until : null;
    const email = { verdict, at: ends ?? this.now, bypasses: urgency === 'urgent' && runs, to };
    // An email for nobody is none, and holds nothing back.
    return to.length === 0 ? { email: null, gate } : { email, gate: next };
  }
}

const FORECAST = 'forecast';
