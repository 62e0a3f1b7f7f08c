import type { ModelAnswer } from './model-api';

/** What a model that behaves answers. */

export const searches = (query: string, tool = 'search_products'): ModelAnswer => ({
  calls: [{ name: tool, input: { query } }],
});

export const says = (text: string, answered: Record<string, unknown> = {}): ModelAnswer => ({
  text: text.split(/(?<= )/),
  calls: [
    {
      name: 'answered',
      input: { basis: 'knowledge', confidence: 0.9, products: [], articles: [], ...answered },
    },
  ],
});
