import { type Context, Hono } from 'hono';
import { ofStore, signedIn } from '../accounts/access';
import { isConversationOf } from '../accounts/ids';
import { secretOf } from '../accounts/readiness';
import { openToken } from '../accounts/tokens';
import { readerOf } from '../accounts/visitors';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { bucketOf, fileAt, linksFor, type Of } from '../files/kept';
import { takeFile } from '../files/upload';
import { isEarlier } from '../history/earlier';
import { EarlierLinksWanted, type FileAnswer, type LinksAnswer, LinksWanted } from '../protocol/files';
import { json, smallBody } from './valid';

/** Photos and files: how they come in, how links to them are asked for, and the one path that hands them out. */

/**
 * The conversation of the visitor whose token this is, while it opens that; or an earlier one of theirs.
 * @throws Refusal `not_found` where that is none of theirs
 */
async function ofVisitor(c: Context<{ Bindings: Env }>, earlier?: string): Promise<Of> {
  const now = Date.now();
  const bearer = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  const claims = bearer ? await openToken(secretOf(c.env), 'visitor', bearer, now) : null;
  const whose = await readerOf(c.env, claims, now);
  const { store, conversation } = whose;
  if (earlier === undefined || earlier === conversation) return { store, conversation };
  if (!(await isEarlier(c.env.DB, whose, earlier))) throw new Refusal('not_found');
  return { store, conversation: earlier };
}

/** The customer's side, below `/widget`. */
export const visitorFiles = new Hono<{ Bindings: Env }>()
  .post('/', async (c) => {
    const of = await ofVisitor(c);
    return c.json((await takeFile(c.env, of, 'customer', c.req.raw, Date.now())) satisfies FileAnswer, 201);
  })
  .post('/links', smallBody, json(EarlierLinksWanted), async (c) => {
    bucketOf(c.env);
    const { files, conversation } = c.req.valid('json');
    const links = await linksFor(c.env, await ofVisitor(c, conversation), files, Date.now());
    return c.json({ links } satisfies LinksAnswer);
  });

/** The staff's side. Typed for `hc<FilesApi>('/')`. */
export const filesApi = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/conversations/:conversation/files')
  .post('/', signedIn, ofStore, async (c) => {
    const { store, id } = c.get('actor');
    const conversation = c.req.param('conversation');
    if (!(await isConversationOf(store, conversation))) throw new Refusal('not_found');
    const taken = await takeFile(c.env, { store, conversation }, id, c.req.raw, Date.now());
    return c.json(taken satisfies FileAnswer, 201);
  })
  .post('/links', signedIn, ofStore, smallBody, json(LinksWanted), async (c) => {
    const { store } = c.get('actor');
    const conversation = c.req.param('conversation');
    if (!(await isConversationOf(store, conversation))) throw new Refusal('not_found');
    bucketOf(c.env);
    const links = await linksFor(c.env, { store, conversation }, c.req.valid('json').files, Date.now());
    return c.json({ links } satisfies LinksAnswer);
  });

export type FilesApi = typeof filesApi;

/** Whatever a file holds, where it is opened it runs nothing, loads nothing and is nobody's page. */
const SANDBOXED = "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** RFC 6266 with RFC 8187: the name in any letters, and none that ends the header. */
const named = (name: string) =>
  `filename*=UTF-8''${name.replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)}`;

export const files = new Hono<{ Bindings: Env }>().get('/files/:file', async (c) => {
  const token = new URL(c.req.url).search.slice(1);
  const kept = await fileAt(c.env, c.req.param('file'), token, Date.now());
  const { name = 'file', picture } = kept.customMetadata ?? {};
  return new Response(kept.body, {
    headers: {
      'content-type': picture ? (kept.httpMetadata?.contentType ?? '') : 'application/octet-stream',
      'content-length': String(kept.size),
      'content-disposition': `${picture ? 'inline' : 'attachment'}; ${named(name)}`,
      'content-security-policy': SANDBOXED,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=3600, immutable',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
  });
});
