import { room } from '../words';

/** A code after the sign-in link. */
export const en = {
  title: 'Second step when you sign in',
  about: 'After the link in your email, a code of an app on your phone.',
  on: 'On',
  off: 'Off',
  turnOn: 'Turn on',
  turnOff: 'Turn off',
  newCodes: 'New backup codes',
  scan: 'Scan this with an authenticator app, or type the key into it.',
  picture: 'QR code for your authenticator app',
  key: 'Key',
  code: 'Code',
  codeHint: 'The six digits that the app shows now.',
  anyCodeHint: 'The six digits that the app shows now, or a backup code.',
  offWhy: 'From then on the link in your email is enough.',
  codesTitle: 'Your backup codes',
  codesWhy: 'Each lets you in once, without your phone. They are shown only now: keep them where your phone is not.',
  copy: 'Copy',
  copied: 'Copied.',
  kept: 'I have kept them',
  reset: 'Reset second step',
  resetWhy:
    '{name} signs in by the link alone until they turn it on again. Do this only when you know that it is them who asks.',
  doReset: 'Reset',
} as const;

export const secondStep = room('secondStep', en);
