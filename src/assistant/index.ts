import type { Env } from '../env';
import type { Assistant } from './assistant';
import { phrasesFor } from './phrases';

/** The first responder of a store. What only answers need is loaded with the first question. */
export function assistantFor(env: Env, store: string): Assistant {
  return {
    async *answer(question) {
      const { catalogAssistant } = await import('./catalog/catalog');
      yield* catalogAssistant(env.DB, store).answer(question);
    },
    handoverWords: (lang) => phrasesFor(lang).handover,
    offerWords: (lang) => phrasesFor(lang).offer,
    offerQuestionWords: (lang) => phrasesFor(lang).offerQuestion,
  };
}
