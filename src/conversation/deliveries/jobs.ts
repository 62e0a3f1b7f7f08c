import type { Jobs, OutboxRow } from '../../outbox/outbox';
import type { Sockets } from '../sockets/sockets';
import type { ConversationStore } from '../storage/store';

/** What is told to the desk and to history: the same again changes nothing there. */
const isRepeatable = (key: string): key is 'desk' | 'history' => key === 'desk' || key === 'history';

/**
 * The conversation's jobs stand beside its state, so that owing something costs no row of its own. That one which may
 * be repeated was delivered is only noted on the sockets, which outlive the memory at no cost; the next change of state
 * brings it to storage, or the last socket when it closes. Where such a note is lost, it is delivered once more.
 */
export class ConversationJobs implements Jobs {
  #recalled = false;

  constructor(
    private readonly store: ConversationStore,
    private readonly sockets: Sockets,
  ) {}

  all(): readonly OutboxRow[] {
    if (!this.#recalled) this.#recall();
    return this.store.jobs;
  }

  put(job: Omit<OutboxRow, 'version'>): void {
    this.store.putJob(job);
  }

  change(job: OutboxRow): void {
    this.store.changeJob(job);
  }

  settled({ key, version }: OutboxRow): void {
    const noted = isRepeatable(key) && this.sockets.note({ [key]: version });
    this.store.dropJob(key, noted);
  }

  remove(key: string): void {
    this.store.dropJob(key);
  }

  /** In a new memory: what the sockets know to be delivered is owed no more. */
  #recall(): void {
    this.#recalled = true;
    const { notes } = this.sockets;
    for (const { key, version } of this.store.jobs) {
      if (isRepeatable(key) && (notes[key] ?? 0) >= version) this.store.dropJob(key, true);
    }
  }

  /** Brings to storage what was only noted: the last socket is closing. */
  keep(): void {
    this.all();
    this.store.catchUp();
  }
}
