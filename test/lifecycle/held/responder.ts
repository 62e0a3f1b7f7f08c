/** Sections 2 to 4: who answers, what a handoff is, why it fired. */
export const responder = {
  '2.1.1': [
    'domain/lifecycle/claiming.test.ts › the first responder › *',
    'domain/handoff-model.test.ts › keeps its invariants over 4000 runs',
  ],
  '2.1.2': [
    'domain/lifecycle/claiming.test.ts › the first responder › is told apart by person: taking over raises the turn, a second reply does not',
    'domain/handoff-model.test.ts › keeps its invariants over 4000 runs',
  ],
  '2.1.3': [
    'conversation/story.test.ts › the first responder is fenced › an answer that is being streamed when the customer asks for a person stops there, is kept and marked',
    'widget/delivery.test.ts › a streamed answer › of an older turn is not shown',
  ],
  '2.1.4': [
    'conversation/story.test.ts › the first responder is fenced › an answer that is being streamed when the customer asks for a person stops there, is kept and marked',
    'conversation/story.test.ts › the first responder is fenced › an answer is cut off by the person who takes over, and names them',
    'conversation/story.test.ts › the main story › two answers in a row that it was not sure of: the assistant asks for a person itself',
  ],
  '2.1.5': [
    'conversation/story.test.ts › the main story › asking for a person in words opens a handoff, and the assistant stays silent',
    'conversation/raising.test.ts › what a customer writes while waiting › *',
    'conversation/model.test.ts › any order of deeds, evictions, crashes and clock steps keeps the conversation whole',
  ],
  '2.1.6': [
    'conversation/story.test.ts › the first responder is fenced › an answer that is being streamed when the customer asks for a person stops there, is kept and marked',
    'conversation/model.test.ts › any order of deeds, evictions, crashes and clock steps keeps the conversation whole',
  ],
  '2.2': [
    'conversation/story.test.ts › the first responder is fenced › an interrupted answer is asked for once more; the second time a person is asked',
    'conversation/story.test.ts › the first responder is fenced › an answer that fails twice in a row opens the handoff with its own reason',
  ],
  '3.1.1': [
    'lifecycle/words.test.ts › the code says what the page says › of where a handoff stands',
    'domain/handoff-model.test.ts › keeps its invariants over 4000 runs',
  ],
  '3.1.2': [
    'domain/off-hours.test.ts › asked while the store is closed › is recorded ended, never pending, and the assistant stays first responder',
    'domain/lifecycle/asking.table.test.ts › a request off hours › *',
    'domain/lifecycle/asking.table.test.ts › a request that goes to an email destination › *',
    'conversation/destinations.test.ts › an email destination › is noted and never pending; the summary goes out with the customer’s address as reply-to',
  ],
  '3.2': [
    'lifecycle/words.test.ts › the code says what the page says › of how it ends',
    'domain/lifecycle/talking.table.test.ts › Ana ends › in "withAna"',
    'protocol/frames.test.ts › what else has a limit › an outcome that staff cannot set',
    'routes/settings-follow-ups.test.ts › follow-ups › lists what is owed and not settled since, newest first, and nothing of another store',
    'domain/lifecycle/talking.table.test.ts › Ana ends, and still owes something › in "withAna"',
  ],
  '3.3': [
    'domain/lifecycle/talking.table.test.ts › the customer cancels › in "pending"',
    'domain/lifecycle/talking.table.test.ts › the customer cancels › in "withAna"',
  ],
  '3.4': [
    'domain/lifecycle/deadlines.table.test.ts › "give_up" › in "pending"',
    'domain/off-hours.test.ts › closing time while somebody waits › where the team goes away it ends unanswered, with the away message',
  ],
  '3.5': [
    'domain/lifecycle/rating.test.ts › rating › of "abandoned" carries the source "abandoned"',
    'domain/lifecycle/deadlines.table.test.ts › "abandoned" › in "withAna"',
    'domain/lifecycle/deadlines.table.test.ts › "abandoned", where the store does not turn it on › *',
    'domain/lifecycle/deadlines.test.ts › a customer who has fallen silent › *',
    'conversation/gone.test.ts › a store that turns it on › ends a talk as abandoned after the customer’s silence, and asks how it was',
  ],
  '3.6': [
    'domain/off-hours.test.ts › asked while the store is closed › is recorded ended, never pending, and the assistant stays first responder',
  ],
  '3.7': [
    'domain/lifecycle/asking.table.test.ts › a request that goes to an email destination › *',
    'conversation/destinations.test.ts › an email destination › is noted and never pending; the summary goes out with the customer’s address as reply-to',
  ],
  '3.8': [
    'domain/lifecycle/claiming.test.ts › the record keeps every assignee in order, and the first reply',
    'conversation/record.test.ts › what history keeps of a handoff › *',
    'conversation/waited.test.ts › history keeps since when somebody waited last, whatever came after',
  ],
  '4.1.1': [
    'lifecycle/words.test.ts › the code says what the page says › of reasons',
    'domain/triggers.test.ts › asks for a person › *',
    'domain/triggers.test.ts › wants the money back › *',
    'domain/triggers.test.ts › complains › *',
    'domain/triggers.test.ts › goes higher › *',
    'domain/lifecycle/asking.test.ts › asking again › *',
    'conversation/story.test.ts › the main story › two answers in a row that it was not sure of: the assistant asks for a person itself',
    'conversation/story.test.ts › the first responder is fenced › an answer that fails twice in a row opens the handoff with its own reason',
    'conversation/offer.test.ts › a topic that the assistant cannot know › asks for a person at once, with its own reason',
    'conversation/destinations.test.ts › the store’s rules › can ask for a person by themselves',
    'domain/routing.test.ts › a rule that asks for a person by itself › *',
  ],
  '4.1.2': [
    'domain/reasons.test.ts › urgency of a reason › is urgent by default for a refund, a complaint and an escalation, and for nothing else',
    'domain/lifecycle/asking.test.ts › urgency › the rule says urgent',
    'domain/lifecycle/asking.test.ts › urgency › the rule says normal',
    "domain/lifecycle/asking.test.ts › urgency › follows the store's own list",
    'domain/routing.test.ts › of several rules › the first that matches says all: where to, and how urgent',
    'conversation/destinations.test.ts › the store’s rules › send by language and by the words that were said; without a match it is the whole store’s',
  ],
  '4.1.3': [
    'domain/lifecycle/asking.table.test.ts › a more urgent request › in "pending"',
    'conversation/raising.test.ts › what a customer writes while waiting › can raise the urgency, for the team and in the queue, and opens nothing anew',
    'desk/alerts.test.ts › the window › a more urgent reason that arrives while one waits is emailed',
  ],
  '4.2.1': [
    'conversation/story.test.ts › the main story › two answers in a row that it was not sure of: the assistant asks for a person itself',
    'conversation/offer.test.ts › a store where the assistant asks first › offers after the second answer that failed; a yes opens, with the question that was open',
    'conversation/offer.test.ts › a store where the assistant asks first › a no is respected until as many more answers fail',
    'conversation/offer.test.ts › a store where the assistant asks first › a no is respected until the customer asks',
    'domain/consent.test.ts › *',
  ],
  '4.2.2': [
    'conversation/off-hours.test.ts › asked while the store is closed › an assistant that is unsure promises nobody',
    'conversation/offer.test.ts › a store where the assistant asks first › outside hours offers to leave the question, and a yes leaves it',
  ],
} as const;
