import { Hono } from 'hono';
import * as v from 'valibot';
import { ofStore, signedIn } from '../accounts/access';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { addReply, changeReply, countUses, removeReply, savedReplies } from '../saved-replies/saved-replies';
import { RepliesUsed, ReplyChanged, ReplyWanted } from '../saved-replies/wanted';
import { atMost, json, parsed, smallBody } from './valid';

const Id = v.pipe(v.string(), v.uuid());
/** A text in every language. */
const replyBody = atMost(128 * 1024);

function done(result: Awaited<ReturnType<typeof addReply>>): { id: string } {
  if (!result.ok) throw new Refusal(result.reason);
  return { id: result.id };
}

/**
 * Saved replies: everybody has their own and reads the store's, owners and admins write those too. Typed for
 * `hc<SavedRepliesApi>('/')`.
 */
export const savedRepliesApi = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/saved-replies')
  .get('/', signedIn, ofStore, async (c) => c.json({ replies: await savedReplies(c.env.DB, c.get('actor')) }))
  .post('/', signedIn, ofStore, replyBody, json(ReplyWanted), async (c) => {
    const added = await addReply(c.env.DB, c.get('actor'), c.req.valid('json'), Date.now());
    return c.json(done(added), 201);
  })
  .post('/used', signedIn, ofStore, smallBody, json(RepliesUsed), async (c) => {
    await countUses(c.env.DB, c.get('actor'), c.req.valid('json').uses);
    return c.json({ counted: true as const });
  })
  .put('/:reply', signedIn, ofStore, replyBody, json(ReplyChanged), async (c) => {
    const id = parsed(Id, c.req.param('reply'));
    return c.json(done(await changeReply(c.env.DB, c.get('actor'), id, c.req.valid('json'), Date.now())));
  })
  .delete('/:reply', signedIn, ofStore, async (c) => {
    const id = parsed(Id, c.req.param('reply'));
    return c.json(done(await removeReply(c.env.DB, c.get('actor'), id, Date.now())));
  });

export type SavedRepliesApi = typeof savedRepliesApi;
