import type { SentFile } from '../../protocol/files';

/** What mail asks of the conversation's object, and what it hands it. Types only: neither side imports the other. */

/** An answer by email, parsed and cut. */
export interface InboundMail {
  /** Hash of the Message-ID, or of the whole where there is none: at most 40 of `[A-Za-z0-9_-]`, the same for the same mail. */
  id: string;
  /** Lower-cased address. */
  from: string;
  /** At most 4,000 characters, quotes and signature cut. Empty only where there are attachments. */
  text: string;
  /** Names of what was attached and not kept, at most 20, of at most 120 characters each, cleaned. */
  attachments: string[];
  /** What was attached and kept, as the conversation was promised it. */
  files?: SentFile[];
}

export type MailInAnswer = 'posted' | 'known' | 'unknown_sender' | 'no_conversation';

/** RPCs of the conversation's object. An address is given as its `addressHash`. */
export interface MailTarget {
  mailIn(mail: InboundMail): Promise<MailInAnswer>;
  /** By a click on a link that only this address was sent. */
  confirmContact(hash: string): Promise<boolean>;
  /** No more mail to this address about this conversation. */
  stopMail(hash: string): Promise<boolean>;
}
