import type { CustomerFrame } from '../src/protocol/customer';

/**
 * What the launcher (in the shop's page) and the panel (an iframe from our origin) tell each other by `postMessage`.
 * Both sides check origin, source and shape; the target origin is always exact. The launcher knows ours from its own
 * `src`; the panel learns the shop's from the first message of its parent.
 */

/** Kept in the shop's own localStorage under `baton:KEY`. */
export interface Kept {
  /** The visitor's token. Never in a URL. */
  token?: string;
  /** A mark of whom the shop has signed in, where the token is theirs. */
  customer?: string | undefined;
  /** Whose `started`, `seen` and `peeked` these are. */
  conversation?: string;
  /** Something was said in this conversation: the panel may be loaded unseen, so that unread messages show. */
  started?: boolean;
  /** The newest place that the customer had on screen. */
  seen?: number;
  /** The newest place that peeked out beside the launcher. */
  peeked?: number;
  /** New messages are heard while the panel is not in sight: the customer's choice. */
  sound?: boolean;
  /** The store's, so that the next page shows them before the panel is loaded. */
  name?: string;
  accent?: string;
  /** Words beside the launcher's picture; the attribute goes before. */
  label?: string;
  /** The launcher's picture: `d` of a path in 32 × 32. */
  icon?: string;
  /** The page opens the chat by itself: no launcher. The attribute goes before. */
  hidden?: boolean;
}

/** An element: tag, attributes, children. */
export type Drawing = [tag: string, attributes: Record<string, string>, ...children: (Drawing | string)[]];

/** The whole situation, each time something of it changes. */
export interface ToPanel {
  baton: 'page';
  open: boolean;
  /** The panel is the whole screen. */
  full: boolean;
  /** The customer opened it just now: focus goes to "Message". */
  focus: boolean;
  /** Escape was pressed in the page: closes the peek, or the panel. */
  escaped: boolean;
  /** BCP 47, best first: the merchant's attribute, the page's, the browser's. */
  langs: string[];
  url: string;
  title: string;
  kept: Kept;
  /**
   * The shop's own token for the customer who is signed in (a JWT), as `Baton.identify` was given it on this page; never
   * kept in any storage. Null: signed out just now, and `kept` is what has to be forgotten. Missing: the page said nothing.
   */
  identity?: string | null;
  /** All that `Baton.set` was told on this page: the page's word, not verified. */
  shop?: Omit<CustomerFrame & { type: 'set' }, 'type'>;
  /** What `Baton.send` was given since the last time: said once, in the customer's name. */
  say?: string[];
  /** What this tab's customer wrote and nobody has acknowledged yet, as the panel gave it. */
  unsent?: unknown;
}

/**
 * From the panel too: the shop's token was not taken. `identity_expired`: the chat waits for another; `identity_refused`: it
 * goes on without; `signed_out`: it was signed out on this device, and the chat begins anew.
 */
export interface IdentityNews {
  baton: 'identity';
  is: 'identity_expired' | 'identity_refused' | 'signed_out';
}

/** All of it each time, so that nothing depends on what was said before. */
export interface FromPanel {
  baton: 'panel';
  kept: Kept;
  /**
   * Kept in the shop's sessionStorage: browsers that block other sites' storage leave the panel none of its own. Of one
   * tab, so that no other tab sends it too.
   */
  unsent: unknown;
  /** Words in the customer's language, and what is drawn beside the button (badge, relay mark, peek). */
  look: {
    title: string;
    open: string;
    close: string;
    beside: Drawing[];
    style: string;
    /** For the listeners of the shop's page. `last`: the newest message, once the conversation is known; `seq` 0 is none. */
    news?:
      | {
          unread: number;
          is: 'assistant' | 'waiting' | 'person';
          /** The person's. */
          name?: string;
          last?: { seq: number; from: 'customer' | 'assistant' | 'person'; at: number };
        }
      | undefined;
  };
  close?: boolean;
}
