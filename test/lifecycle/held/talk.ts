/** Section 7: claiming, and the talk. */
export const talk = {
  '7.1.1': [
    'domain/lifecycle/claiming.table.test.ts › Ana Petrova claims what they see as waiting › in "pending"',
    'domain/lifecycle/claiming.table.test.ts › Dele Okafor claims what they see as waiting › in "pending"',
    'routes/sockets.test.ts › a conversation of another store, and one that nobody has',
  ],
  '7.1.2': [
    'domain/lifecycle/claiming.test.ts › claims that were sent at the same instant › of a waiting chat: the first wins, the other reads by whom it was taken',
    'conversation/story.test.ts › the main story › a customer asks, a person takes over, it ends well, with an eviction between any two steps',
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › both take over at once: one has it, the other reads so',
  ],
  '7.1.3': [
    'conversation/story.test.ts › the main story › claim and cancel at the same instant: one wins, and the other side sees the true state',
    'domain/lifecycle/claiming.test.ts › claims that were sent at the same instant › and a cancel: who meant to stop waiting when somebody has just come sees that, and the talk goes on',
    'domain/lifecycle/claiming.test.ts › claims that were sent at the same instant › and a cancel: the claim that comes second reads that it is over',
  ],
  '7.1.4': [
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › both take over at once: one has it, the other reads so',
  ],
  '7.2.1': [
    'conversation/bad-input.test.ts › staff who send on a stale view are shown what they had not seen › a reply to a pending handoff claims it, and one into a chat with the assistant takes it over',
    'domain/lifecycle/claiming.table.test.ts › Ana replies › in "pending"',
  ],
  '7.2.2': [
    'conversation/bad-input.test.ts › staff who send on a stale view are shown what they had not seen › a reply to a pending handoff claims it, and one into a chat with the assistant takes it over',
    'domain/lifecycle/claiming.table.test.ts › Ana replies › in "assistant"',
  ],
  '7.2.3': [
    'domain/lifecycle/claiming.table.test.ts › Dele replies › in "withAna"',
    'conversation/story.test.ts › the main story › a customer asks, a person takes over, it ends well, with an eviction between any two steps',
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › both take over at once: one has it, the other reads so',
    'conversation/transfer.test.ts › a transfer › is taken by simply replying, by whom it was offered to and nobody else',
  ],
  '7.3': [
    'domain/lifecycle/talking.table.test.ts › Dele releases › in "withAna"',
    'domain/lifecycle/talking.table.test.ts › Dele ends › in "withAna"',
    'domain/lifecycle/claiming.table.test.ts › Dele takes over from Ana › in "withAna"',
    'domain/handoff-model.test.ts › keeps its invariants over 4000 runs',
    'domain/lifecycle/talking.table.test.ts › Dele offers it › in "withAna"',
    'conversation/transfer.test.ts › a transfer › is withdrawn by its sender only',
  ],
  '7.4': [
    'conversation/privacy.test.ts › of a staff member the customer learns the first name only, however they come and go',
    'conversation/destinations.test.ts › what customers see of staff › can be the team’s name only',
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
  '7.6.1': [
    'conversation/transfer.test.ts › a transfer › leaves the sender first responder until it is taken, and the customer knows nothing of it',
    'conversation/transfer.test.ts › a transfer › goes to a team of the store, and to nobody outside it',
    'browser/transfer.spec.ts › a chat is passed on to a colleague with a note, who takes over; the customer reads of it, and not the note › Dele is told, finds it marked, and reads the note',
    'browser/transfer.spec.ts › a chat is passed on to a colleague with a note, who takes over; the customer reads of it, and not the note › and takes over',
    'browser/transfer.spec.ts › a team is offered a chat: those who belong to it are told, and nobody else',
  ],
  '7.6.2': [
    'browser/transfer.spec.ts › a chat is passed on to a colleague with a note, who takes over; the customer reads of it, and not the note › somebody off duty: a warning first',
  ],
  '7.6.3': [
    'domain/lifecycle/transfer.test.ts › a chat that is offered › stays with whoever offered it, who goes on answering',
    'domain/lifecycle/transfer.test.ts › a chat that is offered › and withdrawn is as if it had not been',
    'domain/lifecycle/transfer.test.ts › a chat that is offered › ends when the customer cancels',
    'conversation/transfer.test.ts › a transfer › leaves the sender first responder until it is taken, and the customer knows nothing of it',
    'conversation/transfer.test.ts › a transfer › is withdrawn by its sender only',
    'conversation/transfer.test.ts › a transfer › ends with the customer’s cancelling',
    'browser/transfer.spec.ts › a chat is passed on to a colleague with a note, who takes over; the customer reads of it, and not the note › until it is taken, Ana stays',
    'browser/transfer.spec.ts › an offer is taken back, and ends where the customer leaves',
  ],
  '7.6.4': [
    'domain/lifecycle/transfer.test.ts › a chat that is offered › that nobody takes goes back after two minutes, and not before',
    'domain/lifecycle/transfer.test.ts › a chat that is offered › is pending again where whoever offered it has gone, and keeps its place',
    'conversation/transfer.test.ts › a transfer › not taken in time it stays with the sender, who is told; over an eviction too',
    'conversation/transfer.test.ts › a transfer › not taken in time and the sender gone, it is pending again',
    'dashboard/attention.test.ts › an offer › that nobody took in time comes back to its sender, on duty or not',
  ],
  '7.7': [
    'conversation/privacy.test.ts › a private note never reaches the customer: not as text, not as typing, not as a gap in the numbers',
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › a private note stays private: neither it nor its typing reaches the customer',
    'conversation/model.test.ts › any order of deeds, evictions, crashes and clock steps keeps the conversation whole',
    'conversation/customer-mail.test.ts › a reply to a customer who has left › carries no private note',
    'conversation/transfer.test.ts › a transfer › leaves the sender first responder until it is taken, and the customer knows nothing of it',
    'assistant/handed-back.test.ts › the private note is never said, whole or in part',
    'browser/typing.spec.ts › a colleague sees who composes a reply; of a private note in the making nobody sees anything',
  ],
  '7.8': [
    'domain/lifecycle/talking.table.test.ts › Ana releases › in "withAna"',
    'conversation/privacy.test.ts › of a staff member the customer learns the first name only, however they come and go',
  ],
  '7.9.1': [
    'domain/lifecycle/deadlines.table.test.ts › "gone" › *',
    'domain/lifecycle/deadlines.table.test.ts › "gone", where the customer waits for nothing › *',
    'domain/lifecycle/deadlines.test.ts › a customer who waits for a reply › is pending again when whoever has the chat has been gone for two minutes',
    'conversation/gone.test.ts › the staff member is gone › *',
  ],
  '7.9.2': [
    'domain/lifecycle/deadlines.test.ts › a customer who waits for a reply › their assignee is told after five minutes and the desk after ten, once for each unanswered message',
    'conversation/gone.test.ts › a message that stands unanswered › *',
    'dashboard/attention.test.ts › a customer without a reply › *',
  ],
  '7.10': [
    'conversation/bad-input.test.ts › staff who send on a stale view are shown what they had not seen › nothing goes out until they say so',
    'browser/picking-up.spec.ts › after a cut line staff find what came meanwhile, once, before anything of theirs goes out',
  ],
  '7.11.1': [
    'conversation/customer-mail.test.ts › a reply to a customer who has left › is emailed after 90 seconds: what staff wrote, and never the customer’s own words',
    'conversation/customer-mail.test.ts › a reply to a customer who has left › is one email a burst, and the next burst is another',
    'conversation/customer-mail.test.ts › a reply to a customer who has left › is none if they have read it by then, or are here',
    'conversation/customer-mail.test.ts › a reply to a customer who has left › is sent once, the same each time, however often the mail API fails',
    'browser/mail.spec.ts › whoever left reads the answer in their mailbox, and their own answer stands in the chat',
  ],
  '7.11.2': [
    'conversation/customer-mail.test.ts › an answer by email › lands in the same conversation, once, and confirms the address',
    'routes/mail-story.test.ts › Ana’s words follow Mira home, and Mira’s answer comes back into the chat',
    'routes/mail-in.test.ts › an answer lands in the one conversation that its address belongs to',
    'routes/mail-reply-address.test.ts › leads to the one conversation it was made for, each time',
    'browser/mail.spec.ts › whoever left reads the answer in their mailbox, and their own answer stands in the chat › by any mail program',
    'browser/panel-outcomes.spec.ts › what the customer answers by email stands in the panel, and says so',
  ],
  '7.11.3': [
    'routes/mail-customer.test.ts › Anonymous chat used as an email cannon with the attacker’s text (Zendesk 2025): an address that was only typed reads what staff wrote',
    'conversation/customer-mail.test.ts › a reply to a customer who has left › is emailed after 90 seconds: what staff wrote, and never the customer’s own words',
    'conversation/customer-mail.test.ts › an address › typing one sends nothing to it: the chat is no cannon',
    'conversation/customer-mail.test.ts › an answer by email › lands in the same conversation, once, and confirms the address',
    'conversation/customer-mail.test.ts › an answer by email › from another address is shown as such and confirms nothing',
    'conversation/customer-mail.test.ts › a click › on the link confirms the address that it was sent to, and no other',
    'routes/mail-story.test.ts › a click confirms the address, and another one ends the mails',
  ],
  '7.11.4': [
    'routes/mail-caps.test.ts › an address gets six a day, from whatever store and network',
    'routes/mail-caps.test.ts › from a network twenty an hour go out, to whatever address',
    'routes/mail-caps.test.ts › a store sends two hundred an hour, and another store is not held back by it',
    'conversation/customer-mail.test.ts › a reply to a customer who has left › to one address is capped a day: further ones are held, and staff see it',
    'routes/mail-held.test.ts › a reply by email is held › *',
  ],
} as const;
