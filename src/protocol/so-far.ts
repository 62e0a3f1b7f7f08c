import type { SoFar } from './staff';

/** "What happened so far" in words: the card beside a chat and the mails to the team say the same of the same facts. */

export interface Fact {
  is: 'looked_for' | 'tried' | 'opened' | 'gave_up' | 'open_question';
  term: string;
  /** `seq`: the message that it is about; `url`: where it leads, as the assistant gave it. */
  lines: { text: string; seq: number; url?: string }[];
}

/** In the order of events; what there is nothing to tell of is left out. */
export function factsOf({ lookedFor, tried, opened = [], gaveUpAt, openQuestion }: Omit<SoFar, 'at'>): Fact[] {
  const facts: Fact[] = [
    { is: 'looked_for', term: 'Looked for', lines: lookedFor },
    { is: 'tried', term: 'Assistant tried', lines: tried.map((step) => ({ text: triedWords(step), seq: step.seq })) },
    { is: 'opened', term: 'Opened', lines: opened.map(({ title, url, seq }) => ({ text: title, url, seq })) },
    { is: 'gave_up', term: 'Gave up at', lines: gaveUpAt ? [{ text: sureWords(gaveUpAt), seq: gaveUpAt.seq }] : [] },
    { is: 'open_question', term: 'Open question', lines: openQuestion ? [openQuestion] : [] },
  ];
  return facts.filter(({ lines }) => lines.length > 0);
}

function triedWords({ what, titles }: SoFar['tried'][number]): string {
  const [first, second, third, ...more] = titles;
  const list = [first, second, third].filter(Boolean).join(', ') + (more.length > 0 ? ` and ${more.length} more` : '');
  if (what === 'products') return `Showed ${list}`;
  if (what === 'articles') return `Answered from “${list}”`;
  return 'Found nothing that fits';
}

const sureWords = ({ confidence }: NonNullable<SoFar['gaveUpAt']>): string => `${Math.round(confidence * 100)}% sure`;
