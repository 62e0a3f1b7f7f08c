/** Sections 2 to 4: who answers, what a handoff is, why it fired. */
export const responder = {
  '2.1.1': [
    'domain/handoff.test.ts › the first responder › *',
    'domain/handoff-model.test.ts › the lifecycle, in any order › keeps its invariants over 4000 runs',
  ],
  '2.1.2': [
    'domain/handoff.test.ts › the first responder › is told apart by person: taking over raises the turn, a second reply does not',
    'domain/handoff-model.test.ts › the lifecycle, in any order › keeps its invariants over 4000 runs',
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
    'domain/handoff-model.test.ts › the lifecycle, in any order › keeps its invariants over 4000 runs',
  ],
  '3.1.2': [
    'domain/off-hours.test.ts › asked while the store is closed › is recorded ended, never pending, and the assistant stays first responder',
  ],
  '3.2': [
    'lifecycle/words.test.ts › the code says what the page says › of how it ends',
    'domain/handoff.test.ts › Ana ends › in "withAna"',
    'protocol/frames.test.ts › what else has a limit › an outcome that staff cannot set',
    'routes/settings-follow-ups.test.ts › follow-ups › lists what is owed and not settled since, newest first, and nothing of another store',
  ],
  '3.3': [
    'domain/handoff.test.ts › the customer cancels › in "pending"',
    'domain/handoff.test.ts › the customer cancels › in "withAna"',
  ],
  '3.4': [
    'domain/handoff.test.ts › the deadline "give_up" › in "pending"',
    'domain/off-hours.test.ts › closing time while somebody waits › where the team goes away it ends unanswered, with the away message',
  ],
  '3.5': ['domain/handoff.test.ts › rating › of "abandoned" carries the source "abandoned"'],
  '3.6': [
    'domain/off-hours.test.ts › asked while the store is closed › is recorded ended, never pending, and the assistant stays first responder',
  ],
  '3.7': [],
  '3.8': [
    'domain/handoff.test.ts › the record › keeps every assignee in order, and the first reply',
    'conversation/record.test.ts › what history keeps of a handoff › *',
  ],
  '4.1.1': [
    'lifecycle/words.test.ts › the code says what the page says › of reasons',
    'domain/triggers.test.ts › asks for a person › *',
    'domain/triggers.test.ts › wants the money back › *',
    'domain/triggers.test.ts › complains › *',
    'domain/triggers.test.ts › goes higher › *',
    'domain/handoff.test.ts › asking again › *',
    'conversation/story.test.ts › the main story › two answers in a row that it was not sure of: the assistant asks for a person itself',
    'conversation/story.test.ts › the first responder is fenced › an answer that fails twice in a row opens the handoff with its own reason',
  ],
  '4.1.2': [
    'domain/reasons.test.ts › urgency of a reason › is urgent by default for a refund, a complaint and an escalation, and for nothing else',
    'domain/handoff.test.ts › urgency › the rule says urgent',
    'domain/handoff.test.ts › urgency › the rule says normal',
    "domain/handoff.test.ts › urgency › follows the store's own list",
  ],
  '4.1.3': [
    'domain/handoff.test.ts › a more urgent request › in "pending"',
    'conversation/raising.test.ts › what a customer writes while waiting › can raise the urgency, for the team and in the queue, and opens nothing anew',
    'desk/alerts.test.ts › the window › a more urgent reason that arrives while one waits is emailed',
  ],
  '4.2.1': [
    'conversation/story.test.ts › the main story › two answers in a row that it was not sure of: the assistant asks for a person itself',
  ],
  '4.2.2': [
    'conversation/off-hours.test.ts › asked while the store is closed › an assistant that is unsure promises nobody',
  ],
} as const;
