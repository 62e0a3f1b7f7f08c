/**
 * What a shop's own scripts may ask of the chat, as `window.Baton`. Every call may be made before the script tag's file is
 * there: `(window.Baton ||= []).push(['open'])` waits in the array, which the file then reads and replaces.
 */

/** What stands in the customer's cart. `value` and `price` in major units (79.8) of `currency` (ISO 4217). */
export interface Cart {
  value: number;
  currency: string;
  items?: { title: string; quantity?: number; price?: number; url?: string }[];
}

export interface Order {
  number: string;
  status?: string;
  value?: number;
  currency?: string;
  url?: string;
}

/**
 * What the page knows of its customer: staff see it marked as not verified. What is given replaces what was said before,
 * null takes it away, and what is left out stays. Not kept: say it again on each page. 4 KB in all.
 */
export interface Facts {
  cart?: Cart | null;
  order?: Order | null;
  /** Where the customer is, when the address bar does not tell. Null: the page's own address and title again. */
  page?: { url?: string; title?: string } | null;
  /** At most 20; names of up to 40 characters, texts of up to 200. */
  properties?: Record<string, string | number | boolean> | null;
  /** At most 20, of up to 40 characters. */
  tags?: string[] | null;
}

export interface Events {
  /** The chat takes calls. Comes once to each listener, also to one that is late. */
  ready: undefined;
  open: undefined;
  close: undefined;
  /** How many messages the customer has not seen. */
  unread: { count: number };
  /** Who answers now; `name` is the person's. */
  handoff: { is: 'assistant' | 'waiting' | 'person'; name?: string };
  /**
   * The token given to `identify` was not taken: it has run out or was signed out here, so that another is needed, or it is
   * none that the store's secret signed, and the chat goes on without.
   */
  identity: { is: 'identity_expired' | 'identity_refused' | 'signed_out' };
  /** There is a new message. Its words stay in the chat: a page carries other people's scripts too. */
  message: { from: 'customer' | 'assistant' | 'person'; at: number };
}

export interface Baton {
  open(): void;
  close(): void;
  toggle(): void;
  /**
   * Who is signed in at the shop: a short-lived JWT that the shop's server has signed, given again on each page. Null:
   * nobody is; where somebody was signed in, the device forgets their conversation.
   */
  identify(who: { token: string | null }): void;
  set(facts: Facts): void;
  /** Opens the chat and says it in the customer's name. */
  send(text: string): void;
  /** @returns takes the listener off again */
  on<E extends keyof Events>(event: E, listener: (detail: Events[E]) => void): () => void;
  /** Forgets the conversation on this device, and takes the chat off the page. */
  shutdown(): void;
  /** Calls by name, as they wait in an array before the file is there: `['send', 'Hello']`. */
  push(...calls: Call[]): void;
}

type Named<K extends keyof Baton> = { [N in K]: [name: N, ...args: Parameters<Baton[N]>] }[K];
/** What waits for the part that does it. */
export type Asked = Named<'open' | 'close' | 'toggle' | 'identify' | 'set' | 'send' | 'shutdown'>;
type Call = Asked | [name: 'on', event: keyof Events, listener: (detail: never) => void];

declare global {
  interface Window {
    /** An array that calls wait in, until the file is there. */
    Baton?: Pick<Baton, 'push'> & Partial<Baton>;
  }
}
