import { room } from '../words';

/** Settings, Assistant: who answers first, the model, the store's own bot. */
export const en = {
  title: 'Assistant',
  about: 'Who answers customers first, and when a person is asked for.',
  answersFirst: 'Who answers first',
  responders: { catalog: 'The built-in assistant', llm: 'A language model', webhook: 'Your own bot' },
  responderMeans: {
    catalog:
      'Answers from your products and help articles by search alone. Needs nothing, costs nothing, tells nobody else anything. Follows rules by words; other instructions need a model.',
    llm: 'Answers in whole sentences from the same products and articles, and follows your instructions. Needs a model, which costs money by use; what customers write goes to it.',
    webhook: 'A program of yours answers, and asks for a person itself. Needs somebody who writes and runs it.',
  },
  cannot: 'When it cannot answer',
  unsure: { hand_over: 'Hand over', offer: 'Ask first' },
  unsureMeans: {
    hand_over: 'It asks for a person by itself.',
    offer: '“Shall I get somebody?” A no holds until the customer asks, or it is unsure again.',
  },
  patience: 'How patient it is',
  patienceList: 'How patient the assistant is',
  unsureAnswers: 'Unsure answers in a row',
  unsureAnswersHint: 'After so many it hands over, or asks first.',
  quiet: 'Quiet after a person',
  quietHint: 'In so many of the customer’s next messages it does not ask for a person on its own.',
  yourInstructions: 'Your instructions',
  forModel: 'What the model should do beside answering. Nobody else reads them.',
  forBuiltIn:
    'A language model follows them as a whole. The built-in assistant looks for words only: below stands what can become a rule.',
  instructions: 'Instructions',
  example: 'Hand over when somebody asks about a bulk order, or sounds upset about delivery.',
  instructionsHint:
    'Up to {most} characters. Cards and addresses that are not in your catalogue never reach customers.',
  canFollow: 'What the built-in assistant can follow',
  makeRule: 'Make it a rule',
  needsModel: 'Needs a language model: the built-in assistant does not follow it.',
  ruleNever: 'As a rule: messages that say “{words}” open no handoff.',
  ruleAsks: 'As a rule: messages that say “{words}” ask for a person.',
  aboutOrder: 'Questions about an order',
  orderLink: 'Where customers see how far their order is',
  orderHint:
    '“Where is my order?” is answered with this link, and by a person when it is asked again. Empty: by a person at once.',
  botTakes: 'How long the bot may take',
  answersWithin: 'Answers within',
  answersWithinHint: 'After that a person is asked for.',

  mayUse: 'What the model may use',
  limit: 'Limit what it uses a day',
  limited: 'Above it the built-in assistant answers until tomorrow.',
  unlimited: 'Off: whatever customers ask goes to the model, and is paid for.',
  tokensADay: 'Tokens a day',
  tokensHint: 'A short answer uses 2,000 to 4,000.',
  at: '{day} at {time}',
  moment: 'One moment…',
  saved: 'Saved.',
  made: 'Made. Copy it now: it is not shown again.',

  model: 'The model',
  modelAbout:
    'Any server that speaks OpenAI’s chat completions, or Workers AI. Until one is saved, the built-in assistant answers.',
  limitReached: 'The daily limit was reached at {time}. The built-in assistant answers until tomorrow.',
  used: { one: 'Used today: {n} tokens.', other: 'Used today: {n} tokens.' },
  usedOf: { other: 'Used today: {n} of {limit} tokens.' },
  runs: 'Where it runs',
  server: 'A server with an address',
  address: 'Address',
  modelName: 'Model',
  key: 'Key',
  keySealed: 'Kept sealed, and never shown again.',
  keySet: 'Set {when}. Leave it empty to keep it. Another server needs it anew.',
  saveModel: 'Save model',
  tryIt: 'Try it',

  bot: 'Your bot',
  botAbout:
    'Every message of a customer goes to its address, signed by Standard Webhooks. It takes it at once, and answers through the API. The README shows a bot of 40 lines. Until all three are set, the built-in assistant answers.',
  secret: 'Signing secret',
  secretHint: 'Your bot checks calls with it. After a new one is made, both sign for a day.',
  botKey: 'Bot key',
  botKeyHint: 'Your bot answers with it. A new one replaces it at once.',
  notMade: '{what} Not made yet.',
  madeAt: '{what} Made {when}.',
  make: 'Make a {what}',
  makeNew: 'Make a new {what}',
  sendTest: 'Send a test',
  saveAddress: 'Save address',
  failures: 'Last failures',
  failure: '{at} {why} A person was asked for.',
  dayAndTime: '{day}, {time}',
  why: {
    no_answer: 'It could not be reached, or did not answer within 5 seconds.',
    status: 'It answered with an error ({status}).',
    refused_address: 'Its address could not be called.',
    late: 'It took the message, and never answered it.',
  },
} as const;

export const assistant = room('assistant', en);
