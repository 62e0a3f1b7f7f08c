import type { Context, MiddlewareHandler } from 'hono';
import { every } from 'hono/combine';
import { createMiddleware } from 'hono/factory';
import type { Env } from '../env';
import { Refusal } from '../errors';
import type { Editor } from '../settings/audit';
import { type InStore, managers, ofStore, signedIn } from './access';
import { type KnownKey, keyOf, noteUsed, type Scope } from './api-keys';

/** The doors that programs of a store's go through, by an API key of it; some of them its people too, by their session. */

export interface WithKey {
  Bindings: Env;
  Variables: { key: KnownKey };
}
/** Who acts, a person or a key: by the name that the list of changes gives them. */
export interface Acting {
  Bindings: Env;
  Variables: InStore['Variables'] & { editor: Editor };
}

/** `Authorization: Bearer key_…`: otherwise 401. A key that is used too often gets 429, one that may not do this 403. */
async function opened<E extends { Bindings: Env }>(c: Context<E>, scope: Scope | null): Promise<KnownKey> {
  const [, text = ''] = /^Bearer (\S{1,100})$/.exec(c.req.header('authorization') ?? '') ?? [];
  const key = await keyOf(c.env.DB, text);
  if (!key) throw new Refusal('unauthorized');
  if (c.env.API_LIMIT && !(await c.env.API_LIMIT.limit({ key: key.id })).success) throw new Refusal('too_fast');
  if (scope && !key.scopes.includes(scope)) throw new Refusal('forbidden');
  c.executionCtx.waitUntil(noteUsed(c.env.DB, key, Date.now()).catch(() => {}));
  return key;
}

/** @param scope null: any key of a store's */
export const withKey = (scope: Scope | null) =>
  createMiddleware<WithKey>(async (c, next) => {
    c.set('key', await opened(c, scope));
    await next();
  });

/**
 * A key that may do this, of the store in the path (any other is one that does not exist); without a key, a session.
 * @param people which of the store's people
 */
export const keyOrStaff = (scope: Scope, people: 'everybody' | 'managers') =>
  createMiddleware<Acting>(async (c, next) => {
    if (c.req.header('authorization') === undefined) {
      const staff = people === 'managers' ? [signedIn, ofStore, managers] : [signedIn, ofStore];
      const act: MiddlewareHandler<Acting> = async (_, then) => {
        c.set('editor', c.get('actor'));
        await then();
      };
      await every(...staff, act)(c, next);
      return;
    }
    const { id, name, store } = await opened(c, scope);
    if (store !== c.req.param('store')) throw new Refusal('not_found');
    c.set('editor', { store, id, name });
    await next();
  });
