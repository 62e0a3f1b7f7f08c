import { room } from '../words';

/** Adding a store to those that the reader has. */
export const en = {
  add: 'Add a store',
  addIt: 'Add store',
  about: 'It gets customers, knowledge, people and a script tag of its own. You are its owner.',
  name: 'Name',
  nameHint: 'Customers read it at the top of the chat and in emails.',
  nameMissing: 'Give the store a name.',
  language: 'First language',
  languageHint: 'The language of your own words; the chat itself speaks 14.',
  zone: 'Time zone',
  zoneHint: 'It is {time} there now. The hours come next.',
} as const;

export const stores = room('stores', en);
