import { room } from '../words';

/** Settings, Your notices: what the reader is told of, on which devices, and what an open dashboard sounds like. */
export const en = {
  title: 'Your notices',
  about: 'For you alone. While you are on duty and no dashboard is before you, your devices tell you.',
  toldOf: 'What you are told of',
  toldOfHint: 'For {store}. It takes effect at once.',
  levels: { all: 'All', urgent: 'Urgent only', none: 'None' },
  kinds: {
    waiting: 'Customers who wait',
    chats: 'Customers without a reply',
    transfers: 'Chats offered to you',
    mentions: 'Mentions',
    follow_ups: 'Follow-ups',
  },
  hints: {
    waiting: 'When they ask, and again when it takes long.',
    chats: 'Yours first, then everybody’s.',
    transfers: 'To you, or to a team of yours.',
    mentions: 'A colleague names you in a private note.',
    follow_ups: 'What falls due, and your reminders.',
  },

  quiet: 'Quiet hours',
  everyDay: 'Every day',
  quietHint: 'No notices and no sounds. Emails still come.',
  from: 'From',
  until: 'Until',
  quietFrom: 'Quiet from',
  quietUntil: 'Quiet until',
  urgentStill: 'Urgent ones all the same',
  urgentInQuiet: 'Urgent notices in quiet hours',

  soundsOf: 'Sounds of an open dashboard',
  sounds: 'Sounds',
  sound: { waiting: 'Somebody waits', message: 'Something new in your own chats' },
  soundHints: { waiting: 'Two tones; three where it is urgent.', message: 'One tone, also for mentions.' },
  soundNamed: 'Sound: {name}',

  yourDevices: 'Your devices',
  devicesHint: 'Also while Baton is closed. Signing out on a device ends it there.',
  thisDevice: 'This device',
  asksOnce: 'Your browser asks you once.',
  onThisDevice: 'Notices on this device',
  devices: 'Devices',
  sinceToday: 'Since today',
  since: 'Since {day}',
  test: 'Send me a test',
  testing: 'A test is on its way.',
  testStatus: 'Test',
  remove: 'Remove {name}',
  install:
    'First add Baton to your home screen: Share, then “Add to Home Screen”. Open it from there and come back here.',
  blocked: 'Your browser blocks notices from Baton. Allow them in its settings for this site, then reload this page.',
  unable: 'This browser cannot show notices while no page is open.',
  refused: 'Your browser does not let Baton show notices. Allow them in its settings for this site.',
  unreached: 'Your browser could not reach its push service. Please try again.',
} as const;

export const notices = room('notices', en);
