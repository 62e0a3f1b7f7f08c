import { room } from '../words';

/** Customers whom the shop's own server signs in. */
export const en = {
  title: 'Signed-in customers',
  about:
    'Your shop tells the chat who is signed in. They find their chat on every device, and your team sees a name that is verified. Everybody else stays anonymous, as now.',
  make: 'Make a secret',
  changed: 'Secret changed',
  made: 'Made. Copy the secret now: it is not shown again. It belongs on your server, never on a page.',
  madeNew: 'Made. Copy the new secret now: it is not shown again. The one before holds for another day.',
  beforeEnded: 'The secret before holds no longer. Whoever it signed in stays until their token ends, a day at most.',
  turnedOff: 'Turned off. Nobody can be signed in any more.',
  secret: 'Secret',
  setAt: 'Made: {day}, {time}. It is shown only once.',
  beforeUntil: 'The one before it holds until {day}, {time}.',
  makeNew: 'Make a new one',
  endBefore: 'End the one before now',
  turnOff: 'Turn off',
  turnOffTitle: 'Turn off signed-in customers?',
  turnOffText:
    'Nobody can be signed in any more. Who is signed in now stays so until their token ends, a day at most. What was said is kept.',
  onServer: 'On your server',
  onServerAbout:
    'Sign a short-lived token (JWT, HS256) for whoever is signed in, for an hour as here, for a day at most. Only put an address into it that you have verified.',
  language: 'Language',
  program: 'Program',
  onPage: 'On your pages',
  onPageAbout: 'Give it to the chat on each page, and say when somebody signs out: the device then forgets their chat.',
  line: 'Line',
  check: 'Check a token',
  checkAbout: 'What it says, or why it is not taken. Customers are told neither.',
  token: 'Token',
  checkIt: 'Check',
  good: 'Good until {day}, {time}: customer {sub}, name {name}, email {email}.',
  none: 'none',
  why: {
    no_secret: 'There is no secret yet, so no token is taken.',
    unreadable: 'This is no JSON Web Token.',
    algorithm: 'It is not signed with HS256.',
    audience: '“aud” is not the key of this store.',
    signature: 'It is signed with another secret.',
    claims:
      '“sub” (up to 128 characters) or “exp” is missing, or “name” (up to 80) or “email” is not what it should be.',
    too_long: '“exp” is more than a day ahead.',
    early: '“nbf” or “iat” lies in the future.',
    expired: 'It has run out.',
  },
} as const;

export const words = room('identity', en);
