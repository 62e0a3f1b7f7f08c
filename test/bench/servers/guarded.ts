/** The Worker as it is deployed, with all its limits. */
export { Conversation, Desk, default } from '../../../src/index';
