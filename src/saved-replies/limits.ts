/** Of saved replies: how many a store has, and each person of it for themselves; characters of a text and of a short name. */
export const REPLIES = { shared: 300, own: 100, text: 2_000, name: 40, languages: 30 };
