import { room } from '../words';

/** Passing a chat on, and ending it. */
export const en = {
  transferChat: 'Transfer chat',
  search: 'Search people and teams',
  peopleAndTeams: 'People and teams',
  nobodyElse: 'Nobody else belongs to this store yet.',
  noneSuch: 'Nobody of this name.',
  comesBack: '<b>{warning}</b> If nobody takes it in time, it comes back to you.',
  comesBackWithin: { other: '<b>{warning}</b> If nobody takes it within {n}\u00a0min, it comes back to you.' },
  noteHint: 'Only the new handler and your team see this.',
  speaks: '{detail}, speaks {language}',
  onDutyAway: 'On duty, away',
  onDutyChats: { one: 'On duty, {n} chat', other: 'On duty, {n} chats' },
  offDuty: '{name} is off duty.',
  away: '{name} is on duty, but not here right now.',
  teamOnDuty: { other: '{n} on duty' },
  teamNobody: 'Nobody on duty',
  teamAway: 'Nobody in {team} is here right now.',
  teamOff: 'Nobody in {team} is on duty.',

  keepTalking: 'Keep talking',
  outcome: 'Outcome',
  resolved: '{name} has what they asked for.',
  escalated: 'It went upward, to someone outside this chat.',
  follow_up: 'Something is still owed.',
  endingNoteHint: 'For your team. {name} does not see it.',
  askLater: 'Ask later whether all is well',
  reads: '{name} reads, in {language}',
} as const;

export const passingOn = room('passingOn', en);
