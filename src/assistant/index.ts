import type { Env } from '../env';
import { DEFAULT_SETTINGS, type StoreSettings } from '../settings/schema';
import type { Assistant } from './assistant';
import { builtInAnswer } from './built-in';
import { phrasesFor } from './phrases';

/** The first responder that a store chose. What only answers need is loaded with the first question. */
export function assistantFor(env: Env, { responder }: Pick<StoreSettings, 'responder'> = DEFAULT_SETTINGS): Assistant {
  return {
    async *answer(question) {
      if (responder === 'llm' && question.about && !question.instead) {
        const { modelAnswer } = await import('./llm/answer');
        yield* modelAnswer(env, question, question.about);
        return;
      }
      yield* builtInAnswer(env, question);
    },
    handoverWords: (lang) => phrasesFor(lang).handover,
    offerWords: (lang) => phrasesFor(lang).offer,
    offerQuestionWords: (lang) => phrasesFor(lang).offerQuestion,
  };
}
