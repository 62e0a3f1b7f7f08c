import type { Env } from '../env';
import type { AnswerPart, Question } from './assistant';

/** The built-in assistant's answer: also where a store's own first responder cannot. Loaded with the first question. */
export async function* builtInAnswer(env: Env, question: Question): AsyncGenerator<AnswerPart> {
  const { catalogAssistant } = await import('./catalog/catalog');
  for await (const part of catalogAssistant(env.DB, question.store).answer(question)) {
    yield part.type === 'done' ? { ...part, by: 'catalog' } : part;
  }
}
