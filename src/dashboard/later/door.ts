import { hc, type InferRequestType } from 'hono/client';
import type { LaterApi } from '../../routes/later';
import { ask } from '../session/api';

/** What staff see to later, over HTTP. */

const of = hc<LaterApi>(location.origin).api.stores[':store'].conversations[':conversation'];

export type ReminderWanted = InferRequestType<typeof of.reminders.$post>['json'];
export type TendingWanted = InferRequestType<typeof of.tend.$post>['json'];
export type CheckInWanted = InferRequestType<(typeof of)['check-in']['$put']>['json'];
/** Which conversation of which store. */
export interface Where {
  store: string;
  conversation: string;
}

export const remind = (param: Where, json: ReminderWanted) => ask(() => of.reminders.$post({ param, json }));
export const tend = (param: Where, json: TendingWanted) => ask(() => of.tend.$post({ param, json }));
export const putCheckIn = (param: Where, json: CheckInWanted) => ask(() => of['check-in'].$put({ param, json }));
