import { Hono } from 'hono';
import * as v from 'valibot';
import { managers, ofStore, signedIn } from '../accounts/access';
import { keyOrStaff } from '../accounts/key-access';
import { ArticleChunk, Begin, Finish, ProductChunk } from '../assistant/knowledge/rows';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { atMost, json, parsed, query, smallBody } from './valid';

/** A chunk of an import, or the words of a whole source. */
const chunkBody = atMost(2 * 1024 * 1024);
/** For ids of products and articles, between steps. */
const After = v.object({ after: v.pipe(v.string(), v.maxLength(100)) });
const Whole = v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number));

/** What only imports need is loaded with the first one. */
const knowledge = () => import('../assistant/knowledge');
const numberOf = (text: string): number => parsed(Whole, text);

const importers = keyOrStaff('knowledge', 'managers');

/**
 * What a store's assistant knows: everybody of the store reads the counts, owners and admins import, and
 * programs with a key that may. Files are read where
 * they are; what comes here are sessions of checked rows. Typed for `hc<KnowledgeApi>('/')`.
 */
export const knowledgeApi = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/knowledge')
  .get('/', keyOrStaff('knowledge', 'everybody'), async (c) => {
    const { counts, sources } = await knowledge();
    const { store } = c.get('editor');
    return c.json({ ...(await counts(c.env.DB, store)), sources: await sources(c.env.DB, store) });
  })
  .post('/imports', importers, smallBody, json(Begin), async (c) => {
    const { storeOf } = await knowledge();
    const session = await storeOf(c.env.DB, c.get('editor').store, Date.now()).begin(c.req.valid('json'));
    return c.json({ source: session.source, import: session.import }, 201);
  })
  .get('/imports/:source/:import/known', importers, query(After), async (c) => {
    const { storeOf } = await knowledge();
    const session = { source: numberOf(c.req.param('source')), import: c.req.param('import') };
    return c.json(
      await storeOf(c.env.DB, c.get('editor').store, Date.now()).known(session, c.req.valid('query').after),
    );
  })
  .put('/imports/:source/:import/chunks/:n', importers, chunkBody, async (c) => {
    const { sessionOf, storeOf } = await knowledge();
    const { store } = c.get('editor');
    const session = { source: numberOf(c.req.param('source')), import: c.req.param('import') };
    // Which rows are right depends on what the import is of.
    const { kind } = await sessionOf(c.env.DB, store, session.source, session.import);
    const body: unknown = await c.req.json().catch(() => null);
    const chunk = kind === 'products' ? parsed(ProductChunk, body) : parsed(ArticleChunk, body);
    return c.json(await storeOf(c.env.DB, store, Date.now()).chunk(session, numberOf(c.req.param('n')), chunk));
  })
  .post('/imports/:source/:import/finish', importers, chunkBody, json(Finish), async (c) => {
    const { storeOf } = await knowledge();
    const session = { source: numberOf(c.req.param('source')), import: c.req.param('import') };
    const editor = c.get('editor');
    await storeOf(c.env.DB, editor.store, Date.now(), editor).finish(session, c.req.valid('json'));
    return c.json({ finished: true as const });
  })
  .delete('/sources/:source/import', importers, async (c) => {
    const { discard } = await knowledge();
    const source = numberOf(c.req.param('source'));
    if (!(await discard(c.env.DB, c.get('editor'), source, Date.now()))) throw new Refusal('not_found');
    return c.json({ discarded: true as const });
  })
  .delete('/sources/:source', signedIn, ofStore, managers, async (c) => {
    const { removeSource } = await knowledge();
    const source = numberOf(c.req.param('source'));
    if (!(await removeSource(c.env.DB, c.get('actor'), source, Date.now()))) throw new Refusal('not_found');
    return c.json({ removed: true as const });
  })
  .post('/sources/:source/clean', importers, smallBody, json(After), async (c) => {
    const { clean } = await knowledge();
    const { after } = c.req.valid('json');
    return c.json({ after: await clean(c.env.DB, c.get('editor').store, numberOf(c.req.param('source')), after) });
  });

export type KnowledgeApi = typeof knowledgeApi;
