/** The pages before the dashboard. In three parts: what stands before a link, the link, and what follows it. */
type Linked = readonly [before: string, link: string, after: string];
const linked = (...parts: Linked): Linked => parts;

export const pages = {
  email: 'Email address',
  emailExample: 'you@example.com',
  badEmail: 'Enter an address like name@example.com.',
  noMail: linked(
    'Mail isn’t set up yet, so no link can be sent. The owner can sign in with the setup key on the ',
    'setup page',
    '.',
  ),

  signIn: 'Sign in',
  signInAbout: 'We’ll email you a link. There is no password.',
  sendLink: 'Email me a link',
  or: 'or',
  byPasskey: 'Sign in with a passkey',

  sent: 'Check your email',
  sentAbout: (minutes: number) => `Check your email. The link works once, for ${minutes} minutes.`,
  sentHint: linked(
    'Nothing there after a minute? Look at the spam folder, or ',
    'ask for a new link',
    '. Only people of a store’s team get one.',
  ),

  link: 'Sign in to Baton',
  linkAbout: 'One click, and you’re in.',
  linkUsed: 'This link was used',
  linkExpired: 'This link has run out',

  code: 'Enter your code',
  codeAbout: 'The six digits that your authenticator app shows now.',
  codeField: 'Code',
  codeHint:
    'Without your phone, enter one of your backup codes. Without those, ask an owner of your store to reset the second step.',

  setUp: 'Set up Baton',
  setUpAbout: 'Name your store and yourself. You can invite the team afterwards.',
  store: 'Store',
  name: 'Your name',
  createStore: 'Create store',
  asOwner: 'Sign in as the owner',
  asOwnerAbout: 'For when mail does not work. Everybody else signs in by email.',
  setupKey: 'Setup key',
  setupKeyHint: linked(
    'The setup key is the secret that you gave the Worker: ',
    'npx wrangler secret put SETUP_KEY',
    ', at least 16 characters.',
  ),
  fillIn: 'Please fill in every field. The email address looks like name@example.com.',
  wrongKey: 'That key and address don’t match an owner. Check both, and try again.',

  stop: 'Stop these emails?',
  stopAbout: 'This store’s alerts will no longer come to your email. You still see every chat in the dashboard.',
  unsubscribe: 'Unsubscribe',
  stopped: 'You’re unsubscribed',
  stoppedAbout: 'This store’s alerts no longer come to your email.',
  stoppedHint: linked('To get them again, turn them on under Settings, Your profile, in the ', 'dashboard', '.'),

  almost: 'Almost there',
  nothing: 'Nothing here',
  failed: 'That didn’t work',
  toDashboard: 'Go to the dashboard',
};
