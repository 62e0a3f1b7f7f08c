import type { MailResult } from '../../channels/mail/mail';
import type { QueueRow } from '../../protocol/desk';
import type { Target } from '../../protocol/staff';
import type { Letter } from './compose';
import type { AlertSummary } from './summary';

/** The outbox's keys: an email that was decided, a message of one, and the window's key outside. */
export const EMAIL = 'email/';
export const MAIL = 'mail/';
export const KEY = 'key';
export const isDecided = (key: string) => key.startsWith(EMAIL);

/** Whom an email is about. `waiting` is owed only as long as they wait. */
export interface About {
  conversation: string;
  handoff: number;
  kind: 'waiting' | 'off_hours' | 'unanswered' | 'follow_up' | 'reminder' | 'mention' | 'emailed';
  /** Who of the team sees to it, where somebody does. */
  meant?: Target;
  /** A test: who plays it, and nobody else hears of it. */
  only?: string;
  /** What to say where the queue knows nothing of it. */
  summary: AlertSummary | null;
}

/** An email that was decided; its recipients are read when it is sent. */
export interface Email {
  id: string;
  kind: 'alert' | 'gathered' | 'reminder' | 'summary';
  about: About[];
  /** Only a summary: the store's own address that it goes to, and the customer's. `again`: a second one. */
  summary?: { to: string; email: string | null; again: boolean };
}

/** One recipient's message, as it was when it was first tried. */
export interface Message extends Letter {
  email: string;
  user: string;
  about: Pick<About, 'conversation' | 'handoff' | 'kind'>[];
  firstAt: number;
}

export interface ParkedAlert {
  key: string;
  to: string;
  subject: string;
  why: string;
  at: number;
}

export const aboutRow = ({ id, handoff, test }: QueueRow): About => ({
  conversation: id,
  handoff: handoff ?? 0,
  kind: 'waiting',
  summary: null,
  ...(test && { only: test }),
});

type Handoff = Pick<About, 'conversation' | 'handoff'>;
export const sameHandoff = (a: Handoff, b: Handoff) => a.conversation === b.conversation && a.handoff === b.handoff;

export function why(result: MailResult): string {
  if (result.is === 'not_configured') return 'Mail is not set up.';
  const status = 'status' in result && result.status !== null ? ` (${result.status})` : '';
  return result.is === 'refused' ? `The mail service refused it${status}.` : `No answer in 24 hours${status}.`;
}
