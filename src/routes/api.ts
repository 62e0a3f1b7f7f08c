import { Hono } from 'hono';
import * as v from 'valibot';
import { managers, ofStore, signedIn } from '../accounts/access';
import { requestLink, sessionOf, signOut } from '../accounts/auth';
import { ChoicesWanted, choicesOf, choose } from '../accounts/choices';
import { isConversationOf } from '../accounts/ids';
import { addStore, StoreWanted } from '../accounts/new-store';
import { changeRole, Invitation, invite, mayInvite, peopleSeen, RoleWanted, removePerson } from '../accounts/people';
import { Email } from '../accounts/person';
import { secretOf } from '../accounts/readiness';
import { forgetShop, membershipOf, storesOf } from '../accounts/stores';
import { sealToken } from '../accounts/tokens';
import { deskStub } from '../desk/door';
import type { StaffActor } from '../domain/actor';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { pastOf, recentOf, tagsOf } from '../history/past';
import { initialsOf } from '../protocol/names';
import { changeSettings, type Revised, readRevised, SettingsChange } from '../settings/change';
import { followUpsOf, remindersOf } from '../settings/follow-ups';
import { WholeSettings } from '../settings/schema';
import { speak, spokenTo } from './spoken';
import { json, settingsBody, smallBody } from './valid';

const originOf = (url: string) => new URL(url).origin;

async function changed(env: Env, actor: StaffActor, change: SettingsChange): Promise<Revised> {
  const written = await changeSettings(env.DB, actor, change, Date.now());
  // Where the desk cannot be reached the answer is an error, and saving again repeats both.
  forgetShop(actor.store);
  const { settings, version } = written;
  await deskStub(env, actor.store).settingsChanged(actor.store, { settings, version });
  return written;
}

/** The dashboard's HTTP side, typed for Hono's client: `hc<Api>('/')`. */
export const api = new Hono<{ Bindings: Env }>()
  .basePath('/api')
  .post('/auth/magic-link', smallBody, json(v.object({ email: Email })), async (c) => {
    const from = { ip: c.req.header('cf-connecting-ip') ?? null, language: spokenTo(c) };
    if (!(await requestLink(c.env, originOf(c.req.url), c.req.valid('json').email, from))) {
      throw new Refusal('too_fast');
    }
    return c.json({ sent: true as const });
  })
  .post('/auth/sign-out', async (c) => {
    const origin = originOf(c.req.url);
    const session = await sessionOf(c.env, origin, c.req.raw.headers);
    const cookies = await signOut(c.env, origin, c.req.raw.headers);
    // Whoever signs out is off duty everywhere.
    const stores = session ? await storesOf(c.env, session.person) : [];
    await Promise.allSettled(stores.map(({ id }) => deskStub(c.env, id).signedOut(session?.person.id ?? '')));
    for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
    return c.json({ signedOut: true as const });
  })
  .get('/me', signedIn, async (c) => {
    const { id, name, email } = c.get('person');
    const [stores, choices] = await Promise.all([storesOf(c.env, { id, name, email }), choicesOf(c.env.DB, id)]);
    return c.json({ user: { id, name, email, initials: initialsOf(name) }, stores, choices });
  })
  .put('/me/choices', signedIn, smallBody, json(ChoicesWanted), async (c) => {
    const wanted = c.req.valid('json');
    if (wanted.language !== undefined) speak(c, wanted.language);
    return c.json(await choose(c.env.DB, c.get('person').id, wanted));
  })
  .post('/stores', signedIn, smallBody, json(StoreWanted), async (c) => {
    const added = await addStore(c.env, c.get('person'), c.req.valid('json'), Date.now());
    if (!added.ok) throw new Refusal(added.reason);
    return c.json({ store: added.store }, 201);
  })
  .post('/stores/:store/ticket', signedIn, ofStore, async (c) => {
    const of = { ...c.get('actor'), session: c.get('session') };
    const ticket = await sealToken(secretOf(c.env), 'ticket', of, Date.now());
    return c.json({ ticket });
  })
  .post('/stores/:store/test', signedIn, ofStore, async (c) => {
    const { store, id: staff } = c.get('actor');
    const shop = await membershipOf(c.env, c.get('person'), store);
    if (!shop) throw new Refusal('not_found');
    const { key, name } = shop;
    return c.json({ ticket: await sealToken(secretOf(c.env), 'test', { store, key, name, staff }, Date.now()) });
  })
  .get('/stores/:store/people', signedIn, ofStore, async (c) => {
    return c.json({ people: await peopleSeen(c.env, c.get('actor')) });
  })
  .post('/stores/:store/people', signedIn, ofStore, managers, smallBody, json(Invitation), async (c) => {
    const actor = c.get('actor');
    const invitation = c.req.valid('json');
    if (!mayInvite(actor, invitation.role)) throw new Refusal('forbidden');
    const from = { origin: originOf(c.req.url), language: spokenTo(c), now: Date.now() };
    const invited = await invite(c.env, actor, invitation, from);
    return c.json(invited, 201);
  })
  .put('/stores/:store/people/:person/role', signedIn, ofStore, managers, smallBody, json(RoleWanted), async (c) => {
    const changed = await changeRole(c.env, c.get('actor'), c.req.param('person'), c.req.valid('json'), Date.now());
    if (!changed.ok) throw new Refusal(changed.reason);
    return c.json({ changed: true as const });
  })
  .delete('/stores/:store/people/:person', signedIn, ofStore, async (c) => {
    const actor = c.get('actor');
    const person = c.req.param('person');
    const removal = await removePerson(c.env, actor, person, Date.now());
    if (!removal.ok) throw new Refusal(removal.reason);
    await deskStub(c.env, actor.store).expel(actor.store, person, await recentOf(c.env.DB, actor.store));
    return c.json({ removed: true as const });
  })
  .get('/stores/:store/conversations/:conversation/past', signedIn, ofStore, async (c) => {
    const { store } = c.get('actor');
    const conversation = c.req.param('conversation');
    if (!(await isConversationOf(store, conversation))) throw new Refusal('not_found');
    return c.json(await pastOf(c.env.DB, store, conversation));
  })
  .get('/stores/:store/tags', signedIn, ofStore, async (c) => {
    return c.json({ tags: await tagsOf(c.env.DB, c.get('actor').store) });
  })
  .get('/stores/:store/settings', signedIn, ofStore, async (c) => {
    return c.json(await readRevised(c.env.DB, c.get('actor').store));
  })
  // All of them, whatever stood there: for programs. The dashboard changes what was changed.
  .put('/stores/:store/settings', signedIn, ofStore, managers, settingsBody, json(WholeSettings), async (c) => {
    return c.json(await changed(c.env, c.get('actor'), { parts: c.req.valid('json'), seen: {} }));
  })
  .patch('/stores/:store/settings', signedIn, ofStore, managers, settingsBody, json(SettingsChange), async (c) => {
    return c.json(await changed(c.env, c.get('actor'), c.req.valid('json')));
  })
  .get('/stores/:store/follow-ups', signedIn, ofStore, async (c) => {
    const { store } = c.get('actor');
    const [followUps, reminders] = await Promise.all([followUpsOf(c.env.DB, store), remindersOf(c.env.DB, store)]);
    return c.json({ followUps, reminders });
  });

export type Api = typeof api;
