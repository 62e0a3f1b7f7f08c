import { room } from '../words';

/** Settings, What customers see. */
export const en = {
  title: 'What customers see',
  about: 'How {store} shows itself in the chat.',
  needsName: 'The team needs a name.',
  whoAnswers: 'Who answers',
  firstName: 'First name',
  firstNameMeans: '“Ana joined the chat.” Never a last name.',
  team: 'The team',
  teamMeans: '“{team} joined the chat.” No names at all.',
  support: 'Support',
  teamName: 'The team’s name',
  talking: 'Talking to a person',
  on: 'On',
  onMeans: 'Customers have the button “Talk to a person”.',
  off: 'Off',
  offMeans: 'No button. Whoever asks all the same reads your words, and stands under Follow-ups.',
  readWhenAsking: 'What customers read when they ask',
} as const;

export const customersSee = room('customersSee', en);
