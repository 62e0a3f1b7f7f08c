import type { CustomerActor, StaffActor } from '../domain/actor';
import type { Env } from '../env';

/** How a verified actor travels from the Worker to an object. Nobody else can reach an object, so this is not signed. */
export const ACTOR_HEADER = 'x-baton-actor';

/** One object a conversation; the store's id is part of its name, so another store's token cannot address it. */
export const conversationStub = (env: Env, store: string, conversation: string) =>
  env.CONVERSATION.get(env.CONVERSATION.idFromName(`${store}/${conversation}`));

/**
 * Hands a WebSocket upgrade of a verified actor to the conversation.
 * @param subprotocol what the answer names as `Sec-WebSocket-Protocol` (never the token)
 */
export function openConversation(
  env: Env,
  request: Request,
  actor: CustomerActor | StaffActor,
  conversation: string,
): Promise<Response> {
  const headers = new Headers({ upgrade: 'websocket', [ACTOR_HEADER]: encodeURIComponent(JSON.stringify(actor)) });
  headers.set('x-baton-conversation', conversation);
  return conversationStub(env, actor.store, conversation).fetch(new Request(request.url, { headers }));
}
