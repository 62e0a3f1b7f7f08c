import { type Lifecycle, responderOf } from '../../domain/handoff';
import type { StoreSettings } from '../../settings/schema';
import type { ConversationStore } from '../storage/store';
import { type Asked, owedIn } from './owed';

/** What the merchant's own bot owes: it is called for every message, and answers when it will, by a due-time at the latest. */
export class BotOwes {
  constructor(
    private readonly talk: { readonly state: Lifecycle; readonly storeSettings: StoreSettings },
    private readonly store: ConversationStore,
  ) {}

  get isChosen(): boolean {
    return this.talk.storeSettings.responder === 'webhook';
  }

  /** Whether a question is the bot's to answer. */
  has(question: number): boolean {
    return this.isChosen && !this.store.gaveWay.includes(question);
  }

  /** Oldest first. */
  get questions(): Asked[] {
    return this.isChosen ? owedIn(this.store.entries).filter(({ seq }) => this.has(seq)) : [];
  }

  /** When it has to have answered; null where it owes nothing. */
  dueAt(): number | null {
    if (!this.isChosen || responderOf(this.talk.state).is !== 'assistant') return null;
    const [oldest] = this.questions;
    return oldest ? oldest.at + this.talk.storeSettings.botAnswersWithin * 1_000 : null;
  }

  /** What it took and never answered in time. */
  overdue(now: number): Asked | null {
    const at = this.dueAt();
    return at !== null && at <= now ? (this.questions[0] ?? null) : null;
  }
}
