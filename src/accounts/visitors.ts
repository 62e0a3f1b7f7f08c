import { conversationStub } from '../conversation/door';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { alsoSignedIn, begunAnonymously, type Whose } from '../history/earlier';
import type { VerifiedCustomer } from '../protocol/verified';
import { bindConversation, customerOf, firstConversation, goOnIn, isBound, LONGEST, signOutOf } from './customers';
import { takeToken } from './identity-token';
import { base64url, newConversationId, randomId } from './ids';
import { secretOf } from './readiness';
import { type Claims, type SignedIn, sealToken } from './tokens';

/**
 * Who a visitor of a shop is, and which conversation is theirs. Whoever is anonymous has what their token says. Whom the shop
 * has signed in has the same conversation on every device, by tokens that end with the shop's own.
 */

export type Visitor = Claims<'visitor'>;
type Shop = { id: string; key: string };

export interface Session {
  token: string;
  conversation: string;
  customer?: string;
}

/** Milliseconds by which the shop's clock may be behind ours. */
const SKEW = 60_000;

const session = async (env: Env, claims: Omit<Visitor, 'exp'>, now: number, until?: number): Promise<Session> => ({
  token: await sealToken(secretOf(env), 'visitor', claims, now, until),
  conversation: claims.conversation,
  ...(claims.signedIn && { customer: await markOf(claims.store, claims.signedIn.sub) }),
});

/** The same for the same customer, and nothing else can be read from it. */
async function markOf(store: string, sub: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`customer/${store}/${sub}`));
  return base64url(digest.slice(0, 12));
}

/**
 * Without a word of the shop's about who it is.
 * @param mine what their token says, where it holds and is of this store
 * @throws Refusal `signed_out`
 */
export async function visitorSession(
  env: Env,
  store: string,
  { mine, anew }: { mine: Visitor | null; anew: boolean },
  now: number,
): Promise<Session> {
  if (mine?.signedIn) {
    await stillIn(env, mine, now);
    const { exp, ...claims } = mine;
    const conversation = anew ? await another(env, store, mine.signedIn.sub) : mine.conversation;
    // Never renewed: only the shop can say that they are signed in still.
    return session(env, { ...claims, conversation }, now, exp);
  }
  const theirs = mine && (mine.test || !(await isBound(env.DB, store, mine.conversation))) ? mine : null;
  const conversation = (!anew && theirs?.conversation) || (await newConversationId(store));
  // What this browser began with ties its conversations together.
  const isAnother = theirs && theirs.conversation !== conversation;
  const visitor = isAnother ? (theirs.visitor ?? theirs.conversation) : theirs?.visitor;
  return session(env, { store, conversation, visitor, test: theirs?.test }, now);
}

/** @throws Refusal `signed_out` */
async function stillIn(env: Env, mine: Visitor, now: number): Promise<void> {
  if (await isOut(env, mine, now)) throw new Refusal('signed_out');
}

async function isOut(env: Env, { store, signedIn }: Visitor, now: number): Promise<boolean> {
  const known = signedIn && (await customerOf(env.DB, store, signedIn.sub, now));
  return known?.out.includes(signedIn?.device ?? '') ?? false;
}

/** Before a socket is opened: a conversation that has not heard of it yet is told that this device was signed out. */
export async function closeIfOut(env: Env, mine: Visitor, now: number): Promise<void> {
  const { store, conversation, signedIn } = mine;
  if (!signedIn || !(await isOut(env, mine, now))) return;
  await conversationStub(env, store, conversation).signOut(signedIn.device, now + LONGEST);
}

/** Another conversation, in which they go on from now on. */
async function another(env: Env, store: string, sub: string): Promise<string> {
  const conversation = await newConversationId(store);
  await goOnIn(env.DB, store, sub, conversation);
  return conversation;
}

/** Whose conversations somebody may read by this token. @throws Refusal `unauthorized`, `signed_out` */
export async function readerOf(env: Env, mine: Visitor | null, now: number): Promise<Whose> {
  if (!mine) throw new Refusal('unauthorized');
  const { store, conversation, visitor = conversation, signedIn, test } = mine;
  if (signedIn) await stillIn(env, mine, now);
  else if (!test && (await isBound(env.DB, store, conversation))) throw new Refusal('unauthorized');
  return { store, conversation, visitor, sub: signedIn?.sub };
}

/**
 * As whom the shop's token says.
 * @param mine what the device had before: whatever they said while they were anonymous is theirs from now on
 * @param before the same, also where it has run out: a device stays the same one, so that signing out ends all of it
 * @throws Refusal `identity_expired`, `identity_refused`, `signed_out`; then nothing has changed
 */
export async function signedInSession(
  env: Env,
  { id: store, key }: Shop,
  { identity, mine, before, anew }: { identity: string; mine: Visitor | null; before: Visitor | null; anew: boolean },
  now: number,
): Promise<Session> {
  const taken = await takeToken(env, { id: store, key }, identity, now);
  if (!taken.ok) throw new Refusal(taken.why === 'expired' ? 'identity_expired' : 'identity_refused');
  const { customer, until, id: by, made = now } = taken;
  const known = await customerOf(env.DB, store, customer.sub, now);
  const own = before?.signedIn?.sub === customer.sub ? before.signedIn.device : null;
  const device = own ?? randomId();
  if (known?.out.some((one) => one === device || one === by)) throw new Refusal('signed_out');
  // A page out of the browser's history still has the token that it was made with.
  if (!own && known && made + SKEW < known.outAt) throw new Refusal('signed_out');
  const anonymous = mine && !mine.signedIn && !mine.test ? mine : null;
  const current = await theirConversation(env, store, { customer, known: known?.conversation, anonymous }, now);
  const conversation = anew ? await another(env, store, customer.sub) : current;
  return session(env, { store, conversation, signedIn: { ...customer, device, by } }, now, until);
}

async function theirConversation(
  env: Env,
  store: string,
  { customer, known, anonymous }: { customer: VerifiedCustomer; known: string | undefined; anonymous: Visitor | null },
  now: number,
): Promise<string> {
  const { sub } = customer;
  const adopted = anonymous && (await adopt(env, anonymous, customer));
  if (known === undefined) {
    const first = adopted ? anonymous.conversation : await newConversationId(store);
    return firstConversation(env.DB, store, sub, first, now);
  }
  if (!adopted || anonymous.conversation === known) return known;
  // What they are in the middle of goes on; else what they had before.
  const before = await conversationStub(env, store, known).standing();
  if (before === 'open' || (before === 'quiet' && adopted === 'quiet')) return known;
  await goOnIn(env.DB, store, sub, anonymous.conversation);
  return anonymous.conversation;
}

/** What they said here while they were anonymous is theirs. @returns how their last conversation stands; null where it is not theirs */
async function adopt(env: Env, anonymous: Visitor, customer: VerifiedCustomer): Promise<'quiet' | 'open' | null> {
  const { store, conversation, visitor } = anonymous;
  const one = async (id: string) => {
    const adopted = await conversationStub(env, store, id).adopt(customer);
    if (adopted === 'nothing' || adopted === 'taken') return null;
    await bindConversation(env.DB, store, id, customer.sub);
    return adopted;
  };
  const before = visitor ? await begunAnonymously(env.DB, { store, conversation, visitor }) : [];
  const [adopted = null] = await Promise.all([conversation, ...before].map(one));
  return adopted;
}

/** Nothing that was opened on this device opens anything any more, nor does the shop's token that it was opened with. */
export async function signOut(
  env: Env,
  { store, conversation, signedIn }: Visitor & { signedIn: SignedIn },
  now: number,
) {
  const { sub, device, by } = signedIn;
  await signOutOf(env.DB, { store, sub }, by ? [device, by] : [device], now);
  const others = await alsoSignedIn(env.DB, { store, conversation, sub });
  await Promise.all(
    [conversation, ...others].map((id) => conversationStub(env, store, id).signOut(device, now + LONGEST)),
  );
}

/** Back into a conversation by a link out of a mail. @throws Refusal `link_used` */
export async function returnSession(env: Env, link: Claims<'return'>, now: number): Promise<Session> {
  const { store, conversation, address, id, exp } = link;
  const back = await conversationStub(env, store, conversation).comeBack(address, id, exp);
  if (!back) throw new Refusal('link_used');
  const { verified } = back;
  if (!verified) return session(env, { store, conversation }, now);
  return session(env, { store, conversation, signedIn: { ...verified, device: randomId() } }, now, now + LONGEST);
}
