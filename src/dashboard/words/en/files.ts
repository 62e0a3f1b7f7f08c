import { room } from '../words';

/** Photos and files that go with a reply, and those of a message. */
export const en = {
  add: 'Add photos or files',
  toSend: 'Files to send',
  list: 'Photos and files',
  remove: 'Remove {name}',
  cancel: 'Cancel {name}',
  again: 'Try {name} again',
  ready: '{name} is ready to send.',
  drop: 'Drop photos and files here',
  most: { other: 'A reply takes up to {n} files.' },
  failed: 'Could not be sent.',
} as const;

export const files = room('files', en);
