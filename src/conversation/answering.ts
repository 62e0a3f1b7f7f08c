import { type AnswerPart, type Assistant, type HandedBack, SURE } from '../assistant/assistant';
import { publicName, type StaffRef } from '../domain/actor';
import { consentOf } from '../domain/consent';
import { isPrivate, type Lifecycle, latest, responderOf, STAFF_OUTCOMES } from '../domain/handoff';
import type { Policy } from '../domain/policy';
import type { Reason } from '../domain/reasons';
import type { Card, Link } from '../protocol/common';
import type { Sockets } from './sockets';
import type { Body, ConversationStore, Customer, Entry, Offer } from './store';

type DonePart = AnswerPart & { type: 'done' };

/** An answer in the making: memory only. What of it is kept is decided when it is whole, or cut off. */
interface Draft {
  turn: number;
  /** The place of the question. */
  re: number;
  /** The same for every attempt at one question, so that a second attempt replaces what was streamed of the first. */
  answer: string;
  text: string;
  cards: Card[];
  links: Link[];
  abort: AbortController;
}

/** The assistant's message, as it is to be stored. */
export interface AnswerMessage {
  sender: 'assistant';
  cid: string;
  body: Body;
}

/** What this needs of the conversation. */
interface Talk {
  readonly state: Lifecycle;
  readonly customer: Customer;
  policy(now: number): Policy;
  /** Runs this once the store's settings are known, which they nearly always are: then at once. */
  whenReady(then: (now: number) => void): void;
  isOpen(now: number): boolean;
  /** Keeps the object awake until this is done. */
  background(work: Promise<void>): void;
  /** Stores and shows a whole answer. */
  answered(message: AnswerMessage, now: number): void;
  /** Opens a handoff that the assistant asks for, after its own words. */
  handOver(asked: { reason: Reason; trigger: string }, message: AnswerMessage | null, now: number): void;
  /** A new message brings back the person: then the assistant is silent. */
  reopens(now: number): boolean;
}

/** What of an assistant's failure stands in the handoff that it leads to: characters of the question. */
const TRIGGER = 240;
/** How many of the person's last messages the assistant is told of. */
const LAST_WORDS = 5;

const answerId = (re: number): string => `answer-${re}`;

/**
 * The assistant at work in one conversation. It is fenced: an answer carries the turn in which it was asked for, and is
 * worth nothing in another. One that failed or was interrupted is asked for once more; then a person is.
 */
export class Answering {
  /** Null where the assistant is not at work. */
  #draft: Draft | null = null;

  constructor(
    private readonly talk: Talk,
    private readonly store: ConversationStore,
    private readonly sockets: Sockets,
    private readonly assistant: (store: string) => Assistant,
  ) {}

  /** Asks for the oldest answer that is owed, unless one is in the making or somebody else answers. */
  ask(): void {
    if (this.#draft || responderOf(this.talk.state).is !== 'assistant' || this.talk.reopens(Date.now())) return;
    const question = this.#owed();
    if (question?.body.kind !== 'customer') return;
    const { seq, body } = question;
    this.#draft = {
      turn: this.talk.state.turn,
      re: seq,
      answer: answerId(seq),
      text: '',
      cards: [],
      links: [],
      abort: new AbortController(),
    };
    this.talk.background(this.#answer(this.#draft, body.text));
  }

  /** In a new memory: an answer that the last one owed goes on. */
  resume(): void {
    if (responderOf(this.talk.state).is === 'assistant') this.#again();
  }

  /**
   * Somebody else answers from now on.
   * @returns what was streamed until now, marked as cut off; null where nothing was
   */
  cut(by: StaffRef | null): AnswerMessage | null {
    const draft = this.#draft;
    if (!draft) return null;
    this.#draft = null;
    draft.abort.abort();
    if (draft.text !== '') return messageOf(draft, null, { by });
    this.#drop(draft.answer);
    return null;
  }

  async #answer(draft: Draft, text: string): Promise<void> {
    const { store, lang } = this.talk.customer;
    const { turn, abort } = draft;
    try {
      const assistant = this.assistant(store);
      const history = this.#historyBefore(draft.re);
      const done = await this.#stream(
        draft,
        assistant.answer({ store, turn, text, lang, history, handedBack: this.#handedBack(), signal: abort.signal }),
      );
      if (done) this.#finish(draft, done, assistant, Date.now());
    } catch {
      if (!this.#isCurrent(draft)) return;
      this.#draft = null;
      this.#again();
    }
  }

  /** @returns the closing part; null when the answer is no longer wanted, and nothing of it is shown from there on */
  async #stream(draft: Draft, parts: AsyncIterable<AnswerPart>): Promise<DonePart | null> {
    for await (const part of parts) {
      if (!this.#isCurrent(draft)) return null;
      if (part.type === 'done') return part;
      if (part.type === 'cards') draft.cards.push(...part.cards);
      else if (part.type === 'links') draft.links.push(...part.links);
      else this.#say(draft, part.text);
    }
    throw new Error('The assistant ended without a closing part');
  }

  #isCurrent(draft: Draft): boolean {
    return this.#draft === draft && this.talk.state.turn === draft.turn;
  }

  #say(draft: Draft, text: string): void {
    if (text === '') return;
    const { turn, answer } = draft;
    const frame = { type: 'piece', turn, answer, offset: draft.text.length, text } as const;
    draft.text += text;
    this.sockets.toCustomers(frame);
    this.sockets.toStaff(frame);
  }

  /** A whole answer: one row; and the handoff, where the assistant asks for a person by itself. */
  #finish(draft: Draft, done: DonePart, assistant: Assistant, now: number): void {
    const asked = done.handoff && { ...done.handoff, trigger: done.handoff.trigger.slice(0, TRIGGER) };
    // Handed back, it asks for nobody on its own for a while.
    const handoff = this.#isQuiet(now) ? null : (asked ?? this.#unsureTooOften(done, now));
    if (handoff) {
      this.talk.whenReady((then) => {
        if (!this.#isCurrent(draft)) return;
        const { lang } = this.talk.customer;
        const isOpen = this.talk.isOpen(then);
        const says = (words: string) => this.#say(draft, (draft.text === '' ? '' : '\n\n') + words);
        if (this.talk.policy(then).whenUnsure === 'offer') {
          // What cannot be kept is not offered: outside hours it is to leave the question.
          says(isOpen ? assistant.offerWords(lang) : assistant.offerQuestionWords(lang));
          this.#draft = null;
          const offer = { of: isOpen ? 'person' : 'question', reason: handoff.reason } as const;
          this.talk.answered(messageOf(draft, done, null, offer), then);
          return this.ask();
        }
        // Outside hours nobody joins, and nothing is said that cannot be kept.
        if (isOpen) says(assistant.handoverWords(lang));
        this.#draft = null;
        this.talk.handOver(handoff, messageOf(draft, done, null), then);
      });
    } else {
      this.#draft = null;
      this.talk.answered(messageOf(draft, done, null), now);
    }
    this.ask();
  }

  /** Whether a person was here so few messages ago that the assistant asks for none on its own. */
  #isQuiet(now: number): boolean {
    if (latest(this.talk.state)?.status !== 'ended') return false;
    const asked = this.#sinceLastEvent().filter(({ body }) => body.kind === 'customer').length;
    return asked <= this.talk.policy(now).quietAfterHandback;
  }

  /** Whether this answer is the last of as many in a row as the store bears. */
  #unsureTooOften(done: DonePart, now: number): { reason: 'low_confidence'; trigger: string } | null {
    if (done.confidence >= SURE) return null;
    const before = this.#sureness(this.#sinceLastEvent());
    const unsure = before.length - before.lastIndexOf(true);
    if (unsure < this.talk.policy(now).unsureAnswers) return null;
    return {
      reason: 'low_confidence',
      trigger: `Could not answer ${unsure === 2 ? 'twice' : `${unsure} times`} in a row`,
    };
  }

  /**
   * Which of the answers since the last offer the assistant was sure of. What it said to a "no" is none: that is
   * respected until as many more fail.
   */
  #sureness(entries: Entry[]): boolean[] {
    const offered = entries.findLastIndex(({ body }) => body.kind === 'assistant' && body.offer);
    const since = entries.slice(offered + 1);
    const reply = offered < 0 ? undefined : since.find(({ body }) => body.kind === 'customer');
    const declined =
      reply?.body.kind === 'customer' && consentOf(reply.body.text, this.talk.customer.lang) === 'no'
        ? reply.seq
        : null;
    return since.flatMap(({ body }) =>
      body.kind === 'assistant' && body.facts && body.re !== declined ? [body.facts.sure] : [],
    );
  }

  /** What the person who was here last left behind; null where nobody was. */
  #handedBack(): HandedBack | null {
    const last = this.talk.state.handoffs.findLast((h) => h.status === 'ended' && h.outcome !== 'off_hours');
    const outcome = last?.status === 'ended' ? STAFF_OUTCOMES.find((one) => one === last.outcome) : undefined;
    if (last?.status !== 'ended' || !outcome) return null;
    const entries = this.store.after(0);
    const ended = entries.findLastIndex(
      ({ body }) => body.kind === 'event' && body.event.what === 'ended' && body.event.handoff === last.n,
    );
    const words = entries.flatMap(({ at, body }) =>
      body.kind === 'staff' && at >= last.requestedAt ? [{ text: body.text, at }] : [],
    );
    const staff = last.assignees.at(-1)?.staff;
    return {
      by: staff ? publicName(staff.name) : null,
      outcome,
      note: last.note,
      lastWords: words.slice(-LAST_WORDS),
      customerMessagesSince: entries.slice(ended + 1).filter(({ body }) => body.kind === 'customer').length,
    };
  }

  /** The oldest question that nobody has answered; what was written to the team is not the assistant's to answer. */
  #owed(): Entry | null {
    const entries = this.#sinceLastEvent();
    const answered = Math.max(0, ...entries.map(({ body }) => (body.kind === 'assistant' ? body.re : 0)));
    return entries.find(({ seq, body }) => body.kind === 'customer' && !body.mail && seq > answered) ?? null;
  }

  #sinceLastEvent(): Entry[] {
    const entries = this.store.after(0);
    const happened = ({ body }: Entry) => body.kind === 'event' && !isPrivate(body.event);
    return entries.slice(entries.findLastIndex(happened) + 1);
  }

  #again(): void {
    const question = this.#owed();
    if (question?.body.kind !== 'customer') return;
    if (this.store.retried === question.seq) {
      this.#drop(answerId(question.seq));
      const trigger = question.body.text.slice(0, TRIGGER);
      const { turn } = this.talk.state;
      this.talk.whenReady((then) => {
        if (this.talk.state.turn === turn) this.talk.handOver({ reason: 'assistant_error', trigger }, null, then);
      });
    } else {
      this.store.retried = question.seq;
      this.ask();
    }
  }

  /** What customers may read of what came before a place. */
  #historyBefore(place: number): { from: 'customer' | 'assistant' | 'staff'; text: string; cards: Card[] }[] {
    return this.store
      .after(0)
      .flatMap(({ seq, body }) =>
        seq < place && (body.kind === 'customer' || body.kind === 'assistant' || body.kind === 'staff')
          ? [{ from: body.kind, text: body.text, cards: body.kind === 'assistant' ? body.cards : [] }]
          : [],
      );
  }

  /** What was streamed of this answer is not kept. */
  #drop(answer: string): void {
    this.sockets.toCustomers({ type: 'dropped', answer });
    this.sockets.toStaff({ type: 'dropped', answer });
  }
}

function messageOf(
  draft: Draft,
  done: DonePart | null,
  cut: { by: StaffRef | null } | null,
  offer?: Offer,
): AnswerMessage {
  const { re, answer, text, cards, links } = draft;
  const facts = done && {
    query: done.query,
    confidence: done.confidence,
    sure: done.confidence >= SURE,
    products: done.products,
    articles: done.articles,
  };
  const body = { kind: 'assistant', re, answer, text, cards, links, facts, cut, ...(offer && { offer }) } as const;
  return { sender: 'assistant', cid: answer, body };
}
