/**
 * What the launcher (in the shop's page) and the panel (an iframe from our origin) tell each other by `postMessage`.
 * Both sides check origin, source and shape; the target origin is always exact. The launcher knows ours from its own
 * `src`; the panel learns the shop's from the first message of its parent.
 */

/** Kept in the shop's own localStorage under `baton:KEY`. */
export interface Kept {
  /** The visitor's token. Never in a URL. */
  token?: string;
  /** Whose `started`, `seen` and `peeked` these are. */
  conversation?: string;
  /** Something was said in this conversation: the panel may be loaded unseen, so that unread messages show. */
  started?: boolean;
  /** The newest place that the customer had on screen. */
  seen?: number;
  /** The newest place that peeked out beside the launcher. */
  peeked?: number;
  /** The store's, so that the next page shows them before the panel is loaded. */
  name?: string;
  accent?: string;
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
  /** What this tab's customer wrote and nobody has acknowledged yet, as the panel gave it. */
  unsent?: unknown;
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
  look: { title: string; open: string; close: string; beside: Drawing[]; style: string };
  close?: boolean;
}
