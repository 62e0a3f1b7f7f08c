import type { Assistant, Handover } from '../../assistant/assistant';
import { filesWords } from '../../assistant/phrases';
import type { StaffRef } from '../../domain/actor';
import { responderOf } from '../../domain/handoff';
import type { StoreSettings } from '../../settings/schema';
import type { Sockets } from '../sockets/sockets';
import type { ConversationStore } from '../storage/store';
import { type AnswerMessage, BOT_ANSWER, type DonePart, type Draft, messageOf, newDraft } from './answer-message';
import { BotOwes } from './bot-owes';
import { lastAsked, owedIn, sinceLastEvent } from './owed';
import { type Asks, isOwn, isQuiet, offerOf, personFor, TRIGGER } from './person-for';
import { Streaming } from './streaming';
import { aboutNow, handedBack, historyBefore, type Surroundings } from './told-before';

/** What this needs of the conversation. */
interface Talk extends Asks, Surroundings {
  /** Runs what needs the store's settings once they are known, which they nearly always are: then at once. */
  readonly settings: { whenReady(then: (now: number) => void): void };
  /** Keeps the object awake until this is done. */
  background(work: Promise<void>): void;
  /** Stores and shows a whole answer. */
  answered(message: AnswerMessage, now: number): void;
  /** Opens a handoff that the assistant asks for, after its own words. */
  handOver(asked: Handover, message: AnswerMessage | null, now: number): void;
  /** A new message brings back the person: then the assistant is silent. */
  reopens(now: number): boolean;
  /** Calls the merchant's own bot for these messages, once each. */
  callBot(questions: readonly number[]): void;
}

/** Questions that are owed at a time. */
const MOST_OWED = 20;

const answerId = (re: number): string => `answer-${re}`;

/**
 * The assistant at work in one conversation. An answer that failed or was interrupted is asked for once more; then the
 * built-in assistant answers, where the store has another; then a person is asked for.
 */
export class Answering {
  readonly #streaming: Streaming;
  readonly bot: BotOwes;

  constructor(
    private readonly talk: Talk,
    private readonly store: ConversationStore,
    sockets: Sockets,
    private readonly assistant: (store: string, settings: StoreSettings) => Assistant,
  ) {
    this.#streaming = new Streaming(talk, sockets);
    this.bot = new BotOwes(talk, store);
  }

  /** Asks for the oldest answer that is owed, unless one is in the making or somebody else answers. */
  ask(): void {
    const { draft } = this.#streaming;
    const isAtWork = draft && !draft.answer.startsWith(BOT_ANSWER);
    if (isAtWork || responderOf(this.talk.state).is !== 'assistant' || this.talk.reopens(Date.now())) return;
    const [question] = owedIn(this.store.entries);
    if (!question) return;
    const { seq, body } = question;
    if (this.bot.has(seq)) return this.talk.callBot(this.bot.questions.map((owed) => owed.seq));
    if (body.text === '') return this.#onlyFiles(seq);
    const made = newDraft(this.talk.state.turn, seq, answerId(seq));
    this.#streaming.begin(made);
    this.talk.background(this.#answer(made, body.text));
  }

  /** No assistant of ours sees pictures: it says so, asks for words, and offers somebody who can look. */
  #onlyFiles(question: number): void {
    this.talk.settings.whenReady((now) => {
      const { storeSettings, customer, state } = this.talk;
      if (responderOf(state).is !== 'assistant' || owedIn(this.store.entries)[0]?.seq !== question) return;
      const assistant = this.assistant(customer.store, storeSettings);
      const draft = newDraft(state.turn, question, answerId(question));
      const offers = storeSettings.handoff === 'on' && !isQuiet(this.talk, sinceLastEvent(this.store.entries), now);
      const { offer, words } = offerOf('unsupported_topic', assistant, customer.lang, this.talk.hours(now).open);
      draft.text = [filesWords(customer.lang), ...(offers ? [words] : [])].join('\n\n');
      this.talk.answered(messageOf(draft, null, this.#chosen, offers ? { offer } : {}), now);
      this.ask();
    });
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
    const draft = this.#streaming.stop();
    if (!draft) return null;
    if (draft.text !== '') return messageOf(draft, null, this.#chosen, { cut: { by } });
    this.#streaming.takeBack(draft.answer);
    return null;
  }

  /** Nobody waits for it any more: what was streamed is taken back. */
  drop(): void {
    const draft = this.#streaming.stop();
    if (draft) this.#streaming.takeBack(draft.answer);
  }

  get #chosen(): StoreSettings['responder'] {
    return this.talk.storeSettings.responder;
  }

  async #answer(draft: Draft, text: string): Promise<void> {
    const { store, lang } = this.talk.customer;
    try {
      const assistant = this.assistant(store, this.talk.storeSettings);
      const entries = this.store.entries;
      const parts = assistant.answer({
        store,
        turn: draft.turn,
        text,
        lang,
        history: historyBefore(draft.re, entries),
        handedBack: handedBack(this.talk.state, entries),
        // Only a model is told of the shop's hours, and calendars are slow to read.
        ...(this.#chosen === 'llm' && {
          about: aboutNow(this.talk, Date.now()),
          instead: this.store.gaveWay.includes(draft.re),
        }),
        signal: draft.abort.signal,
      });
      const done = await this.#streaming.show(draft, parts);
      if (done) this.#finish(draft, done, assistant, Date.now());
    } catch {
      if (!this.#streaming.isCurrent(draft)) return;
      this.#streaming.end();
      this.#again();
    }
  }

  /** A whole answer: one row; and the handoff, where the assistant asks for a person by itself. */
  #finish(draft: Draft, done: DonePart, assistant: Assistant, now: number): void {
    const handoff = personFor(draft.re, done, this.talk, this.store.entries, now);
    if (handoff) {
      this.talk.settings.whenReady((then) => {
        if (this.#streaming.isCurrent(draft)) this.#handOver(draft, done, handoff, assistant, then);
      });
    } else {
      this.#streaming.end();
      this.talk.answered(messageOf(draft, done, this.#chosen), now);
    }
    this.ask();
  }

  #handOver(draft: Draft, done: DonePart, handoff: Handover, assistant: Assistant, now: number): void {
    const { lang } = this.talk.customer;
    const isOpen = this.talk.hours(now).open;
    const says = (words: string) => this.#streaming.say(draft, (draft.text === '' ? '' : '\n\n') + words);
    if (this.talk.policy(now).whenUnsure === 'offer' && isOwn(handoff.reason)) {
      const { offer, words } = offerOf(handoff.reason, assistant, lang, isOpen);
      says(words);
      this.#streaming.end();
      this.talk.answered(messageOf(draft, done, this.#chosen, { offer }), now);
      return this.ask();
    }
    // Outside hours nobody joins, and nothing is said that cannot be kept.
    if (isOpen) says(assistant.handoverWords(lang));
    this.#streaming.end();
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
      this.#streaming.takeBack(answerId(seq));
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
    const { draft } = this.#streaming;
    const known = draft?.answer === answer ? draft : null;
    if (offset !== (known?.text.length ?? 0)) return false;
    const made = known ?? newDraft(this.talk.state.turn, lastAsked(this.store.entries), answer);
    this.#streaming.replace(made);
    this.#streaming.say(made, text);
    return true;
  }

  /** A whole answer of the bot's. */
  whole(
    answer: string,
    said: Pick<Draft, 'text' | 'cards' | 'links'> & { re: number | undefined },
    done: DonePart,
    now: number,
  ): void {
    const newest = lastAsked(this.store.entries);
    const { re = newest, ...words } = said;
    const draft = { ...newDraft(this.talk.state.turn, Math.min(re, newest), answer), ...words };
    this.#streaming.replace(draft);
    const assistant = this.assistant(this.talk.customer.store, this.talk.storeSettings);
    this.#finish(draft, done, assistant, now);
  }

  #fail(question: string): void {
    const { turn } = this.talk.state;
    const trigger = question.slice(0, TRIGGER);
    this.talk.settings.whenReady((then) => {
      if (this.talk.state.turn !== turn) return;
      // Whatever went wrong may be mended when a person has been here.
      if (this.store.gaveWay.length > 0) this.store.gaveWay = [];
      this.talk.handOver({ reason: 'assistant_error', trigger }, null, then);
    });
  }
}
