/** What knowledge may be in size: held where files are read, and again by the Worker. */

export const LIMITS = {
  id: 100,
  title: 300,
  description: 5_000,
  short: 200,
  url: 2_000,
  details: 60,
  article: 200_000,
};
export const PASSAGES = 400;
/** What a request may carry: chunks stay far from the Worker's limits of memory and processor time. */
export const CHUNK = { rows: 100, characters: 120_000, gone: 1_000 };
/** How many sources a store can have. */
export const MOST_SOURCES = 50;
/** What is written in the dashboard. */
export const ANSWERS = { most: 500, question: 300, answer: 2_000, others: 5 };
