import type { Opened } from '../../domain/opened';
import type { StaffFacts } from '../../protocol/staff-facts';
import type { VerifiedCustomer } from '../../protocol/verified';
import type { Room } from '../room';
import type { AskedFrom, Told } from '../storage/records';
import { type ConversationRecord, recordOf } from './record';

/** Everything that a conversation keeps of its customer, words and all else: what they may ask to be given (GDPR, article 15). */
export interface Held extends ConversationRecord {
  conversation: string;
  customerTimeZone: string | null;
  /** Whom the shop said they are. */
  verified: VerifiedCustomer | null;
  /** "iPhone, Safari". */
  device: string | null;
  /** The last address that they left, whether or not mail still goes there. */
  contact: { address: string; state: 'typed' | 'confirmed' | 'stopped'; network: string | null } | null;
  /** What of the assistant's they opened. */
  opened: readonly Opened[];
  /** Where they were when they asked for a person, by the number of the request: page, cart, order, properties. */
  askedFrom: Readonly<Record<number, AskedFrom>>;
  /** What led to a request, in the assistant's words, by its number. */
  inWords: Readonly<Record<number, Told>>;
  /** What the team keeps beside it. */
  facts: StaffFacts | null;
  reminders: { at: number; line: string }[];
  /** Who of the staff plays the customer; null for real ones. */
  test: string | null;
}

export function heldBy(room: Room, now: number): Held {
  const { conversation, tz, device = null, test = null, verified = null } = room.customer;
  const { contact, opened, asked, inWords, facts } = room.store;
  return {
    ...recordOf(room, now),
    conversation,
    customerTimeZone: tz,
    verified,
    device,
    contact: contact && { address: contact.address, state: contact.state, network: contact.network },
    opened,
    askedFrom: asked,
    inWords,
    facts,
    reminders: (room.state.reminders ?? []).map(({ at, line }) => ({ at, line })),
    test,
  };
}
