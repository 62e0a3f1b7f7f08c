import { hc, type InferResponseType } from 'hono/client';
import type { InstallApi } from '../../../routes/install';
import { ask } from '../../session/api';

/** A store's name, and whether its chat stands on its shop's pages, over HTTP. */

const store = hc<InstallApi>(location.origin).api.stores[':store'];

export type Looked = InferResponseType<typeof store.install.look.$post, 200>;
export const lookOnSite = (id: string, url: string) =>
  ask(() => store.install.look.$post({ param: { store: id }, json: { url } }));
export const sitesSeen = (id: string) => ask(() => store.install.seen.$get({ param: { store: id } }));
export const rename = (id: string, wanted: { name: string; seen: number }) =>
  ask(() => store.name.$put({ param: { store: id }, json: wanted }));
