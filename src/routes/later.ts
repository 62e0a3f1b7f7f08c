import { Hono } from 'hono';
import { type InStore, ofStore, signedIn } from '../accounts/access';
import { isConversationOf } from '../accounts/ids';
import { conversationStub } from '../conversation/door';
import { staffTarget } from '../conversation/frames/target';
import type { StaffActor, StaffRef } from '../domain/actor';
import type { Command } from '../domain/command';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { CheckInWanted, ReminderWanted, TendingWanted } from '../protocol/later';
import { json, smallBody } from './valid';

/** What staff see to later, for everybody of the store. Typed for `hc<LaterApi>('/')`. */
export const later = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/conversations/:conversation')
  .post('/reminders', signedIn, ofStore, smallBody, json(ReminderWanted), async (c) => {
    const actor = c.get('actor');
    const { at, line, owner: id } = c.req.valid('json');
    const owner = await colleague(c.env, actor, id);
    await carryOut(c.env, actor, c.req.param('conversation'), { do: 'remind', staff: refOf(actor), owner, at, line });
    return c.json({ set: true as const }, 201);
  })
  .post('/tend', signedIn, ofStore, smallBody, json(TendingWanted), async (c) => {
    const actor = c.get('actor');
    const { of, as } = c.req.valid('json');
    const resolved =
      as.is === 'given' ? { ...as, to: as.to === null ? null : await colleague(c.env, actor, as.to) } : as;
    const command = { do: 'tend', staff: refOf(actor), of, as: resolved } as const;
    await carryOut(c.env, actor, c.req.param('conversation'), command);
    return c.json({ done: true as const });
  })
  .put('/check-in', signedIn, ofStore, smallBody, json(CheckInWanted), async (c) => {
    const actor = c.get('actor');
    const { handoff, plan } = c.req.valid('json');
    const command = { do: 'check_in', staff: refOf(actor), handoff, plan } as const;
    await carryOut(c.env, actor, c.req.param('conversation'), command);
    return c.json({ planned: plan !== null });
  });

const refOf = ({ id, name }: InStore['Variables']['actor']): StaffRef => ({ id, name });

/** Somebody of the actor's store. @throws Refusal `not_found` */
async function colleague(env: Env, { store }: StaffActor, id: string): Promise<StaffRef> {
  const found = await staffTarget(env.DB, store, { kind: 'person', id });
  if (found?.kind !== 'person') throw new Refusal('not_found');
  return found.staff;
}

async function carryOut(
  env: Env,
  { store }: StaffActor,
  conversation: string,
  command: Command & { do: 'remind' | 'tend' | 'check_in' },
): Promise<void> {
  if (!(await isConversationOf(store, conversation))) throw new Refusal('not_found');
  const result = await conversationStub(env, store, conversation).tend(command);
  if (!result.ok) throw new Refusal(result.code);
}

export type LaterApi = typeof later;
