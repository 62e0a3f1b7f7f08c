import { type ReadonlySignal, signal } from '@preact/signals';
import type { SentFile } from '../../protocol/files';

/** What the composer knows of files while the part that sends them may not be here yet. */

export interface Attached {
  readonly busy: ReadonlySignal<boolean>;
  readonly ready: ReadonlySignal<boolean>;
  /** Opens the device's own choice of files. */
  choose(): void;
  taken(): SentFile[] | undefined;
  /** What could not go out with its message is ready to go with the next. */
  giveBack(files: readonly SentFile[]): void;
}

/** The files of one conversation's reply. */
export class Files {
  /** They can be sent here. */
  readonly possible = signal(false);
  readonly part = signal<Attached | null>(null);
  /** Given back before that part was here. */
  readonly returned = signal<readonly SentFile[]>([]);

  giveBack(files: readonly SentFile[] = []): void {
    const part = this.part.peek();
    if (part) part.giveBack(files);
    else this.returned.value = [...this.returned.peek(), ...files];
  }
}
