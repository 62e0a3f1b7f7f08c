import { deskStub } from '../desk/door';
import { handback } from '../domain/afterwards';
import type { Ended } from '../domain/handoff';
import type { Reason } from '../domain/reasons';
import { type Asked, requestOf } from '../domain/requesting';
import { type Facts, ruled } from '../domain/rules';
import { setOff } from '../domain/triggers';
import type { Env } from '../env';
import { unsureInARow } from './answering/certainty';
import { sinceLastEvent } from './answering/owed';
import type { Append, Applied, Room } from './room';
import { soon } from './settings';
import type { AskedFrom, Entry } from './storage/records';

/** How a request for a person comes about, and where the store's rules send it. */

/** Characters of the customer's words that a handoff keeps as what set it off. */
export const TRIGGER = 240;

const CUT = /^…/;

/** Of how many handoffs it is kept where they were asked from. */
const MOST_KEPT = 5;

/** Of a long message the part that asks for a person. */
function excerptOf(text: string, matched = ''): string {
  const [words = ''] = matched.split(' … ');
  const at = text.indexOf(words);
  if (at + words.length <= TRIGGER) return text.slice(0, TRIGGER);
  return `…${text.slice(Math.min(at - BEFORE, text.length - TRIGGER + 1)).slice(0, TRIGGER - 1)}`;
}
/** Characters before those words that say what it is about. */
const BEFORE = 100;

export class Asking {
  /** Whether the desk is being asked who can take back a reopened handoff. */
  #reopening = false;

  constructor(
    private readonly room: Room,
    private readonly env: Env,
  ) {}

  /** @param first messages that belong before it */
  request(asked: Asked, now: number, first: Append[] = []): Applied {
    const { room } = this;
    const { storeSettings: ways, state } = room;
    const command = requestOf(asked, { ways, facts: this.#facts(asked.trigger), hours: room.hours(now), state }, now);
    return room.apply(command, now, { first });
  }

  /** The page and what it told, as they are now. */
  get #from(): AskedFrom {
    const live = this.room.sockets.customers();
    return {
      page: live.findLast(({ page }) => page)?.page ?? null,
      shop: live.findLast(({ shop }) => shop)?.shop ?? null,
    };
  }

  /** A handoff has opened, or more was asked in it. Call it within that transaction, whose row it comes with. */
  opened(handoff: number): void {
    const { store } = this.room;
    const { [handoff]: _, ...others } = store.asked;
    store.asked = Object.fromEntries([...Object.entries(others), [handoff, this.#from] as const].slice(-MOST_KEPT));
  }

  /** What rules look at. Without words of their own (the button) the customer's last ones count. */
  #facts(trigger: string): Facts {
    const { entries, customer } = this.room.store;
    const lang = customer?.lang ?? 'en';
    const { page, shop } = this.#from;
    const { cart, properties } = shop ?? {};
    const last = entries.findLast(({ body }) => body.kind === 'customer');
    const answered = entries.findLast(({ body }) => body.kind === 'assistant' || body.kind === 'staff');
    const said = last?.body.kind === 'customer' ? last.body.text : '';
    return {
      // Of a long message the handoff keeps a part; rules read all of it.
      text: said.includes(trigger.replace(CUT, '')) ? said : trigger,
      lang,
      page: page?.url ?? null,
      cart: cart ?? null,
      properties: properties ?? [],
      sinceAnswer: last && answered ? last.at - answered.at : null,
      unsure: unsureInARow(sinceLastEvent(entries), lang),
      askedBefore: this.room.state.handoffs.some(({ source }) => source === 'rule'),
    };
  }

  /**
   * What the store's rules make of a reason to ask for a person.
   * @param unsure of how many answers in a row the assistant was not sure, where that is known better
   */
  ruled(reason: Reason | null, text: string, unsure?: number): Reason | null {
    const facts = this.#facts(text);
    return ruled(this.room.storeSettings.rules, { ...facts, text, unsure: unsure ?? facts.unsure }, reason);
  }

  /** Words that ask for a person open a handoff; while one is pending they can only raise it. @returns whether they did */
  byWords(text: string, lang: string): boolean {
    const { room } = this;
    const { urgentReasons } = room.storeSettings;
    const found = setOff(text, lang, room.state, { ruled: (reason) => this.ruled(reason, text), urgentReasons });
    if (!found) return false;
    const { reason, trigger } = found;
    const source = trigger ? 'customer' : 'rule';
    room.settings.whenReady((then) => {
      this.request({ source, reason, trigger: excerptOf(text, trigger?.matched) }, then);
    });
    return true;
  }

  /** Whether a new message brings back the person who ended the last handoff. */
  reopens(now: number): boolean {
    return this.#reopened(now) !== null;
  }

  /** Hours are read only where a window may be open: every message asks, and calendars are slow. */
  #reopened(now: number): Ended | null {
    const { state } = this.room;
    const open = state.handoffs.some((h) => h.status === 'ended' && h.handbackUntil !== null && now < h.handbackUntil);
    return open ? handback(state, this.room.hours(now), now) : null;
  }

  /**
   * Reopens the last handoff for what the customer wrote after it, where the store's window is open: with the same person
   * if they are on duty, which only the desk knows. It is waited for a moment at most.
   * @returns whether it does
   */
  reopen(now: number): boolean {
    const { room } = this;
    const last = this.#reopened(now);
    const staff = last?.assignees.at(-1)?.staff;
    if (!last || !staff || !this.#wrote()) return false;
    if (this.#reopening) return true;
    this.#reopening = true;
    const asking = soon(deskStub(this.env, room.customer.store).isOnDuty(staff.id));
    const work = asking.then((onDuty) => {
      this.#reopening = false;
      const then = Date.now();
      room.apply({ do: 'reopen', hours: room.hours(then), onDuty: onDuty === true }, then);
    });
    room.background(work);
    return true;
  }

  /** Whether the customer wrote here since the last handoff ended; an answer by email changes no first responder. */
  #wrote(): boolean {
    const entries = this.room.store.entries;
    const settled = ({ body }: Entry) =>
      body.kind === 'event' && ['ended', 'away', 'emailed'].includes(body.event.what);
    const ended = entries.findLastIndex(settled);
    return entries.slice(ended + 1).some(({ body }) => body.kind === 'customer' && !body.mail);
  }
}
