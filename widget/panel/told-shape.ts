import type { ToPanel } from '../handshake';

/** What the shop's page may say beside its situation. The server looks at it again. */

const MOST = 20;
const MOST_WORDS = 4_000;

export const factsOf = (said: unknown): ToPanel['shop'] =>
  typeof said === 'object' && said !== null && !Array.isArray(said) ? said : undefined;

export const wordsOf = (said: unknown): string[] =>
  Array.isArray(said)
    ? said.slice(0, MOST).filter((text): text is string => typeof text === 'string' && text.length <= MOST_WORDS)
    : [];
