import { room } from '../words';

/** Settings, Team and alerts: people, teams, and who is emailed. */
export const en = {
  title: 'Team and alerts',
  about: 'Who answers for {store}, and how they hear that somebody waits.',
  invite: 'Invite',
  sendInvitation: 'Send invitation',
  invited: '{name} gets an email with a sign-in link.',
  invitedOnly:
    '{name} belongs to the team now, but no email could be sent. They can ask for a link on the sign-in page.',
  name: 'Name',
  email: 'Email',
  role: 'Role',
  roleHint: 'Members answer customers. Admins also change settings and invite.',

  team: 'Team',
  person: 'Person',
  teams: 'Teams',
  duty: 'Duty',
  more: 'More',
  moreFor: 'More for {name}',
  you: '{name} (you)',
  noTeam: 'No team',
  leaveStore: 'Leave this store',

  leave: 'Leave',
  leaveName: 'Leave {store}',
  removeName: 'Remove {name}',
  leaveMeans:
    'You will no longer see the chats of {store}. An owner or admin can invite you again. Chats with a customer who waits for a reply go back to the queue.',
  removeMeans:
    '{name} will no longer see the chats of {store}, from this moment on. Chats with a customer who waits for a reply go back to the queue.',

  teamsAbout: 'For chats that not everybody can answer: pass one on to a team, or let a rule send requests there.',
  addTeam: 'Add team',
  changeTeam: 'Change team',
  add: 'Add',
  change: 'Change',
  teamsChanged: 'Teams changed',
  nobodyYet: 'Nobody belongs to it yet.',
  noTeams: 'No teams yet. Every request reaches the whole store.',
  isSaved: '{name} is saved.',
  isRemoved: '{name} is removed.',
  removeTeam: 'Remove {name}?',
  staysHint: 'Its people stay in the store.',
  staysRules: {
    one: 'Its people stay in the store. {n} rule under “Where requests go” sends requests to it: these then reach the whole store.',
    other:
      'Its people stay in the store. {n} rules under “Where requests go” send requests to it: these then reach the whole store.',
  },
  exists: 'There is a team with this name already.',
  example: 'Returns',
  people: 'People',

  alerts: 'Your email alerts',
  alertsAbout: 'When a customer needs help, store by store. The same switch is behind “Unsubscribe” in every email.',
  alertsHint: 'The first email goes out at once, then none for five minutes. Urgent ones always go out.',
  byStore: 'Email alerts by store',
  alertsFor: 'Email alerts for {store}',
  nobodyTold: 'Nobody is told',
  nobodyGets:
    '<b>Nobody gets this store’s alerts by email.</b> A customer who waits is only seen by those who look at the dashboard.',
  unsent: 'Alerts that could not be sent',
  onItsWay: 'On its way. What fails again comes back here.',
  parked: {
    one: '<b>One alert could not be sent.</b> To {to}, {when}',
    other: '<b>{n} alerts could not be sent.</b> The last to {to}, {when}',
  },
  parkedWhy: {
    one: '<b>One alert could not be sent.</b> To {to}, {when}: {why}',
    other: '<b>{n} alerts could not be sent.</b> The last to {to}, {when}: {why}',
  },
  why: {
    notSetUp: 'Mail is not set up',
    refused: 'The mail service refused it',
    noAnswer: 'No answer in 24 hours',
  },
  whyPlain: '{why}.',
  whyStatus: '{why} ({status}).',
} as const;

export const team = room('team', en);
