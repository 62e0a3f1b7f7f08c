import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Mail } from '../../channels/mail/mail';
import { mailer } from '../../channels/mail/resend';
import { store as stores } from '../../db/schema';
import type { Env } from '../../env';
import type { ErrorCode } from '../../errors';
import type { Delivery, Job } from '../../outbox/outbox';
import type { Room } from '../room';
import type { Contact, Entry } from '../storage/records';
import { shownText } from './customer-mail';

/**
 * A copy of the chat by email, for a customer who asks for one. It goes to an address that is confirmed; one that was only
 * typed is asked first whether it is theirs, and the copy follows the yes.
 */

/** Begins the keys of what the outbox owes: the question, or the copy. */
export const COPY = 'copy/';

/** Copies that one conversation may ask for in a day. */
const A_DAY = 3;
const DAY = 86_400_000;
/** Idempotency keys live for 24 hours: the last try is made before that. */
const GIVE_UP = 23.5 * 3_600_000;

interface CopyJob {
  what: 'copy' | 'question';
  address: string;
  askedAt: number;
}
/** A job that was tried: from then on the same mail, whatever changes. */
interface Frozen extends CopyJob {
  mail: Mail;
}

/** @returns why not, or null where it is on its way */
export function askForCopy(
  room: Room,
  address: string | undefined,
  from: Pick<Contact, 'network' | 'origin'>,
  now: number,
): ErrorCode | null {
  const { store, mailing } = room;
  const isEmpty = !store.entries.some(({ body }) => body.kind === 'customer');
  if (isEmpty || (address !== undefined && !mailing.leave(address, from, now))) return 'not_allowed_now';
  const contact = mailing.reachable;
  if (!contact) return 'not_allowed_now';
  const asked = store.copies.asked.filter((at) => at > now - DAY);
  if (asked.length >= A_DAY) return 'too_fast';
  const confirmed = contact.state === 'confirmed';
  room.transaction(() => {
    store.copies = { asked: [...asked, now], waits: confirmed ? null : contact.address };
    owe(room, confirmed ? 'copy' : 'question', contact.address, now);
  });
  room.timing.kick(now);
  return null;
}

/** The address was confirmed: what waited for that goes out. Within a transaction. */
export function addressConfirmed(room: Pick<Room, 'store' | 'outbox'>, address: string, now: number): void {
  const { store } = room;
  if (store.copies.waits !== address) return;
  store.copies = { ...store.copies, waits: null };
  owe(room, 'copy', address, now);
}

function owe({ outbox }: Pick<Room, 'outbox'>, what: CopyJob['what'], address: string, now: number): void {
  outbox.put<CopyJob>(`${COPY}${what}/${now}`, now, () => ({ what, address, askedAt: now }));
}

export async function deliverCopy(job: Job, room: Room, env: Env): Promise<Delivery> {
  const payload = job.payload as CopyJob | Frozen;
  const contact = room.mailing.reachable;
  // Another address since, or no more mail: then this one gets none.
  if (contact?.address !== payload.address || (payload.what === 'copy' && contact.state !== 'confirmed'))
    return { is: 'done' };
  const mail = 'mail' in payload ? payload.mail : await written(payload, contact, room, env);
  if (!mail) return { is: 'done' };
  if (!('mail' in payload)) room.outbox.rewrite(job.key, { ...payload, mail } satisfies Frozen);
  const { conversation, store } = room.customer;
  const result = await mailer(env).send(mail, `${job.key}/${store}/${conversation}`);
  const over = result.is !== 'retry' || Date.now() - payload.askedAt > GIVE_UP;
  if (over) return { is: 'done' };
  return result.after === null ? { is: 'retry' } : { is: 'retry', after: Math.max(result.after, 1_000) };
}

/** @returns null where too much went to addresses that nobody confirmed */
async function written({ what }: CopyJob, contact: Contact, room: Room, env: Env): Promise<Mail | null> {
  const { conversation, store, lang, tz } = room.customer;
  const { address, network } = contact;
  // Only a conversation that mails needs these.
  const [{ askAddressMail, copyMail }, { contactLinks }, { takeFromCap }] = await Promise.all([
    import('../../channels/mail/copy'),
    import('../../channels/mail/links'),
    import('../../channels/mail/caps'),
  ]);
  const now = Date.now();
  if (what === 'question' && !(await takeFromCap(env.DB, { address, store, network }, now))) return null;
  const { name, accent } = stores;
  const shop = await drizzle(env.DB).select({ name, accent }).from(stores).where(eq(stores.id, store)).get();
  const origin = env.BATON_ORIGIN?.replace(/\/+$/, '') ?? contact.origin;
  if (!shop || !origin) throw new Error('Nothing is known of the store that writes');
  const links = await contactLinks(env, { origin, address, lang, store, conversation }, now);
  const to = { to: address, lang, store: shop };
  if (what === 'question') return askAddressMail({ ...to, links });
  const said = room.store.afterPublic(0).flatMap((entry) => saidIn(entry, room) ?? []);
  return copyMail({ ...to, said, timeZone: tz, stop: links.stop });
}

function saidIn({ body, at }: Entry, room: Room) {
  switch (body.kind) {
    case 'customer':
      return {
        by: 'you' as const,
        text: [shownText(body), ...(body.mail?.attachments ?? [])].filter(Boolean).join('\n'),
        at,
      };
    case 'assistant':
      return { by: 'assistant' as const, text: shownText(body), at };
    case 'staff':
      return { by: { name: room.showing.shownName(body.from.name) }, text: shownText(body), at };
    default:
      return null;
  }
}
