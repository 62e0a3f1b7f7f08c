import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Mail } from '../../channels/mail/mail';
import { mailer } from '../../channels/mail/resend';
import { store as stores } from '../../db/schema';
import type { Env } from '../../env';
import type { Delivery } from '../../outbox/outbox';
import { opensBy } from '../identity';
import type { Room } from '../room';
import { type Body, type Contact, wordsOf } from '../storage/records';
import type { ReplyJob } from './mailing';

/** Sends what staff wrote to a customer who has left. */

/** Idempotency keys live for 24 hours: the last try is made before that. */
const GIVE_UP = 23.5 * 3_600_000;

/** A job that was tried: from then on the same mail, whatever changes. */
interface Frozen extends ReplyJob {
  mail: Mail;
  firstAt: number;
}
const isFrozen = (job: ReplyJob): job is Frozen => 'mail' in job;

export async function mailReply(key: string, job: ReplyJob, attempts: number, room: Room, env: Env): Promise<Delivery> {
  const contact = room.mailing.reachable;
  if (!contact || room.mailing.wasRead(job.upTo)) return { is: 'done' };
  const { conversation, store } = room.customer;
  const frozen = isFrozen(job) ? job : await freeze(key, job, contact, room, env);
  if (frozen === 'held') {
    room.mailing.ended('held', contact.address, Date.now());
    return { is: 'done' };
  }
  // While it was written they may have come back, or said that they want no more.
  if (attempts === 0 && (room.mailing.wasRead(job.upTo) || !room.mailing.reachable)) return { is: 'done' };
  const result = await mailer(env).send(frozen.mail, `reply/${store}/${conversation}/${job.upTo}`);
  const now = Date.now();
  if (result.is === 'sent') {
    room.mailing.ended('sent', frozen.mail.to, now);
    return { is: 'done' };
  }
  const over = result.is === 'refused' || result.is === 'not_configured' || now - frozen.firstAt > GIVE_UP;
  if (!over) return result.after === null ? { is: 'retry' } : { is: 'retry', after: Math.max(result.after, 1_000) };
  room.mailing.ended('failed', frozen.mail.to, now);
  return { is: 'done' };
}

/** @returns `held` where too much went to addresses that nobody confirmed */
async function freeze(key: string, job: ReplyJob, contact: Contact, room: Room, env: Env): Promise<Frozen | 'held'> {
  const { conversation, store, lang, tz } = room.customer;
  const { address, state, network } = contact;
  // Only a conversation that mails needs these.
  const [{ customerReplyMail }, { chatLink, contactLinks }, { replyAddress }, { takeFromCap }] = await Promise.all([
    import('../../channels/mail/customer-reply'),
    import('../../channels/mail/links'),
    import('../../channels/mail/reply-address'),
    import('../../channels/mail/caps'),
  ]);
  const now = Date.now();
  const confirmed = state === 'confirmed';
  if (!confirmed && !(await takeFromCap(env.DB, { address, store, network }, now))) return 'held';
  const { name, accent } = stores;
  const shop = await drizzle(env.DB).select({ name, accent }).from(stores).where(eq(stores.id, store)).get();
  const origin = env.BATON_ORIGIN?.replace(/\/+$/, '') ?? contact.origin;
  if (!shop || !origin) throw new Error('Nothing is known of the store that writes');
  const about = { origin, address, lang, store, conversation };
  const links = await contactLinks(env, about, now);
  const chat = opensBy(contact, room.customer) ? await chatLink(env, about, now) : null;
  const entries = room.store.afterPublic(job.after).filter(({ pub }) => pub !== null && pub <= job.upTo);
  const mail = await customerReplyMail({
    to: address,
    lang,
    store: shop,
    staff: entries.flatMap(({ body, at }) =>
      body.kind === 'staff' ? [{ name: room.showing.shownName(body.from.name), text: shownText(body), at }] : [],
    ),
    // Anybody can type an address: to one that is not confirmed goes nothing that a customer wrote.
    question: confirmed ? lastQuestion(room, job.after) : null,
    links: { ...links, confirm: confirmed ? null : links.confirm, chat },
    replyTo: await replyAddress(env, { store, conversation }, now),
    timeZone: tz,
  });
  const frozen: Frozen = { ...job, mail, firstAt: now };
  room.outbox.rewrite(key, frozen);
  return frozen;
}

/** A mail shows no cards and holds no files: each product is a line with its address, each file its name. */
export const shownText = (body: Extract<Body, { kind: 'customer' | 'staff' | 'assistant' }>): string => {
  const cards = body.kind === 'customer' ? [] : (body.cards ?? []);
  const files = body.kind === 'assistant' ? [] : (body.files ?? []);
  const lines = [...cards.map(({ title, url }) => `${title}: ${url}`), ...files.map(({ name }) => `📎 ${name}`)];
  return [body.text, ...lines].filter(Boolean).join('\n');
};

function lastQuestion(room: Room, before: number): string | null {
  const asked = room.store.entries.findLast(
    ({ pub, body }) => pub !== null && pub <= before && body.kind === 'customer',
  )?.body;
  return (asked?.kind === 'customer' && wordsOf(asked)) || null;
}
