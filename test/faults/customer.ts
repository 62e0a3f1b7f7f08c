import { setTimeout as pause } from 'node:timers/promises';
import type { CustomerFrame, CustomerState, SessionAnswer } from '../../src/protocol/customer';
import type { Chance } from './chance.ts';
import { type Frame, Line } from './line.ts';
import { Places } from './places.ts';
import { json, type Store } from './shop.ts';
import type { World } from './world.ts';

/** A customer who writes, asks for a person, changes their mind and rates, in the panel and perhaps in a second tab. */

/** `patient`: complains, and then waits: nobody of the team ever takes them. */
export type Nature = 'busy' | 'patient';

export interface Rated {
  id: string;
  handoff: number;
  thumb: string;
  comment: string;
}

const QUESTIONS = [
  'Do you have a charger with two ports?',
  'How long is the warranty?',
  'Which headphones do you sell?',
  'Can I send something back after two weeks?',
  'How fast is express delivery?',
  'Qwertz uiop asdfgh',
];
const SMALL = ['Thank you.', 'It is the blue one.', 'The box was open.', 'Yes, that is it.', 'One moment please.'];
const PLEAS = ['Can I talk to a human please?', 'I want to speak to a real person.'];
const ANGER = ['I want my money back.', 'This is outrageous, I have a complaint.'];
const LANGUAGES = ['en', 'de', 'ar'];
/** What may wait for an answer at once. */
const BACKLOG = 5;

export class Customer {
  readonly nature: Nature;
  readonly store: Store;
  readonly name: string;
  conversation = '';
  token = '';
  state: CustomerState | null = null;
  readonly places = new Places();
  /** What a second tab saw. */
  readonly second: Places | null;
  line: Line | null = null;
  other: Line | null = null;
  /** Urgent words: each may raise a wait that is on already. */
  urgent = 0;
  readonly rated: Rated[] = [];
  /** What a private note says came over a customer's line. */
  readonly leaked: string[] = [];
  readonly lang: string;
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
    this.second = this.#chance.is(0.5) ? new Places() : null;
  }

  /** Comes to the shop, and stays until the world stops acting. */
  async live(arrived: (conversation: string) => void): Promise<void> {
    while (this.token === '') await this.#session();
    arrived(this.conversation);
    this.line = this.#tab(this.places);
    if (this.second) this.other = this.#tab(this.second);
    while (this.#world.acting) {
      await pause(this.#chance.between(20, 100));
      if (this.#world.acting && this.#ready(this.line)) this.#act(this.line);
    }
  }

  #ready(line: Line): boolean {
    return line.open && this.state !== null && line.waiting.length < BACKLOG && !line.hurried;
  }

  /** The tabs that are open. */
  tabs(): { line: Line; places: Places }[] {
    return [
      ...(this.line ? [{ line: this.line, places: this.places }] : []),
      ...(this.other && this.second ? [{ line: this.other, places: this.second }] : []),
    ];
  }

  /** Says how it was, where that is asked. @returns whether it is */
  answerHow(): boolean {
    const rating = this.state?.rating;
    if (rating && this.line) this.#rate(this.line, rating.handoff);
    return Boolean(rating);
  }

  hello(after: number): CustomerFrame {
    return { type: 'hello', after, lang: this.lang, tz: 'Europe/Sofia' };
  }

  async #session(): Promise<void> {
    await this.#world.runtime.up();
    const { origin } = this.#world.runtime;
    const headers = { 'content-type': 'application/json', origin };
    const answer = await fetch(`${origin}/widget/session`, {
      method: 'POST',
      ...json({ store: this.store.key }),
      headers,
    })
      .then((response) => (response.ok ? (response.json() as Promise<SessionAnswer>) : null))
      .catch(() => null);
    if (!answer) return void (await pause(25));
    this.token = answer.token;
    this.conversation = answer.conversation;
  }

  #tab(places: Places): Line {
    const line: Line = new Line({
      world: this.#world,
      side: 'customer',
      path: '/widget/socket',
      token: async () => this.token,
      hello: () => this.hello(places.ask('new')),
      receive: (frame) => this.#receive(frame, places, line),
      resend: 'with-hello',
    });
    return line;
  }

  #receive(frame: Frame, places: Places, line: Line): void {
    places.note(frame, line);
    const text = JSON.stringify(frame);
    if (text.includes('PRIVATE')) this.leaked.push(text);
    const { state } = frame as { state?: CustomerState };
    if (state && (!this.state || state.rev >= this.state.rev)) this.state = state;
  }

  #act(line: Line): void {
    const { rating, phase } = this.state as CustomerState;
    if (this.nature === 'patient') return this.#wait(line);
    if (rating && phase.is === 'assistant' && this.#chance.is(rating.thumb ? 0.05 : 0.8)) {
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

  /** Until somebody waits for them, they complain; then they write a word now and then. */
  #wait(line: Line): void {
    if (this.state?.phase.is === 'assistant') return this.#say(line, this.#chance.pick(ANGER));
    if (this.#chance.is(0.08)) this.#say(line, this.#chance.pick(SMALL));
  }

  /** What nobody answers, and what may be lost. */
  #idle(line: Line): void {
    line.say({ type: 'typing', on: this.#chance.is(0.5) });
    line.say({ type: 'read', seq: this.places.last });
    if (this.#chance.is(0.1)) line.repeat();
    if (this.#chance.is(0.2)) line.say({ type: 'page', page: { url: 'https://shop.example/p', title: 'A page' } });
    // A page that wakes asks for everything after its cursor once more.
    if (this.#chance.is(0.3)) line.say(this.hello(this.places.ask('same')));
  }

  /** Every message is one of its kind, so that none can be taken for another. */
  #say(line: Line, words: string): void {
    if (ANGER.includes(words)) this.urgent += 1;
    const id = this.#id();
    const frame: CustomerFrame & { type: 'send' } = { type: 'send', id, text: `${words} [${id}]` };
    line.order(frame);
  }

  #cancel(line: Line, phase: string): void {
    const cancels = line.waiting.some(({ order }) => order.type === 'cancel' || order.type === 'request');
    const frame = { type: 'cancel', id: this.#id(), seen: phase === 'waiting' ? 'waiting' : 'talking' };
    if (!cancels) line.order(frame);
  }

  #rate(line: Line, handoff: number): void {
    const id = this.#id();
    const rated = { id, handoff, thumb: this.#chance.pick(['up', 'down']), comment: `Rated with ${id}` };
    this.rated.push(rated);
    const frame = { type: 'rate', ...rated };
    line.order(frame);
  }

  #id(): string {
    this.#made += 1;
    return `${this.name}-${String(this.#made).padStart(6, '0')}`;
  }
}

type Does = 'ask' | 'burst' | 'talk' | 'plead' | 'rage' | 'request' | 'cancel' | 'idle';

const WISHES: Record<CustomerState['phase']['is'], Partial<Record<Does, number>>> = {
  assistant: { ask: 35, burst: 8, plead: 8, rage: 6, request: 20, idle: 23 },
  waiting: { talk: 35, burst: 5, rage: 3, cancel: 10, idle: 47 },
  person: { talk: 45, burst: 10, cancel: 5, idle: 40 },
};
