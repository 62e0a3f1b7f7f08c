import { Hono } from 'hono';
import * as v from 'valibot';
import type { Env } from '../../env';
import { keep, type Letter, letterById, letters, remembered } from './stored';

/** The part of Resend's HTTP API that Baton uses, with Resend's own answers (https://resend.com/docs/api-reference). */

const OneOrMore = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((to) => (typeof to === 'string' ? [to] : to)),
  v.minLength(1),
  v.maxLength(50),
);
const Sent = v.object({
  from: v.pipe(v.string(), v.minLength(1)),
  to: OneOrMore,
  subject: v.string(),
  html: v.optional(v.string(), ''),
  text: v.optional(v.string(), ''),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  reply_to: v.optional(OneOrMore),
});

const problem = (statusCode: number, name: string, message: string) => ({ statusCode, name, message });

const shown = ({ id, at, from, to, subject, replyTo }: Letter) => ({
  id,
  from,
  to,
  subject,
  reply_to: replyTo === null ? null : [replyTo],
  created_at: new Date(at).toISOString(),
});

export const mailApi = new Hono<{ Bindings: Env }>()
  .use('*', async (c, next) => {
    const key = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    if (!key) return c.json(problem(401, 'missing_api_key', 'Missing API key in the authorization header'), 401);
    if (key !== c.env.MAIL_API_KEY) return c.json(problem(403, 'invalid_api_key', 'API key is invalid'), 403);
    await next();
  })
  .post('/', async (c) => {
    const body = await c.req.text();
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Sent), body);
    if (!parsed.success) return c.json(problem(422, 'validation_error', v.summarize(parsed.issues)), 422);
    const key = c.req.header('idempotency-key') ?? null;
    const before = key ? await remembered(c.env.KV, key) : null;
    if (before?.body === body) return c.json({ id: before.id });
    if (before) {
      return c.json(problem(409, 'invalid_idempotent_request', 'Same idempotency key, different request body'), 409);
    }
    const { reply_to: replyTo, ...sent } = parsed.output;
    const letter = { id: crypto.randomUUID(), at: Date.now(), ...sent, replyTo: replyTo?.[0] ?? null };
    await keep(c.env.KV, letter, key, body);
    return c.json({ id: letter.id });
  })
  .get('/', async (c) => {
    return c.json({ object: 'list', has_more: false, data: (await letters(c.env.KV)).map(shown) });
  })
  .get('/:id', async (c) => {
    const letter = await letterById(c.env.KV, c.req.param('id'));
    if (!letter) return c.json(problem(404, 'not_found', 'Email not found'), 404);
    return c.json({ object: 'email', ...shown(letter), html: letter.html, text: letter.text });
  });
