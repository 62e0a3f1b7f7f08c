import type { AnswerPart } from '../../assistant/assistant';
import type { Lifecycle } from '../../domain/handoff';
import type { Sockets } from '../sockets/sockets';
import type { DonePart, Draft } from './answer-message';

/**
 * The one answer that is being made: both sides watch it grow, and nothing of it is stored. It is fenced: it carries the
 * turn in which it was asked for, and is worth nothing in another.
 */
export class Streaming {
  #draft: Draft | null = null;

  constructor(
    private readonly talk: { readonly state: Lifecycle },
    private readonly sockets: Pick<Sockets, 'toCustomers' | 'toStaff'>,
  ) {}

  /** Null where none is being made. */
  get draft(): Draft | null {
    return this.#draft;
  }

  begin(draft: Draft): void {
    this.#draft = draft;
  }

  /** The same for an answer that may take another's place: then that is taken back. */
  replace(draft: Draft): void {
    if (this.#draft && this.#draft.answer !== draft.answer) this.takeBack(this.#draft.answer);
    this.#draft = draft;
  }

  /** It is whole, or came to nothing: what becomes of it is its maker's to say. */
  end(): void {
    this.#draft = null;
  }

  /** Nobody waits for it any more. @returns what was made of it */
  stop(): Draft | null {
    const draft = this.#draft;
    this.#draft = null;
    draft?.abort.abort();
    return draft;
  }

  isCurrent(draft: Draft): boolean {
    return this.#draft === draft && this.talk.state.turn === draft.turn;
  }

  say(draft: Draft, text: string): void {
    if (text === '') return;
    const { turn, answer } = draft;
    const frame = { type: 'piece', turn, answer, offset: draft.text.length, text } as const;
    draft.text += text;
    this.sockets.toCustomers(frame);
    this.sockets.toStaff(frame);
  }

  /** @returns the closing part; null when the answer is no longer wanted, and nothing of it is shown from there on */
  async show(draft: Draft, parts: AsyncIterable<AnswerPart>): Promise<DonePart | null> {
    for await (const part of parts) {
      if (!this.isCurrent(draft)) return null;
      if (part.type === 'done') return part;
      if (part.type === 'cards') draft.cards.push(...part.cards);
      else if (part.type === 'links') draft.links.push(...part.links);
      else this.say(draft, part.text);
    }
    throw new Error('The assistant ended without a closing part');
  }

  /** What was streamed of this answer is not kept. */
  takeBack(answer: string): void {
    this.sockets.toCustomers({ type: 'dropped', answer });
    this.sockets.toStaff({ type: 'dropped', answer });
  }
}
