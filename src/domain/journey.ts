/**
 * "What happened so far": the journey of a customer with the assistant before a handoff, from facts that were recorded
 * while it happened. Pure, and always the same for the same entries, so it is derived and never stored.
 */

export interface Step {
  seq: number;
  from: 'customer' | 'assistant' | 'staff' | 'event';
  text: string;
  /** Only the assistant's. */
  facts: { confidence: number; sure: boolean; products: { title: string }[]; articles: { title: string }[] } | null;
  /** Of what it showed: where the customer went. */
  opened?: readonly { title: string; url: string }[];
}

export interface Journey {
  lookedFor: { text: string; seq: number }[];
  tried: { what: 'products' | 'articles' | 'nothing'; titles: string[]; seq: number }[];
  opened: { title: string; url: string; seq: number }[];
  gaveUpAt: { seq: number; confidence: number } | null;
  openQuestion: { text: string; seq: number } | null;
}

const MOST = 3;

/**
 * @param steps what was written since the last handoff ended and before this one opened, oldest first
 * @param trigger the words that asked for a person: they are the request, not the question behind it
 */
export function journey(steps: readonly Step[], trigger: string): Journey {
  const questions = steps.filter((step) => step.from === 'customer');
  const answers = steps.filter((step) => step.from === 'assistant');
  const isRequest = (step: Step) => trigger !== '' && step.text === trigger;

  const unsure = answers.findLast((answer) => answer.facts !== null && !answer.facts.sure);
  const answered = (question: Step) => steps.find((step) => step.from === 'assistant' && step.seq > question.seq);
  const foundSomething = questions.filter(
    (question) => (answered(question)?.facts?.sure ?? false) && !isRequest(question),
  );

  const asked = questions.filter((question) => !isRequest(question));
  const stillOpen = asked.findLast((question) => !(answered(question)?.facts?.sure ?? false));
  const openQuestion = stillOpen ?? asked.at(-1) ?? questions.at(-1) ?? null;

  return {
    lookedFor: (foundSomething.length > 0 ? foundSomething : asked)
      .slice(-MOST)
      .map(({ text, seq }) => ({ text, seq })),
    tried: answers.slice(-MOST).map((answer) => {
      const products = answer.facts?.products.map((p) => p.title) ?? [];
      const articles = answer.facts?.articles.map((a) => a.title) ?? [];
      if (products.length > 0) return { what: 'products', titles: products, seq: answer.seq };
      if (articles.length > 0) return { what: 'articles', titles: articles, seq: answer.seq };
      return { what: 'nothing', titles: [], seq: answer.seq };
    }),
    opened: answers
      .flatMap(({ seq, opened = [] }) => opened.map(({ title, url }) => ({ title, url, seq })))
      .slice(-MOST),
    gaveUpAt: unsure?.facts ? { seq: unsure.seq, confidence: unsure.facts.confidence } : null,
    openQuestion: openQuestion ? { text: openQuestion.text, seq: openQuestion.seq } : null,
  };
}
