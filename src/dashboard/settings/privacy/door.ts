import { hc, type InferResponseType } from 'hono/client';
import type { PrivacyApi } from '../../../routes/privacy';
import { ask } from '../../session/api';

/** What is kept of customers, over HTTP. */

const { privacy } = hc<PrivacyApi>(location.origin).api.stores[':store'];

export type Found = InferResponseType<typeof privacy.find.$post, 200>['found'][number];
export type State = InferResponseType<typeof privacy.$get, 200>;
export type Exported = InferResponseType<typeof privacy.export.$post, 200>;

export const getPrivacy = (store: string) => ask(() => privacy.$get({ param: { store } }));
export const findCustomer = (store: string, email: string) =>
  ask(() => privacy.find.$post({ param: { store }, json: { email } }));
export const exportConversations = (store: string, conversations: string[]) =>
  ask(() => privacy.export.$post({ param: { store }, json: { conversations } }));
export const eraseConversations = (store: string, conversations: string[]) =>
  ask(() => privacy.erase.$post({ param: { store }, json: { conversations } }));
