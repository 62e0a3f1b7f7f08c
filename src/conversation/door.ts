import * as v from 'valibot';
import { type Actor, ROLES } from '../domain/actor';
import type { Env } from '../env';
import type { CustomerMessage } from '../protocol/customer';
import { VerifiedCustomer } from '../protocol/verified';

/** How a verified actor travels from the Worker to an object. Nobody else can reach an object, so this is not signed. */
const ACTOR = 'x-baton-actor';
const CONVERSATION = 'x-baton-conversation';

const VerifiedActor = v.variant('type', [
  v.object({
    type: v.literal('customer'),
    store: v.string(),
    conversation: v.string(),
    visitor: v.optional(v.string()),
    network: v.optional(v.string()),
    device: v.optional(v.string()),
    test: v.optional(v.string()),
    signedIn: v.optional(v.object({ ...VerifiedCustomer.entries, device: v.string() })),
  }),
  v.object({
    type: v.literal('staff'),
    store: v.string(),
    id: v.string(),
    name: v.string(),
    role: v.picklist(ROLES),
    session: v.optional(v.string()),
  }),
]);

/** One object a conversation; the store's id is part of its name, so another store's token cannot address it. */
export const conversationStub = (env: Env, store: string, conversation: string) =>
  env.CONVERSATION.get(env.CONVERSATION.idFromName(`${store}/${conversation}`));

/** The upgrade request that an object gets: nothing of the outside's headers, only who it is. */
export function upgradeFor(request: Request, actor: Actor): Request {
  // Names may hold any character, headers may not.
  const headers = { upgrade: 'websocket', [ACTOR]: encodeURIComponent(JSON.stringify(actor)) };
  return new Request(request.url, { headers });
}

/** Hands a WebSocket upgrade of a verified actor to the conversation. */
export function openConversation(env: Env, request: Request, actor: Actor, conversation: string): Promise<Response> {
  const upgrade = upgradeFor(request, actor);
  upgrade.headers.set(CONVERSATION, conversation);
  return conversationStub(env, actor.store, conversation).fetch(upgrade);
}

/** What its customer may read of it; null where nothing was ever said. */
export const readConversation = (env: Env, store: string, conversation: string): Promise<CustomerMessage[] | null> =>
  conversationStub(env, store, conversation).forCustomer();

/** Who the Worker says it is; null for anything that is no upgrade of a verified actor. */
export function actorOf(request: Request): Actor | null {
  const header = request.headers.get(ACTOR);
  if (!header || request.headers.get('upgrade') !== 'websocket') return null;
  const parsed = v.safeParse(VerifiedActor, JSON.parse(decodeURIComponent(header)));
  return parsed.success ? parsed.output : null;
}

export const conversationOf = (request: Request): string | null => request.headers.get(CONVERSATION);
