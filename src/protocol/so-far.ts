import type { SoFar } from './staff';

/** "What happened so far" in words: the card beside a chat and the mails to the team say the same of the same facts. */

export interface Fact {
  is: 'looked_for' | 'tried' | 'opened' | 'gave_up' | 'open_question';
  term: string;
  /** `seq`: the message that it is about; `url`: where it leads, as the assistant gave it. */
  lines: { text: string; seq: number; url?: string }[];
}

/** What is said of them. Mails and the dashboard say it in their reader's language, hooks in English. */
export interface FactWords {
  term(is: Fact['is']): string;
  showed(titles: string): string;
  answeredFrom(titles: string): string;
  foundNothing(): string;
  andMore(titles: string, n: number): string;
  /** @param confidence 0–1 */
  sure(confidence: number): string;
}

const TERMS: Record<Fact['is'], string> = {
  looked_for: 'Looked for',
  tried: 'Assistant tried',
  opened: 'Opened',
  gave_up: 'Gave up at',
  open_question: 'Open question',
};

export const IN_ENGLISH: FactWords = {
  term: (is) => TERMS[is],
  showed: (titles) => `Showed ${titles}`,
  answeredFrom: (titles) => `Answered from “${titles}”`,
  foundNothing: () => 'Found nothing that fits',
  andMore: (titles, n) => `${titles} and ${n} more`,
  sure: (confidence) => `${Math.round(confidence * 100)}% sure`,
};

/** In the order of events; what there is nothing to tell of is left out. */
export function factsOf(soFar: Omit<SoFar, 'at'>, words: FactWords): Fact[] {
  const { lookedFor, tried, opened = [], gaveUpAt, openQuestion } = soFar;
  const fact = (is: Fact['is'], lines: Fact['lines']): Fact => ({ is, term: words.term(is), lines });
  const sure = gaveUpAt ? [{ text: words.sure(gaveUpAt.confidence), seq: gaveUpAt.seq }] : [];
  return [
    fact('looked_for', lookedFor),
    fact(
      'tried',
      tried.map((step) => ({ text: triedWords(step, words), seq: step.seq })),
    ),
    fact(
      'opened',
      opened.map(({ title, url, seq }) => ({ text: title, url, seq })),
    ),
    fact('gave_up', sure),
    fact('open_question', openQuestion ? [openQuestion] : []),
  ].filter(({ lines }) => lines.length > 0);
}

function triedWords({ what, titles }: SoFar['tried'][number], words: FactWords): string {
  const three = titles.slice(0, 3).filter(Boolean).join(', ');
  const list = titles.length > 3 ? words.andMore(three, titles.length - 3) : three;
  if (what === 'products') return words.showed(list);
  return what === 'articles' ? words.answeredFrom(list) : words.foundNothing();
}
