import { setTimeout as pause } from 'node:timers/promises';
import type { CustomerFrame, CustomerState, SessionAnswer } from '../../src/protocol/customer';
import type { Chance } from './chance.ts';
import { ANGER, type Nature, PLEAS, PRIVATE, QUESTIONS, SMALL, WISHES } from './habits.ts';
import { type Frame, Line } from './line.ts';
import { Places } from './places.ts';
import { json, type Store } from './shop.ts';
import type { World } from './world.ts';

/** A customer who writes, asks for a person, changes their mind and rates, in the panel and perhaps in a second tab. */

export interface Rated {
  id: string;
  handoff: number;
  thumb: string;
  comment: string;
}

export interface Tab {
  line: Line;
  places: Places;
}

const LANGUAGES = ['en', 'de', 'ar'];
/** What may wait for an answer at once. */
const BACKLOG = 5;

export class Customer {
  readonly nature: Nature;
  readonly store: Store;
  readonly name: string;
  readonly lang: string;
  conversation = '';
  token = '';
  state: CustomerState | null = null;
  /** The first is the one that they write in. */
  readonly tabs: Tab[] = [];
  /** They closed all of them, and do not come back. */
  gone = false;
  readonly rated: Rated[] = [];
  /** What only the team may read, and came over this customer's line. */
  readonly leaked: string[] = [];
  readonly #world: World;
  readonly #chance: Chance;
  #made = 0;

  constructor(world: World, store: Store, name: string, nature: Nature, chance: Chance) {
    this.#world = world;
    this.#chance = chance.of(name);
    this.store = store;
    this.name = name;
    this.nature = nature;
    this.lang = this.#chance.pick(LANGUAGES);
  }

  get address(): string {
    return `${this.name}@customers.example`;
  }

  /** Comes to the shop, and stays until the world stops acting, or they have left. */
  async live(arrived: (conversation: string) => void): Promise<void> {
    while (this.token === '') await this.#session();
    arrived(this.conversation);
    const { line } = this.#open();
    if (this.#chance.is(0.5)) this.#open();
    while (this.#world.acting && !this.gone) {
      await pause(this.#chance.between(20, 100));
      if (this.#world.acting && this.#ready(line)) this.#act(line);
    }
  }

  /** Says how it was, where that is asked, and asks one more question, where the assistant answers. */
  lastWords(): void {
    const [tab] = this.tabs;
    if (!tab || !this.state || this.gone) return;
    const { rating, phase } = this.state;
    if (rating && !rating.in) this.#rate(tab.line, rating.handoff);
    if (phase.is === 'assistant') this.#say(tab.line, this.#chance.pick(QUESTIONS));
  }

  /** Has a handoff that has just ended: asks for a person, and thinks better of it. */
  async changeTheirMind(): Promise<void> {
    const [tab] = this.tabs;
    if (!tab) return;
    const isAlone = () => this.state?.phase.is === 'assistant';
    if (isAlone()) tab.line.order({ type: 'request', id: this.#id() });
    await this.#world.comes(`${this.name} waits`, () => !isAlone());
    tab.line.order({ type: 'cancel', id: this.#id() });
    await this.#world.comes(`${this.name} waits no more`, isAlone);
  }

  hello(after: number): CustomerFrame {
    return { type: 'hello', after, lang: this.lang, tz: 'Europe/Sofia' };
  }

  async #session(): Promise<void> {
    await this.#world.runtime.up();
    const { origin } = this.#world.runtime;
    const asked = fetch(`${origin}/widget/session`, { method: 'POST', ...json({ store: this.store.key }) });
    const answer = await asked
      .then((response) => (response.ok ? (response.json() as Promise<SessionAnswer>) : null))
      .catch(() => null);
    if (!answer) return void (await pause(25));
    this.token = answer.token;
    this.conversation = answer.conversation;
  }

  #open(): Tab {
    const places = new Places();
    const line: Line = new Line({
      world: this.#world,
      side: 'customer',
      path: '/widget/socket',
      token: async () => this.token,
      hello: () => this.hello(places.ask('new')),
      receive: (frame) => this.#receive(frame, places, line),
      resend: 'with-hello',
    });
    const tab = { line, places };
    this.tabs.push(tab);
    return tab;
  }

  #receive(frame: Frame, places: Places, line: Line): void {
    places.note(frame, line);
    // The tab that wrote it learns of its own message by the acknowledgement.
    const mine = frame.type === 'ack' && line.sent.find(({ type, id }) => type === 'send' && id === frame.id);
    if (mine && 'text' in mine && !places.shown.has(Number(frame.seq))) {
      const { id, seq, at } = frame;
      const message = { kind: 'customer', seq, at, id, text: mine.text };
      places.note({ type: 'message', message } as unknown as Frame, line);
    }
    const text = JSON.stringify(frame);
    if (text.includes(PRIVATE)) this.leaked.push(text);
    const { state } = frame as { state?: CustomerState };
    // As the panel does: what is to be asked in a moment is shown then.
    const later = state?.rating?.in;
    if (state?.rating && later) setTimeout(() => delete state.rating?.in, later);
    if (state && (!this.state || state.rev >= this.state.rev)) this.state = state;
  }

  #ready(line: Line): boolean {
    return line.open && this.state !== null && line.waiting.length < BACKLOG && !line.hurried;
  }

  #act(line: Line): void {
    const { rating, phase } = this.state as CustomerState;
    if (this.nature === 'patient') return this.#wait(line);
    if (this.nature === 'leaving') return this.#leave(line);
    if (rating && !rating.in && phase.is === 'assistant' && this.#chance.is(rating.thumb ? 0.05 : 0.8)) {
      return this.#rate(line, rating.handoff);
    }
    const does = this.#chance.weigh(WISHES[phase.is]);
    if (does === 'ask') this.#say(line, this.#chance.pick(QUESTIONS));
    if (does === 'burst') for (const text of SMALL.slice(0, this.#chance.between(2, 3))) this.#say(line, text);
    if (does === 'talk') this.#say(line, this.#chance.pick(SMALL));
    if (does === 'plead') this.#say(line, this.#chance.pick(PLEAS));
    if (does === 'rage') this.#say(line, this.#chance.pick(ANGER));
    if (does === 'request') line.order({ type: 'request', id: this.#id() });
    if (does === 'cancel') this.#cancel(line, phase.is);
    if (does === 'idle') this.#idle(line);
  }

  /** Until the team is asked, they complain; then they write a word now and then. */
  #wait(line: Line): void {
    if (this.state?.phase.is === 'assistant') return this.#say(line, this.#chance.pick(ANGER));
    if (this.#chance.is(0.08)) this.#say(line, this.#chance.pick(SMALL));
  }

  /** One step after the other, each once the one before was answered. */
  #leave(line: Line): void {
    if (line.waiting.length > 0) return;
    const { phase, contact } = this.state as CustomerState;
    if (!contact)
      line.order({ type: 'email', id: this.#id(), address: this.address } as CustomerFrame & { id: string });
    else if (phase.is === 'assistant') line.order({ type: 'request', id: this.#id() });
    else if (phase.is === 'person') {
      for (const tab of this.tabs) tab.line.close();
      this.gone = true;
    }
  }

  /** What nobody answers, and what may be lost. */
  #idle(line: Line): void {
    const places = this.tabs[0]?.places ?? new Places();
    line.say({ type: 'typing', on: this.#chance.is(0.5) });
    line.say({ type: 'read', seq: places.last });
    if (this.#chance.is(0.2)) line.repeat();
    if (this.#chance.is(0.2)) line.say({ type: 'page', page: { url: 'https://shop.example/p', title: 'A page' } });
    // A page that wakes asks for everything after its cursor once more.
    if (this.#chance.is(0.3)) line.say(this.hello(places.ask('same')));
  }

  /** Every message is one of its kind, so that none can be taken for another. */
  #say(line: Line, words: string): void {
    const id = this.#id();
    const frame: CustomerFrame & { type: 'send' } = { type: 'send', id, text: `${words} [${id}]` };
    line.order(frame);
  }

  #cancel(line: Line, phase: string): void {
    const pressed = line.waiting.some(({ order }) => order.type === 'cancel' || order.type === 'request');
    const seen = phase === 'waiting' ? 'waiting' : 'talking';
    const frame: CustomerFrame & { type: 'cancel' } = { type: 'cancel', id: this.#id(), seen };
    if (!pressed) line.order(frame);
  }

  #rate(line: Line, handoff: number): void {
    const id = this.#id();
    const thumb = this.#chance.pick(['up', 'down'] as const);
    const frame: CustomerFrame & { type: 'rate' } = { type: 'rate', id, handoff, thumb, comment: `Rated with ${id}` };
    this.rated.push(frame);
    line.order(frame);
  }

  #id(): string {
    this.#made += 1;
    return `${this.name}-${String(this.#made).padStart(6, '0')}`;
  }
}
