import type { Language } from './trigger-words';

/**
 * The words by which customers ask for a person, for their money or for somebody higher, in languages whose requests are all
 * built alike. Alternatives stand apart by spaces, `_` joins words, `*` stands for any ending; accents and capitals do not
 * matter. An apostrophe is a space: "j_ai".
 */
export interface Vocabulary {
  /** Before a request, it means the opposite. */
  no: string;
  /** Holds such a word and turns nothing round: "why not …". */
  yes?: string;
  /** May stand between the words of a request. */
  link: string;
  /** Talk to … */
  talk: string;
  /** I want …, give me … */
  want: string;
  /** Connect me with … */
  connect: string;
  /** A person, beyond doubt. */
  person: string;
  /** A person where one talks to it or is connected with it. */
  team: string;
  /** A person only where one talks to it. */
  someone: string;
  /** What may stand beside a person in a message that says nothing else. */
  filler: string;
  boss: string;
  threat: string;
  /** I want …, give me … (money) */
  demand: string;
  money: string;
  /** A demand for money back by itself. */
  refund: string;
  complaint: string;
  /** A request by itself: "call me back", "no more robots". */
  request?: string;
  /** Makes a question about rules of what would be a demand. */
  asking: string;
  /** Rules out a request altogether. */
  never?: string;
  /** Longer words that are recognized with a slip of the finger. */
  typos?: string;
}

/** Verbs may stand at the end: "mit jemandem reden". */
const REQUEST = `
  <talk> <link>* <anyone>
  <want> <link>* <person>
  <connect> <link>* <called>
  <anyone> <link>* <talk>
  <called> <link>* <connect>
`;
const BARE = `^ <filler>* <person> (<filler>|<person>)* $`;
const ESCALATION = `
  (<talk>|<want>|<connect>) <link>* <boss>
  <boss> <link>* (<talk>|<connect>)
  <threat>
`;

export const byVocabulary = (all: Record<string, Vocabulary>): Record<string, Language> =>
  Object.fromEntries(Object.entries(all).map(([lang, vocabulary]) => [lang, languageOf(vocabulary)]));

function languageOf({ no, yes, never, asking, typos, request = '', ...classes }: Vocabulary): Language {
  const { person, team, someone, boss, threat, money, refund, complaint } = classes;
  return {
    contractions: 'apart',
    keys: [person, team, someone, boss, threat, money, refund, complaint, request].join(' '),
    classes: { ...classes, request, no, asking, never: never ?? '', yes: yes ?? '', anyone: `<person> <team> <someone>`, called: `<person> <team>` },
    no: '<no>',
    asks: '<asking>',
    ...(yes && { yes: '<yes>' }),
    ...(never && { never: '<never>' }),
    ...(typos && { typos: { words: typos, near: '', instead: '' } }),
    customer_request: `${REQUEST}${request && '<request>'}`,
    bare: BARE,
    refund: `<demand> <link>* <money>\n<refund>`,
    complaint: '<complaint>',
    escalation: ESCALATION,
  };
}
