/** Section 7: claiming, and the talk. */
export const talk = {
  '7.1.1': [
    'domain/handoff.test.ts › Ana claims what she sees as waiting › in "pending"',
    'domain/handoff.test.ts › Dele claims what he sees as waiting › in "pending"',
    'routes/sockets.test.ts › a conversation of another store, and one that nobody has',
  ],
  '7.1.2': [
    'domain/handoff.test.ts › claims that were sent at the same instant › of a waiting chat: the first wins, the other reads by whom it was taken',
    'conversation/story.test.ts › the main story › a customer asks, a person takes over, it ends well, with an eviction between any two steps',
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › both take over at once: one has it, the other reads so',
  ],
  '7.1.3': [
    'conversation/story.test.ts › the main story › claim and cancel at the same instant: one wins, and the other side sees the true state',
    'domain/handoff.test.ts › claims that were sent at the same instant › and a cancel: who meant to stop waiting when somebody has just come sees that, and the talk goes on',
    'domain/handoff.test.ts › claims that were sent at the same instant › and a cancel: the claim that comes second reads that it is over',
  ],
  '7.1.4': [
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › both take over at once: one has it, the other reads so',
  ],
  '7.2.1': [
    'conversation/bad-input.test.ts › staff who send on a stale view are shown what they had not seen › a reply to a pending handoff claims it, and one into a chat with the assistant takes it over',
    'domain/handoff.test.ts › Ana replies › in "pending"',
  ],
  '7.2.2': [
    'conversation/bad-input.test.ts › staff who send on a stale view are shown what they had not seen › a reply to a pending handoff claims it, and one into a chat with the assistant takes it over',
    'domain/handoff.test.ts › Ana replies › in "assistant"',
  ],
  '7.2.3': [
    'domain/handoff.test.ts › Dele replies › in "withAna"',
    'conversation/story.test.ts › the main story › a customer asks, a person takes over, it ends well, with an eviction between any two steps',
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › both take over at once: one has it, the other reads so',
  ],
  '7.3': [
    'domain/handoff.test.ts › Dele releases › in "withAna"',
    'domain/handoff.test.ts › Dele ends › in "withAna"',
    'domain/handoff.test.ts › Dele takes over from Ana › in "withAna"',
    'domain/handoff-model.test.ts › the lifecycle, in any order › keeps its invariants over 4000 runs',
  ],
  '7.4': [
    'conversation/privacy.test.ts › of a staff member the customer learns the first name only, however they come and go',
  ],
  '7.5.1': [
    'browser/picking-up.spec.ts › on picking up: the reason, then what happened so far, then every word',
    'browser/asking.spec.ts › two answers that the assistant is not sure of open one',
    'domain/journey.test.ts › what happened so far › *',
  ],
  '7.5.2': [
    'browser/picking-up.spec.ts › on picking up: the reason, then what happened so far, then every word › what the assistant wrote stands in the log only, apart from the facts',
  ],
  '7.5.3': [
    'browser/picking-up.spec.ts › on picking up: the reason, then what happened so far, then every word › below is all that was said, in order',
  ],
  '7.6.1': [],
  '7.6.2': [],
  '7.6.3': [],
  '7.6.4': [],
  '7.7': [
    'conversation/privacy.test.ts › a private note never reaches the customer: not as text, not as typing, not as a gap in the numbers',
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › a private note stays private: neither it nor its typing reaches the customer',
    'conversation/model.test.ts › any order of deeds, evictions, crashes and clock steps keeps the conversation whole',
  ],
  '7.8': [
    'domain/handoff.test.ts › Ana releases › in "withAna"',
    'conversation/privacy.test.ts › of a staff member the customer learns the first name only, however they come and go',
  ],
  '7.9.1': [],
  '7.9.2': [],
  '7.10': [
    'conversation/bad-input.test.ts › staff who send on a stale view are shown what they had not seen › nothing goes out until they say so',
    'browser/picking-up.spec.ts › after a cut line staff find what came meanwhile, once, before anything of theirs goes out',
  ],
  '7.11.1': [],
  '7.11.2': [],
  '7.11.3': [],
  '7.11.4': [],
} as const;
