import { type Of, removeFiles } from '../files/kept';
import { MOST_FILES, type SentFile } from '../protocol/files';
import type { Entry } from './storage/records';

/**
 * The files of one conversation: what was uploaded, by whom, and so what a message may carry. One row, written with an
 * upload; that a file was sent is read out of the messages.
 */

/** An upload that nobody has sent after this long is deleted. */
const UNSENT_FOR = 24 * 3_600_000;
/** A storage that cannot be reached is asked again after this long. */
const AGAIN_AFTER = 3_600_000;
const MOST = 100;
const MOST_BYTES = 200 * 1024 * 1024;
/** At a time, and not sent yet: a message and one that goes wrong. */
const MOST_UNSENT = 4 * MOST_FILES;

const KEY = 'files';

/** `by`: `customer`, or the id of somebody of the staff. `at`: epoch ms. */
export interface Upload extends SentFile {
  by: string;
  at: number;
}

interface Kept {
  of: Of;
  uploads: Upload[];
}

export class Uploads {
  #kept: Kept | null | undefined;
  #notBefore = 0;
  /** Being deleted: nobody sends them any more. */
  #going = new Set<string>();

  constructor(
    private readonly storage: Pick<DurableObjectStorage, 'kv'>,
    private readonly entries: () => readonly Entry[],
  ) {}

  get #now(): Kept | null {
    if (this.#kept === undefined) this.#kept = this.storage.kv.get<Kept>(KEY) ?? null;
    return this.#kept;
  }

  /** The storage was emptied. */
  forget(): void {
    this.#kept = undefined;
  }

  #keep(kept: Kept): void {
    if (kept.uploads.length > 0) this.storage.kv.put(KEY, kept);
    else this.storage.kv.delete(KEY);
    this.#kept = kept;
  }

  get #sent(): Set<string> {
    return new Set(
      this.entries().flatMap(({ body }) => ('files' in body && body.files ? body.files : []).map(({ id }) => id)),
    );
  }

  #unsent({ uploads }: Kept): Upload[] {
    const sent = this.#sent;
    return uploads.filter(({ id }) => !sent.has(id));
  }

  /** @returns why there is no room for it, where there is none */
  promise(of: Of, upload: Upload): 'ok' | 'too_many_files' {
    const { uploads } = this.#now ?? { uploads: [] };
    const bytes = uploads.reduce((sum, { size }) => sum + size, upload.size);
    const unsent = this.#now ? this.#unsent(this.#now).filter(({ by }) => by === upload.by).length : 0;
    if (uploads.length >= MOST || bytes > MOST_BYTES || unsent >= MOST_UNSENT) return 'too_many_files';
    this.#keep({ of, uploads: [...uploads, upload] });
    return 'ok';
  }

  holds(file: string): boolean {
    return this.#now?.uploads.some(({ id }) => id === file) === true;
  }

  /**
   * What a message of this sender carries, as it was found to be.
   * @returns null where one of them is not theirs, was sent before, or is not there
   */
  take(by: string, wanted: readonly Pick<SentFile, 'id'>[]): SentFile[] | null {
    const unsent = this.#now ? this.#unsent(this.#now) : [];
    const ids = new Set(wanted.map(({ id }) => id).filter((id) => !this.#going.has(id)));
    const found = [...ids].flatMap((id) => unsent.find((one) => one.id === id && one.by === by) ?? []);
    if (found.length !== wanted.length) return null;
    return found.map(({ by: _, at: __, ...file }) => file);
  }

  /** When the oldest that nobody sent is deleted. */
  dueAt(): number | null {
    if (!this.#now) return null;
    const [oldest] = this.#unsent(this.#now)
      .map(({ at }) => at)
      .sort((a, b) => a - b);
    return oldest === undefined ? null : Math.max(this.#notBefore, oldest + UNSENT_FOR);
  }

  /** Deletes what is due. What cannot be deleted now stays due. @param bucket missing where there is no storage any more */
  async sweep(bucket: R2Bucket | undefined, now: number): Promise<void> {
    const at = this.dueAt();
    if (at === null || at > now || !this.#now) return;
    const due = this.#unsent(this.#now).filter((upload) => upload.at + UNSENT_FOR <= now);
    const gone = new Set(due.map(({ id }) => id));
    this.#going = gone;
    try {
      if (bucket) await removeFiles(bucket, this.#now.of, [...gone]);
      // What came in meanwhile stays.
      this.#keep({ ...this.#now, uploads: this.#now.uploads.filter(({ id }) => !gone.has(id)) });
    } catch {
      this.#notBefore = now + AGAIN_AFTER;
    } finally {
      this.#going = new Set();
    }
  }
}
