import type { About, AnswerPart, Assistant, Handover } from '../assistant/assistant';
import type { StaffRef } from '../domain/actor';
import { type Hours, responderOf } from '../domain/handoff';
import type { StoreSettings } from '../settings/schema';
import { type AnswerMessage, BOT_ANSWER, type DonePart, type Draft, messageOf, newDraft } from './answer-message';
import { BotOwes } from './bot-owes';
import { isAsked, owedIn } from './owed';
import { type Asks, isOwn, personFor } from './person-for';
import type { Sockets } from './sockets';
import type { ConversationStore } from './store';
import { handedBack, historyBefore } from './told-before';

/** What this needs of the conversation. */
interface Talk extends Asks {
  readonly storeSettings: StoreSettings;
  hours(now: number): Hours;
  /** Runs this once the store's settings are known, which they nearly always are: then at once. */
  whenReady(then: (now: number) => void): void;
  /** Keeps the object awake until this is done. */
  background(work: Promise<void>): void;
  /** Stores and shows a whole answer. */
  answered(message: AnswerMessage, now: number): void;
  /** Opens a handoff that the assistant asks for, after its own words. */
  handOver(asked: Handover, message: AnswerMessage | null, now: number): void;
  /** A new message brings back the person: then the assistant is silent. */
  reopens(now: number): boolean;
  readonly opening: { named: About['opened'] };
  /** Calls the merchant's own bot for these messages, once each. */
  callBot(questions: readonly number[]): void;
}

/** What of an assistant's failure stands in the handoff that it leads to: characters of the question. */
const TRIGGER = 240;

/** Questions that are owed at a time. */
const MOST_OWED = 20;

const answerId = (re: number): string => `answer-${re}`;

/**
 * The assistant at work in one conversation. It is fenced: an answer carries the turn in which it was asked for, and is
 * worth nothing in another. One that failed or was interrupted is asked for once more; then the built-in assistant answers,
 * where the store has another; then a person is asked for.
 */
export class Answering {
  /** Null where the assistant is not at work. */
  #draft: Draft | null = null;
  readonly bot: BotOwes;

  constructor(
    private readonly talk: Talk,
    private readonly store: ConversationStore,
    private readonly sockets: Sockets,
    private readonly assistant: (store: string, settings: StoreSettings) => Assistant,
  ) {
    this.bot = new BotOwes(talk, store);
  }

  /** Asks for the oldest answer that is owed, unless one is in the making or somebody else answers. */
  ask(): void {
    const isStreaming = this.#draft && !this.#draft.answer.startsWith(BOT_ANSWER);
    if (isStreaming || responderOf(this.talk.state).is !== 'assistant' || this.talk.reopens(Date.now())) return;
    const [question] = owedIn(this.store.entries);
    if (!question) return;
    const { seq, body } = question;
    if (this.bot.has(seq)) return this.talk.callBot(this.bot.questions.map((owed) => owed.seq));
    this.#draft = newDraft(this.talk.state.turn, seq, answerId(seq));
    this.talk.background(this.#answer(this.#draft, body.text));
  }

  /** In a new memory: an answer that the last one owed goes on. */
  resume(): void {
    if (responderOf(this.talk.state).is !== 'assistant') return;
    // What the merchant's own bot was asked waits in the outbox, or for its answer.
    if (this.bot.isChosen) this.ask();
    else this.#again();
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
    if (draft.text !== '') return messageOf(draft, null, this.#chosen, { cut: { by } });
    this.#drop(draft.answer);
    return null;
  }

  get #chosen(): StoreSettings['responder'] {
    return this.talk.storeSettings.responder;
  }

  async #answer(draft: Draft, text: string): Promise<void> {
    const { store, lang } = this.talk.customer;
    const { turn, abort, re } = draft;
    try {
      const assistant = this.assistant(store, this.talk.storeSettings);
      const entries = this.store.entries;
      const parts = assistant.answer({
        store,
        turn,
        text,
        lang,
        history: historyBefore(re, entries),
        handedBack: handedBack(this.talk.state, entries),
        // Only a model is told of the shop's hours, and calendars are slow to read.
        ...(this.#chosen === 'llm' && { about: this.#about(Date.now()), instead: this.store.gaveWay.includes(re) }),
        signal: abort.signal,
      });
      const done = await this.#stream(draft, parts);
      if (done) this.#finish(draft, done, assistant, Date.now());
    } catch {
      if (!this.#isCurrent(draft)) return;
      this.#draft = null;
      this.#again();
    }
  }

  #about(now: number): About {
    const { storeSettings: settings, customer } = this.talk;
    const hours = this.talk.hours(now);
    return {
      conversation: customer.conversation,
      settings,
      isOpen: hours.open,
      opensAt: hours.open ? null : hours.opensAt,
      page: this.sockets.customers().findLast((client) => client.page)?.page ?? null,
      opened: this.talk.opening.named,
      email: this.store.contact !== null,
    };
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
    const handoff = personFor(draft.re, done, this.talk, this.store.entries, now);
    if (handoff) {
      this.talk.whenReady((then) => {
        if (this.#isCurrent(draft)) this.#handOver(draft, done, handoff, assistant, then);
      });
    } else {
      this.#draft = null;
      this.talk.answered(messageOf(draft, done, this.#chosen), now);
    }
    this.ask();
  }

  #handOver(draft: Draft, done: DonePart, handoff: Handover, assistant: Assistant, now: number): void {
    const { lang } = this.talk.customer;
    const isOpen = this.talk.hours(now).open;
    const says = (words: string) => this.#say(draft, (draft.text === '' ? '' : '\n\n') + words);
    if (this.talk.policy(now).whenUnsure === 'offer' && isOwn(handoff.reason)) {
      // What cannot be kept is not offered: outside hours it is to leave the question.
      says(isOpen ? assistant.offerWords(lang) : assistant.offerQuestionWords(lang));
      this.#draft = null;
      const offer = { of: isOpen ? 'person' : 'question', reason: handoff.reason } as const;
      this.talk.answered(messageOf(draft, done, this.#chosen, { offer }), now);
      return this.ask();
    }
    // Outside hours nobody joins, and nothing is said that cannot be kept.
    if (isOpen) says(assistant.handoverWords(lang));
    this.#draft = null;
    const isEmpty = draft.text === '' && draft.cards.length === 0;
    this.talk.handOver(handoff, isEmpty ? null : messageOf(draft, done, this.#chosen), now);
  }

  /** The answer to a question has failed, or an eviction took it. */
  #again(): void {
    const [question] = owedIn(this.store.entries);
    if (!question) return;
    const { seq, body } = question;
    if (this.store.retried !== seq) {
      this.store.retried = seq;
      this.ask();
    } else if (this.#chosen === 'llm' && this.store.gaveWay.length === 0) {
      // Once in a conversation the built-in assistant helps out.
      this.store.gaveWay = [seq];
      this.ask();
    } else {
      this.#drop(answerId(seq));
      this.#fail(body.text);
    }
  }

  // ── The merchant's own bot ──────────────────────────────────────────────────────────────────────────────────────

  /** The store has no bot after all: the built-in assistant answers. */
  giveWay(question: number): void {
    this.store.gaveWay = [...this.store.gaveWay, question].slice(-MOST_OWED);
    this.ask();
  }

  /** The bot could not be had for this question. */
  fail(question: number): void {
    const owed = this.bot.questions.find(({ seq }) => seq === question);
    if (owed) this.#fail(owed.body.text);
  }

  /** It took a question and never answered. @returns whether that is so */
  overdue(now: number): boolean {
    const late = this.bot.overdue(now);
    if (late) this.#fail(late.body.text);
    return late !== null;
  }

  /** A part of an answer that the bot streams. @returns whether it follows the last one */
  piece(answer: string, offset: number, text: string): boolean {
    const known = this.#draft?.answer === answer ? this.#draft : null;
    if (offset !== (known?.text.length ?? 0)) return false;
    if (!known && this.#draft) this.#drop(this.#draft.answer);
    this.#draft = known ?? newDraft(this.talk.state.turn, this.#newest(), answer);
    this.#say(this.#draft, text);
    return true;
  }

  /** A whole answer of the bot's. */
  whole(
    answer: string,
    said: Pick<Draft, 'text' | 'cards' | 'links'> & { re: number | undefined },
    done: DonePart,
    now: number,
  ): void {
    const newest = this.#newest();
    const { re = newest, ...words } = said;
    const draft = { ...newDraft(this.talk.state.turn, Math.min(re, newest), answer), ...words };
    if (this.#draft && this.#draft.answer !== answer) this.#drop(this.#draft.answer);
    this.#draft = draft;
    const assistant = this.assistant(this.talk.customer.store, this.talk.storeSettings);
    this.#finish(draft, done, assistant, now);
  }

  #newest(): number {
    return this.store.entries.findLast(isAsked)?.seq ?? 0;
  }

  #fail(question: string): void {
    const { turn } = this.talk.state;
    const trigger = question.slice(0, TRIGGER);
    this.talk.whenReady((then) => {
      if (this.talk.state.turn !== turn) return;
      // Whatever went wrong may be mended when a person has been here.
      if (this.store.gaveWay.length > 0) this.store.gaveWay = [];
      this.talk.handOver({ reason: 'assistant_error', trigger }, null, then);
    });
  }

  /** What was streamed of this answer is not kept. */
  #drop(answer: string): void {
    this.sockets.toCustomers({ type: 'dropped', answer });
    this.sockets.toStaff({ type: 'dropped', answer });
  }
}
