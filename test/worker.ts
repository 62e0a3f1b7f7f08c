import type { Assistant } from '../src/assistant/assistant';
import type { Env } from '../src/env';
import index from '../src/index';
import type { StoreSettings } from '../src/settings/schema';
import { countedBindings } from './bench/bill/bindings';
import { count } from './bench/bill/meter';
import { CountedConversation } from './bench/bill/objects';
import { bot } from './conversation/bot';
import { heard, overheard } from './conversation/calls';

/**
 * The Worker under test: the real one, with a second first responder that tests can lead, calls that leave a mark, and a
 * meter that a test can start.
 */
export class Conversation extends CountedConversation {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, heard(env));
  }

  protected override assistant(store: string, settings: StoreSettings): Assistant {
    return store.startsWith('bot-') ? bot : super.assistant(store, settings);
  }

  override webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): void {
    overheard(socket);
    super.webSocketMessage(socket, data);
  }
}

export { CountedDesk as Desk } from './bench/bill/objects';

export default {
  fetch(request: Request, env: Env, ctx: ExecutionContext): Response | Promise<Response> {
    count('worker', 'requests', request.method);
    return index.fetch(request, countedBindings(env), ctx);
  },
};
