import type { StaffMessage, ToStaff } from '../../protocol/staff';
import { countUses } from '../composer/uses';
import { chat } from '../words/en/chat';
import type { Letter } from './outgoing';
import type { Talk } from './talk';

/** What the reader writes, on its way from the composer to the log; and back, where it may not go there. */
export class Posting {
  constructor(private readonly talk: Talk) {}

  // ── Out of the composer ─────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Sends what stands in the composer, as the tab says. `anyway`: although the customer wrote meanwhile; `mentions`: whom a
   * note asks for.
   */
  send({ anyway, mentions = [] }: { anyway: boolean; mentions?: string[] }): void {
    if (this.#isOver()) return;
    const { draft, files: kept, store } = this.talk;
    const words = draft.text.peek().trim();
    if (draft.tab.peek() === 'note') {
      if (words === '') return;
      draft.write('');
      return this.#post({ kind: 'note', text: words, anyway, mentions });
    }
    const cards = draft.cards.peek();
    // A card alone goes by its name, so that a mail, a list and a reader without pictures have words too.
    const text = words || cards.map(({ title }) => title).join('\n');
    const files = kept.part.peek()?.taken();
    if (text === '' && !files) return;
    countUses(store, [...draft.used]);
    draft.cards.value = [];
    draft.write('');
    this.#post({ kind: 'send', text, anyway, cards, ...(files && { files }) });
  }

  /** Turns a reply that may not be sent into a note for the team. */
  keepAsNote(): void {
    if (this.#isOver()) return;
    const { draft, alert } = this.talk;
    // A note shows no cards: what they were stays as words.
    const products = draft.cards.peek().map(({ title, url }) => `${title}: ${url}`);
    const text = [draft.reply.peek().trim(), ...products].filter(Boolean).join('\n');
    alert.value = null;
    if (text === '') return;
    draft.cards.value = [];
    draft.reply.value = '';
    this.#post({ kind: 'note', text, anyway: false });
  }

  /** Signed out, or taken out of the store: nothing goes out any more, and what was typed stays where it is. */
  #isOver(): boolean {
    const { line, alert } = this.talk;
    const over = ['denied', 'erased'].includes(line.state.peek());
    if (over) alert.value = { is: 'refused', message: chat.over, unsent: true };
    return over;
  }

  #post(letter: Pick<Letter, 'kind' | 'text' | 'anyway' | 'cards' | 'files' | 'mentions'>): void {
    const { alert, standing, outgoing, readMark } = this.talk;
    alert.value = null;
    const followUp = letter.kind === 'send' && standing.followsUp.peek();
    this.#dispatch(outgoing.add({ ...letter, followUp, seen: readMark.seen }));
  }

  #dispatch({ id, kind, text, seen, anyway, followUp, cards = [], files = [], mentions = [] }: Letter): void {
    const { line } = this.talk;
    if (kind === 'note') line.send({ type: 'note', id, text, ...(mentions.length > 0 && { mentions }) });
    else
      line.send({
        type: 'send',
        id,
        text,
        seen,
        anyway,
        followUp,
        ...(files.length > 0 && { files: [...files] }),
        ...(cards.length > 0 ? { cards: [...cards] } : files.length === 0 && isPlain(text) && { echo: false }),
      });
  }

  // ── On its way ──────────────────────────────────────────────────────────────────────────────────────────────────

  find(id: string): Letter | undefined {
    return this.talk.outgoing.letters.peek().find((letter) => letter.id === id);
  }

  /** There is another connection: what the one before may have lost goes out once more. */
  again(): void {
    for (const letter of this.#sending()) this.#dispatch(letter);
  }

  /** @returns the message where it is known here: plain words come back as an acknowledgement only */
  stored({ id, seq, at }: ToStaff & { type: 'ack' }): StaffMessage | null {
    this.talk.outgoing.stored(id);
    const letter = this.find(id);
    const from = this.talk.me.peek();
    if (!from || letter?.kind !== 'send' || letter.cards?.length || letter.files || !isPlain(letter.text)) return null;
    return { kind: 'staff', seq, at, id, from, text: letter.text };
  }

  #sending(): Letter[] {
    return this.talk.outgoing.letters.peek().filter(({ state }) => state === 'sending');
  }

  // ── Back into the composer ──────────────────────────────────────────────────────────────────────────────────────

  /** What could not be sent goes back into the composer, or waits beside what was written there since. */
  giveBack({ id, kind, text, cards, files }: Letter): void {
    const { draft, outgoing, files: kept } = this.talk;
    if (draft.restore(kind === 'send' ? 'reply' : 'note', text, cards)) {
      outgoing.take(id);
      kept.giveBack(files);
    } else outgoing.refused(id);
  }

  giveAllBack(): void {
    for (const letter of this.#sending()) this.giveBack(letter);
  }

  /** What the page before this one could not send goes back into the composer. */
  giveBackUnsent(): void {
    const { messages, outgoing, draft, files: kept } = this.talk;
    const stored = new Set(messages.peek().map((message) => ('id' in message ? message.id : '')));
    for (const { id, kind, text, cards, files } of outgoing.leftBehind()) {
      if (stored.has(id)) continue;
      draft.restore(kind === 'send' ? 'reply' : 'note', text, cards);
      kept.giveBack(files);
    }
  }

  /** Puts a refused text before what has been written since. */
  putBack(id: string): void {
    const { draft, outgoing, files: kept } = this.talk;
    const letter = outgoing.take(id);
    if (!letter) return;
    const tab = letter.kind === 'send' ? 'reply' : 'note';
    const since = draft[tab].peek();
    draft.tab.value = tab;
    draft[tab].value = since.trim() === '' ? letter.text : `${letter.text}\n\n${since}`;
    kept.giveBack(letter.files);
    if (letter.cards && draft.cards.peek().length === 0) draft.cards.value = letter.cards;
  }
}

/** Whether the server keeps it letter by letter: it takes out what nobody sees. */
const isPlain = (text: string): boolean => !/[^\P{C}\n]/u.test(text);
