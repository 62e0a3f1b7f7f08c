import { batch } from '@preact/signals';
import type { IdentityNews, ToPanel } from '../handshake';
import { begun, connection, door, draft, queue, state, trouble } from './chat';
import { home, keep, kept, unsentBefore } from './host';
import type { Session } from './session';

/**
 * What only a customer meets whom the shop has signed in: no part of the first load. It stands in the door from the first
 * word of the shop's page about it.
 */

const openSession = door.open;
/** The shop's token, as its page gave it. */
let said: string | undefined;
/** One that was not taken: the chat goes on without it. */
let bad: string | undefined;

/** With each word of the shop's page. */
export function heard({ identity, kept: { token } }: ToPanel): void {
  door.open = sessionAs;
  if (identity === null) return farewell(token);
  if (identity === said) return;
  said = identity;
  door.anew = true;
  if (!begun) return;
  connection.stop();
  connection.start();
}

/** A session as whom the shop's page says, which may say something else while it is asked for. */
async function sessionAs(store: string, token: string | undefined): Promise<Session> {
  const asked = said;
  door.anew = false;
  const session = await openSession(store, token, false, asked === bad ? undefined : asked);
  if (asked !== said) return sessionAs(store, token);
  if (session.ok) {
    welcome(session.answer.customer);
    return session;
  }
  const { code } = session;
  if (code !== 'identity_expired' && code !== 'identity_refused' && code !== 'signed_out') return session;
  parent.postMessage({ baton: 'identity', is: code } satisfies IdentityNews, home);
  if (code === 'identity_expired') {
    // The page is asked for another. Where there is nothing to look at meanwhile, the customer may load it again.
    if (!state.peek()) trouble.value = 'unsupported_version';
    return { ok: false, code: 'offline' };
  }
  bad = asked;
  return sessionAs(store, code === 'signed_out' ? undefined : token);
}

/** What somebody else left unsent here is not this customer's. */
function welcome(customer: string | undefined): void {
  const before = kept.peek().customer;
  if (before === customer) return;
  batch(() => {
    if (before) {
      if (Array.isArray(unsentBefore)) unsentBefore.length = 0;
      queue.value = [];
      draft.value = '';
    }
    keep({ customer });
  });
}

/** The customer has signed out at the shop: what was opened on this device is closed for good. @param token the last one */
function farewell(token: string | undefined): void {
  connection.stop();
  if (!token) return;
  const headers = { authorization: `Bearer ${token}` };
  // The shop's page may be on its way to the next one.
  void fetch('/widget/sign-out', { method: 'POST', headers, keepalive: true }).catch(() => {});
}
