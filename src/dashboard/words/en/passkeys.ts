import { room } from '../words';

/** Signing in with what a device keeps. */
export const en = {
  title: 'Passkeys',
  about:
    'Sign in with your fingerprint, your face or your device’s code, without a link by email. A passkey counts as both steps: no code of an app is asked for.',
  add: 'Add a passkey',
  codeWhy: 'A passkey lets you in without a code, so one is asked for before it is added.',
  none: 'No passkey yet.',
  unnamed: 'Passkey',
  madeAndUsed: 'Added: {day} · Last used: {used}',
  made: 'Added: {day} · Not used yet',
  rename: 'Rename',
  renameOf: 'Rename {name}',
  name: 'Name',
  removeOf: 'Remove {name}',
  removeTitle: 'Remove {name}?',
  removeMeans:
    'It lets nobody in from then on. Where you are signed in you stay so; sign out there below. Delete it on your device too, or it goes on offering it.',
  lastWayIn:
    'It is your last way in: this server sends no email, so no link reaches you. Without it only the setup key lets an owner in.',
  added: '{name} was added.',
  renamed: 'Renamed.',
  removed: '{name} was removed.',
  notAdded: 'No passkey was added.',
  already: 'This device has a passkey of yours already.',
  unable: 'This device cannot keep a passkey. It needs a screen lock, or a password manager that keeps passkeys.',
  unsupported: 'This browser cannot make passkeys.',
  notFresh: 'You signed in more than a day ago. To add a passkey, <a>sign in once more</a>.',
  elsewhere: 'Passkeys work at <a>{address}</a>. Open the dashboard there to add one.',
} as const;

export const passkeys = room('passkeys', en);
