import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModel } from 'ai';
import type { Env } from '../../env';
import { guardedFetch } from '../../outbound/fetch';
import type { Model } from '../model';

/** A store's model as the `ai` package asks it. Its address is looked at before each request. */
export async function languageModel(env: Env, model: Model): Promise<LanguageModel> {
  if (model.kind === 'workers_ai') {
    const { createWorkersAI } = await import('workers-ai-provider');
    return createWorkersAI({ binding: model.binding })(model.model);
  }
  const provider = createOpenAICompatible({
    name: 'store',
    baseURL: model.url.replace(/\/+$/, ''),
    ...(model.key && { apiKey: model.key }),
    includeUsage: true,
    fetch: (input, init) => guardedFetch(env, urlOf(input), init ?? {}),
  });
  return provider.chatModel(model.model);
}

const urlOf = (input: RequestInfo | URL): string =>
  typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
