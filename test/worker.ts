import type { Assistant } from '../src/assistant/assistant';
import { Conversation as Real } from '../src/conversation/conversation';
import type { Env } from '../src/env';
import { bot } from './conversation/bot';
import { heard, overheard } from './conversation/calls';

/** The Worker under test: the real one, with a second first responder that tests can lead, and calls that leave a mark. */
export class Conversation extends Real {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, heard(env));
  }

  protected override assistant(store: string): Assistant {
    return store.startsWith('bot-') ? bot : super.assistant(store);
  }

  override webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): void {
    overheard(socket);
    super.webSocketMessage(socket, data);
  }
}

export { Desk, default } from '../src/index';
