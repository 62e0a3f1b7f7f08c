import { hc, type InferRequestType, type InferResponseType } from 'hono/client';
import type { HistoryApi } from '../../routes/history';
import { ask } from '../session/api';

/** A store's past conversations, over HTTP. */

const store = hc<HistoryApi>(location.origin).api.stores[':store'];

export type Asked = InferRequestType<typeof store.history.search.$post>['json'];
export type Found = InferResponseType<typeof store.history.search.$post, 200>;
export type Result = Found['results'][number];
export type Hit = Result['hits'][number];
export type Excerpt = Pick<Hit, 'text' | 'marks'>;
export type ConversationRecord = InferResponseType<
  (typeof store.conversations)[':conversation']['record']['$get'],
  200
>;

export const search = (id: string, asked: Asked) =>
  ask(() => store.history.search.$post({ param: { store: id }, json: asked }));
export const getRecord = (id: string, conversation: string) =>
  ask(() => store.conversations[':conversation'].record.$get({ param: { store: id, conversation } }));
