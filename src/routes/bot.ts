import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { isConversationOf } from '../accounts/ids';
import { storeOfKey } from '../assistant/webhook/bot';
import type { BotCommand } from '../conversation/answering/bot-door';
import { conversationStub } from '../conversation/door';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { BotAnswer, BotHandoff, BotPiece, BotTyping } from '../protocol/bot';
import { botBody, json } from './valid';

/** How the merchant's own bot answers. Its key names the store; a conversation of another store is one that does not exist. */

interface OfBot {
  Bindings: Env;
  Variables: { store: string; conversation: string };
}

/** `Authorization: Bearer bot_…`: otherwise 401; a key that is used too often gets 429. */
const ofBot = createMiddleware<OfBot>(async (c, next) => {
  const [, key = ''] = /^Bearer (\S{1,100})$/.exec(c.req.header('authorization') ?? '') ?? [];
  const store = await storeOfKey(c.env, key);
  if (!store) throw new Refusal('unauthorized');
  // A store has one key; asked before anything is woken.
  if (c.env.BOT_LIMIT && !(await c.env.BOT_LIMIT.limit({ key: store })).success) throw new Refusal('too_fast');
  const conversation = c.req.param('conversation') ?? '';
  // Seen by its mark: no object is woken for another store's.
  if (!(await isConversationOf(store, conversation))) throw new Refusal('not_found');
  c.set('store', store);
  c.set('conversation', conversation);
  await next();
});

async function says(env: Env, store: string, conversation: string, command: BotCommand) {
  const result = await conversationStub(env, store, conversation).bot(command);
  if (!result.ok) throw new Refusal(result.code);
  return { seq: result.seq };
}

export const bot = new Hono<OfBot>()
  .basePath('/api/bot/conversations/:conversation')
  .post('/answers', ofBot, botBody, json(BotAnswer), async (c) =>
    c.json(await says(c.env, c.get('store'), c.get('conversation'), { do: 'answer', ...c.req.valid('json') }), 201),
  )
  .post('/pieces', ofBot, botBody, json(BotPiece), async (c) =>
    c.json(await says(c.env, c.get('store'), c.get('conversation'), { do: 'piece', ...c.req.valid('json') })),
  )
  .post('/typing', ofBot, botBody, json(BotTyping), async (c) =>
    c.json(await says(c.env, c.get('store'), c.get('conversation'), { do: 'typing', ...c.req.valid('json') })),
  )
  .post('/handoff', ofBot, botBody, json(BotHandoff), async (c) =>
    c.json(await says(c.env, c.get('store'), c.get('conversation'), { do: 'handoff', ...c.req.valid('json') }), 201),
  );
