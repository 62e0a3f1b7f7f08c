import { room } from '../words';

/** API keys: what a store's own programs get in by. */
export const en = {
  title: 'API keys',
  about:
    'Your own programs get in by a key: for an import every night, or to read what was said. The README shows how.',
  add: 'Make a key',
  none: 'No keys yet. No program gets in.',
  changed: 'Keys changed',
  made: 'Made. Copy the key now: it is not shown again.',
  revoked: '{name} is revoked. It opens nothing any more.',
  key: 'Key',
  name: 'Name',
  may: 'What it may do',
  by: 'Made by',
  used: 'Last used',
  never: 'Never',
  revoke: 'Revoke',
  madeBy: '{who}, {day}',
  revokeOf: 'Revoke {name}',
  scopes: { knowledge: 'Import knowledge', conversations: 'Read conversations' },
  means: {
    knowledge: 'Products and articles: what the assistant knows.',
    conversations: 'Everything that was said, private notes included, and what came of it.',
  },
  dialog: 'Make a key',
  make: 'Make',
  pickOne: 'Choose at least one.',
  example: 'Nightly feed',
  revokeTitle: 'Revoke {name}?',
  revokeText: 'Programs that use it do not get in any more, from this moment on.',
} as const;

export const words = room('apiKeys', en);
