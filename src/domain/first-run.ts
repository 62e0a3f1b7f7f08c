/** The five steps of a new store, and which of them are still to be done. */

export const FIRST_STEPS = ['name', 'hours', 'knowledge', 'script', 'try'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** What shows by itself that a step is done. */
export interface FirstFacts {
  /** The store was given another name than it was set up with. */
  renamed: boolean;
  /** Its hours were saved. */
  hoursSaved: boolean;
  /** It has a product or an article. */
  knows: boolean;
  /** Somebody who is not played has opened the chat on a page of the shop, and written. */
  seenOnSite: boolean;
  tried: boolean;
}

/** What somebody says of a step that no fact shows: it is right as it is, or the store does not need it. */
export const FIRST_MARKS = ['right', 'not_needed'] as const;
export type FirstMark = (typeof FIRST_MARKS)[number];
export type FirstMarks = Readonly<Partial<Record<FirstStep, FirstMark>>>;

export interface FirstRun {
  steps: { step: FirstStep; is: 'done' | 'not_needed' | 'open' }[];
  /** Nothing is open any more. */
  isOver: boolean;
}

/** A fact counts more than what somebody said. */
export function firstRun(facts: FirstFacts, marks: FirstMarks): FirstRun {
  const shown: Record<FirstStep, boolean> = {
    name: facts.renamed,
    hours: facts.hoursSaved,
    knowledge: facts.knows,
    script: facts.seenOnSite,
    try: facts.tried,
  };
  const steps = FIRST_STEPS.map((step) => {
    const is = shown[step] || marks[step] === 'right' ? 'done' : marks[step] === 'not_needed' ? 'not_needed' : 'open';
    return { step, is } as const;
  });
  return { steps, isOver: steps.every(({ is }) => is !== 'open') };
}
