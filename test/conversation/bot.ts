import type { AnswerPart, Assistant, Question } from '../../src/assistant/assistant';

/**
 * A first responder that a test leads word by word, through the same interface that a merchant's own bot will use.
 * Stores whose id begins with `bot-` have it.
 */
export class Bot implements Assistant {
  readonly asked: Question[] = [];
  #script: ((question: Question) => AsyncIterable<AnswerPart>)[] = [];

  /** What it does with the next question; without a script it answers surely and at once. */
  next(...scripts: ((question: Question) => AsyncIterable<AnswerPart>)[]): void {
    this.#script.push(...scripts);
  }

  reset(): void {
    this.#script = [];
    this.asked.length = 0;
  }

  answer(question: Question): AsyncIterable<AnswerPart> {
    this.asked.push(question);
    return (this.#script.shift() ?? sure)(question);
  }

  handoverWords(): string {
    return 'I am asking a person to join.';
  }

  offerWords(): string {
    return 'Shall I get somebody?';
  }

  offerQuestionWords(): string {
    return 'Nobody is in. Shall I leave your question?';
  }
}

export const done = (confidence: number): AnswerPart => ({
  type: 'done',
  query: 'words',
  confidence,
  products: [],
  articles: [],
  handoff: null,
});

export async function* sure(question: Question): AsyncIterable<AnswerPart> {
  yield { type: 'text', text: `About “${question.text}”: yes.` };
  yield done(0.9);
}

// biome-ignore lint/correctness/useYield: an answer that fails before its first word.
export async function* broken(): AsyncIterable<AnswerPart> {
  throw new Error('The bot is down');
}

export async function* unsure(): AsyncIterable<AnswerPart> {
  yield { type: 'text', text: 'I do not know.' };
  yield done(0.1);
}

/** An answer whose parts come when the test says so. */
export function led(): {
  script: () => AsyncIterable<AnswerPart>;
  say: (text: string) => void;
  end: (confidence?: number) => void;
  /** What was said and not yet taken over. */
  left: () => number;
} {
  const parts: AnswerPart[] = [];
  async function* script(): AsyncIterable<AnswerPart> {
    for (;;) {
      const part = parts.shift();
      if (part) yield part;
      if (part?.type === 'done') return;
      // A promise that the test resolves would wake up in the test's own context, so the object looks by itself.
      if (!part) await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
  return {
    script,
    say: (text) => parts.push({ type: 'text', text }),
    end: (confidence = 0.9) => parts.push(done(confidence)),
    left: () => parts.length,
  };
}

export const bot = new Bot();
