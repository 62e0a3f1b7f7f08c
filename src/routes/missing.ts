import { Hono } from 'hono';
import * as v from 'valibot';
import { managers, ofStore, signedIn } from '../accounts/access';
import { AnswerWanted } from '../assistant/knowledge/written-rows';
import type { Env } from '../env';
import { Seen } from '../settings/values';
import { json, parsed, smallBody } from './valid';

/** One of a group's questions, which names it. */
const Place = v.object({
  conversation: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
/** So many are looked up in one request: each is a search of its own. */
const Places = v.object({ questions: v.pipe(v.array(Place), v.maxLength(4)) });
const Settled = v.object({ of: Place });
/** `about`: the group that it answers. */
const Answered = v.object({ ...AnswerWanted.entries, about: v.optional(v.nullable(Place), null) });
/** `seen`: which of its entries in the list of changes was the newest. */
const AnswerChanged = v.object({ ...AnswerWanted.entries, seen: v.optional(Seen) });
const Id = v.pipe(v.string(), v.uuid());

/** What only these pages need is loaded with them. */
const missing = () => import('../assistant/missing/missing');
const written = () => import('../assistant/knowledge/written');

/**
 * What a store's assistant could not answer, and the answers that were written here. Everybody of the store reads, owners
 * and admins write. Typed for `hc<MissingApi>('/')`.
 */
export const missingApi = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store')
  .get('/missing', signedIn, ofStore, async (c) => {
    const { store } = c.get('actor');
    return c.json(await (await missing()).missing(c.env.DB, store, Date.now()));
  })
  .post('/missing/answered', signedIn, ofStore, smallBody, json(Places), async (c) => {
    const { answeredNow } = await missing();
    const { questions } = c.req.valid('json');
    return c.json({ answered: await answeredNow(c.env.DB, c.get('actor').store, questions) });
  })
  .post('/missing/settle', signedIn, ofStore, managers, smallBody, json(Settled), async (c) => {
    await (await missing()).settle(c.env.DB, c.get('actor'), c.req.valid('json').of, Date.now());
    return c.json({ settled: true as const });
  })
  .get('/answers', signedIn, ofStore, async (c) => {
    const { writtenAnswers } = await written();
    return c.json({ answers: await writtenAnswers(c.env.DB, c.get('actor').store) });
  })
  .post('/answers', signedIn, ofStore, managers, smallBody, json(Answered), async (c) => {
    const actor = c.get('actor');
    const { about, ...wanted } = c.req.valid('json');
    const now = Date.now();
    const saved = await (await written()).writeAnswer(c.env.DB, actor, null, wanted, now);
    if (about) await (await missing()).settleIfThere(c.env.DB, actor.store, about, now);
    return c.json(saved, 201);
  })
  .put('/answers/:answer', signedIn, ofStore, managers, smallBody, json(AnswerChanged), async (c) => {
    const actor = c.get('actor');
    const id = parsed(Id, c.req.param('answer'));
    return c.json(await (await written()).writeAnswer(c.env.DB, actor, id, c.req.valid('json'), Date.now()));
  })
  .delete('/answers/:answer', signedIn, ofStore, managers, async (c) => {
    const id = parsed(Id, c.req.param('answer'));
    await (await written()).removeAnswer(c.env.DB, c.get('actor'), id, Date.now());
    return c.json({ removed: true as const });
  });

export type MissingApi = typeof missingApi;
