import type { TOKEN_PREFIX as Prefix, SUBPROTOCOL as Subprotocol } from '../../src/protocol/common';
import type { GOT_EVERY as Every } from '../../src/protocol/window';

// Types only: these fail to compile when the wire moves on, and Node needs none of the Worker's modules to run this.
export const SUBPROTOCOL: typeof Subprotocol = 'baton.v1';
export const TOKEN_PREFIX: typeof Prefix = 'token.';
export const GOT_EVERY: typeof Every = 64;
