import { hc, type InferRequestType, type InferResponseType } from 'hono/client';
import type { ProductsApi } from '../../routes/products';
import type { SavedRepliesApi } from '../../routes/saved-replies';
import { ask } from '../session/api';

/** What the composer and the page of saved replies ask for over HTTP. */

const routes = hc<SavedRepliesApi>(location.origin).api.stores[':store']['saved-replies'];
const { products } = hc<ProductsApi>(location.origin).api.stores[':store'];

export type SavedReply = InferResponseType<typeof routes.$get, 200>['replies'][number];
export type ReplyWanted = InferRequestType<typeof routes.$post>['json'];

export const getReplies = (store: string) => ask(() => routes.$get({ param: { store } }));
/** A new one, or, with the id of one, that one changed. */
export const saveReply = (store: string, reply: string | null, json: ReplyWanted) =>
  ask<{ id: string }>(() =>
    reply === null
      ? routes.$post({ param: { store }, json })
      : routes[':reply'].$put({ param: { store, reply }, json }),
  );
export const removeReply = (store: string, reply: string) =>
  ask(() => routes[':reply'].$delete({ param: { store, reply } }));
/** Also from a page that is being left. */
export const sendUses = (store: string, uses: { id: string; times: number }[]) =>
  ask(() => routes.used.$post({ param: { store }, json: { uses } }, { init: { keepalive: true } }));

export const findProducts = (store: string, q: string, lang: string) =>
  ask(() => products.$get({ param: { store }, query: { q, lang } }));
