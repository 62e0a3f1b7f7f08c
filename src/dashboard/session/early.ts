import { recall } from '../parts/remember';
import { getTicket } from './api';
import { connect } from './wire';

/**
 * The first row of the inbox comes from the desk. Its ticket is asked for beside the session, its socket opened before the
 * page is drawn, and whatever can wait does, so that the row waits for two answers in a row and no more.
 */

export const DESK = '/staff/desk/socket';
/** A socket that nobody wanted by then, because another store was opened. */
const UNWANTED = 20_000;
/** What waits for the first rows waits no longer than this. */
const PATIENCE = 2_000;

let early: { store: string; socket: Promise<WebSocket | null> } | null = null;

/** Begins with the store of the address, or the one that was open last. */
export function beginEarly(): void {
  const store = /^\/dashboard\/([\w-]{1,64})\//.exec(location.pathname)?.[1] ?? recall('store');
  if (!store) return;
  const socket = getTicket(store).then((answer) => (answer.ok ? connect(DESK, answer.value.ticket) : null));
  const mine = { store, socket };
  early = mine;
  setTimeout(() => {
    if (early !== mine) return;
    early = null;
    void socket.then((unwanted) => unwanted?.close(1000));
  }, UNWANTED);
}

/** The desk's socket, where it was begun for this store. Once: whoever takes it has it. */
export async function earlySocket(store: string): Promise<WebSocket | null> {
  const begun = early;
  if (begun?.store !== store) return null;
  early = null;
  return begun.socket;
}

let shown = (): void => {};
/** Resolves with the first rows. */
export const firstRows = new Promise<void>((resolve) => {
  shown = resolve;
  setTimeout(resolve, PATIENCE);
});
export const rowsAreShown = (): void => shown();
