import type { Asked } from './contract';
import { record } from './facts';
import type { Tell } from './news';

/** What `window.Baton` was asked, looked at before anybody acts on it: a shop's page may ask anything. */

const MOST_WORDS = 4_000;
/** Characters of a token, as the server takes it. */
const MOST_TOKEN = 4_096;

interface Actions {
  open(next: boolean | 'other'): void;
  say(words: string): void;
  facts(given: Record<string, unknown>): void;
  /** Null: signed out. */
  identify(token: string | null): void;
  shutdown(): void;
  warn(what: string): void;
}

export function calls(heard: Asked[], { open, say, facts, identify, shutdown, warn }: Actions): (asked: Asked) => void {
  return (asked) => {
    const [name, given] = asked;
    switch (name) {
      case 'open':
      case 'close':
        return open(name === 'open');
      case 'toggle':
        return open('other');
      case 'on':
        heard.push(asked);
        return;
      case 'set':
        return facts(record(given));
      case 'send': {
        const words = typeof given === 'string' ? given.trim() : '';
        return words && words.length <= MOST_WORDS ? say(words) : warn('send: a text of 1 to 4,000 characters');
      }
      case 'identify': {
        const { token } = record(given);
        const fits = token === null || (typeof token === 'string' && token !== '' && token.length <= MOST_TOKEN);
        return fits ? identify(token) : warn('identify: no token');
      }
      case 'shutdown':
        return shutdown();
      default:
        return warn(`there is no ${String(name).slice(0, 40)}`);
    }
  };
}

/** Tells the page's listeners. One's error is the page's own to see, and keeps nothing from the others. */
export const teller =
  (heard: readonly Asked[]): Tell =>
  (event, detail) => {
    for (const [, name, listener] of heard)
      if (name === event && typeof listener === 'function') queueMicrotask(() => listener(detail));
  };
