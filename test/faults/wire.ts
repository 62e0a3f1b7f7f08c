import type { TOKEN_PREFIX as Prefix, SUBPROTOCOL as Subprotocol } from '../../src/protocol/common';

// Types only: these fail to compile when the wire moves on, and Node needs none of the Worker's modules to run this.
export const SUBPROTOCOL: typeof Subprotocol = 'baton.v1';
export const TOKEN_PREFIX: typeof Prefix = 'token.';
