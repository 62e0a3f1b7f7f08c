import type { Language } from './trigger-words';
import { UPSET } from './trigger-words-upset';

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
  /** Makes a question about rules of what would be a demand. */
  asking: string;
  /** Rules out a request altogether. */
  never?: string;
  /** My, before a boss. */
  mine?: string;
  /** Said after a request, it means the opposite. */
  after?: string;
  /** Longer words that are recognized with a slip of the finger. */
  typos?: string;
}

/** The words of anger, and what else a request may rest on. */
export interface Upset {
  /** A request by itself: "call me back". */
  request: string;
  bot: string;
  /** It is not the first time. */
  again: string;
  /** Very … disappointed */
  very: string;
  upset: string;
  /** Awful … service */
  awful: string;
  service: string;
  /** Arrived … broken */
  arrived: string;
  spoilt: string;
  /** Got … the wrong one */
  got: string;
  wrong: string;
  /** The driver … was rude */
  staff: string;
  rude: string;
  /** A bad review, which somebody will write. */
  review: string;
}

/** Verbs may stand at the end: "mit jemandem reden". */
const REQUEST = `
  <talk> <link>* <anyone>
  <want> <link>* <person>
  <connect> <link>* <called>
  <anyone> <link>* <talk>
  <called> <link>* <connect>
  <no> ..4 <talk> ..3 <bot>
  <no> ..2 <link>* <bot> <talk>
  <request>
`;
const BARE = `^ <filler>* <person> (<filler>|<person>)* $`;
const ESCALATION = `
  (<talk>|<want>|<connect>) <link>* <boss>
  <boss> <link>* (<talk>|<connect>)
`;
const THREAT = `
  <threat>
  <review>
`;
const COMPLAINT = `
  <complaint>
  <very>+ ..1 <upset>
  <upset> <very>
  <awful> <link>* <service>
  <service> ..2 <awful>
  <arrived> ..3 <spoilt>
  <spoilt> ..2 <arrived>
  <got> ..3 <wrong>
  <wrong> ..2 <got>
  <staff> ..3 <rude>
`;

export const byVocabulary = (all: Record<string, Vocabulary>): Record<string, Language> =>
  Object.fromEntries(
    Object.entries(all).flatMap(([lang, words]) =>
      UPSET[lang] ? [[lang, languageOf({ ...words, ...UPSET[lang] })]] : [],
    ),
  );

function languageOf({ no, yes, never, asking, typos, again, mine, after, ...classes }: Vocabulary & Upset): Language {
  const { person, team, someone, boss, threat, money, refund, complaint, request, bot } = classes;
  const { upset, service, spoilt, wrong, rude, review } = classes;
  return {
    contractions: 'apart',
    keys: [
      person,
      team,
      someone,
      boss,
      threat,
      money,
      refund,
      complaint,
      request,
      bot,
      again,
      upset,
      service,
      spoilt,
      wrong,
      rude,
      review,
    ].join(' '),
    classes: {
      ...classes,
      again,
      no,
      asking,
      never: never ?? '',
      yes: yes ?? '',
      anyone: `<person> <team> <someone>`,
      called: `<person> <team>`,
    },
    no: '<no>',
    asks: '<asking>',
    ...(mine && { mine: `(${mine.split(' ').join('|')}) $` }),
    after: after ?? '^ <no> <link>* <talk>',
    ...(yes && { yes: '<yes>' }),
    ...(never && { never: '<never>' }),
    ...(typos && { typos: { words: typos, near: '', instead: '' } }),
    customer_request: REQUEST,
    again: '<again>',
    bare: BARE,
    refund: '<demand> <link>* <money>',
    complaint: '',
    escalation: ESCALATION,
    stated: { refund: '<refund>', complaint: COMPLAINT, escalation: THREAT },
  };
}
