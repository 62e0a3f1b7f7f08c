/** The Worker under test: the real one. */
export { Conversation, Desk, default } from '../src/index';
