import type { Assistant } from '../src/assistant/assistant';
import { Conversation as Real } from '../src/conversation/conversation';
import { bot } from './conversation/bot';

/** The Worker under test: the real one, with a second first responder that tests can lead. */
export class Conversation extends Real {
  protected override assistant(store: string): Assistant {
    return store.startsWith('bot-') ? bot : super.assistant(store);
  }
}

export { Desk, default } from '../src/index';
