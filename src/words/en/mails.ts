/** Mails that let somebody of the staff in. */
export const mails = {
  signIn: {
    subject: 'Sign in to Baton',
    hello: (name: string) => `Hello ${name}.`,
    about: 'This takes you to your chats.',
    once: (minutes: number) => `The link works once, for ${minutes} minutes.`,
    button: 'Sign in',
    unasked: 'You did not ask for this? Then nothing happens, and you can delete this email.',
  },
  passkeyAdded: {
    subject: 'A passkey was added to your account',
    about: (passkey: string) => `From now on “${passkey}” lets you into Baton, without a link or a code.`,
    button: 'Open the dashboard',
    notYou: 'This was not you? Remove it under Settings, Your profile, and sign out everywhere else there.',
  },
  invitation: {
    subject: (by: string, store: string) => `${by} invited you to ${store}`,
    preview: (by: string) => `${by} invited you to answer customers’ chats.`,
    heading: (store: string) => `Join ${store}`,
    about: (by: string, store: string) => `${by} invited you to answer the customers of ${store}.`,
    once: (days: number) =>
      `The link works once, for ${days} days. After that you can ask for a new one on the sign-in page.`,
    why: (by: string, store: string) => `You get this because ${by} added this address to the team of ${store}.`,
  },
};
