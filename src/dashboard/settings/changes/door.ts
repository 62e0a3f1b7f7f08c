import { hc, type InferRequestType, type InferResponseType } from 'hono/client';
import type { ChangesApi } from '../../../routes/changes';
import { ask } from '../../session/api';

/** The list of changes, over HTTP. */

const { changes } = hc<ChangesApi>(location.origin).api.stores[':store'];

type Page = InferResponseType<typeof changes.$get, 200>;
export type Change = Page['changes'][number];
export type Wanted = Pick<InferRequestType<typeof changes.$get>['query'], 'person' | 'area'>;

export const getChanges = (store: string, wanted: Wanted, before: number | null) =>
  ask(() => changes.$get({ param: { store }, query: { ...wanted, ...(before !== null && { before }) } }));
export const getEditors = (store: string) => ask(() => changes.people.$get({ param: { store } }));
