import { signal } from '@preact/signals';

export interface Stream {
  answer: string;
  text: string;
}

/** The assistant's answers that are still coming, piece by piece; each is replaced by its stored message. */
export class Streams {
  readonly open = signal<readonly Stream[]>([]);

  piece({ answer, offset, text }: { answer: string; offset: number; text: string }): void {
    const before = this.open.peek().find((stream) => stream.answer === answer);
    // Whoever comes in the middle sees the rest from there; the whole follows with the message.
    const head = before ? before.text.slice(0, offset) : offset > 0 ? '… ' : '';
    const stream = { answer, text: head + text };
    this.open.value = before
      ? this.open.peek().map((one) => (one === before ? stream : one))
      : [...this.open.peek(), stream];
  }

  end(answer: string): void {
    this.open.value = this.open.peek().filter((stream) => stream.answer !== answer);
  }

  clear(): void {
    this.open.value = [];
  }
}
