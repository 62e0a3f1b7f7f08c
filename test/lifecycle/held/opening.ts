/** Section 5: opening one. */
export const opening = {
  '5.1': [
    'domain/routing.test.ts › *',
    'conversation/destinations.test.ts › the store’s rules › send by language and by the words that were said; without a match it is the whole store’s',
  ],
  '5.2.1': [
    'domain/lifecycle/asking.table.test.ts › request › in "assistant"',
    'conversation/story.test.ts › the main story › a customer asks, a person takes over, it ends well, with an eviction between any two steps',
  ],
  '5.2.2': [
    'conversation/story.test.ts › the main story › a customer asks, a person takes over, it ends well, with an eviction between any two steps',
    'desk/alerts.test.ts › six handoffs of one store at the same instant › over real sockets: one email a recipient; a seventh, urgent, one more; after the window the next one',
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › asks for a person; both dashboards show it within a second',
  ],
  '5.2.3': ['conversation/alone.test.ts › a handoff opens at once › *'],
  '5.3.1': [
    'domain/off-hours.test.ts › asked while the store is closed › is recorded ended, never pending, and the assistant stays first responder',
    'conversation/off-hours.test.ts › asked while the store is closed › no frame of any socket ever says waiting, at the desk neither, and the assistant goes on',
  ],
  '5.3.2': [
    'conversation/off-hours.test.ts › asked while the store is closed › no frame of any socket ever says waiting, at the desk neither, and the assistant goes on',
    'conversation/off-hours.test.ts › asked while the store is closed › a panel that was opened before the store closed, and forgotten by the object, is told so all the same',
    'browser/night.spec.ts › asked at night: the away message, when it opens by the reader’s own clock, and nobody seems to wait',
  ],
  '5.3.3': [
    'browser/night.spec.ts › asked at night: the away message, when it opens by the reader’s own clock, and nobody seems to wait',
    'conversation/off-hours.test.ts › asked while the store is closed › in the customer’s own language where the store has it, else in the store’s first',
    'conversation/off-hours.test.ts › asked while the store is closed › no frame of any socket ever says waiting, at the desk neither, and the assistant goes on',
    'browser/panel-email.spec.ts › asked at night, an address is left below the away message',
  ],
  '5.3.4': [
    'desk/off-hours.test.ts › a complaint at night is emailed at once, to everybody who is opted in; nothing else of that night is',
    'desk/off-hours.test.ts › where the store has switched that off, nobody is woken',
    'conversation/off-hours.test.ts › asked while the store is closed › no frame of any socket ever says waiting, at the desk neither, and the assistant goes on',
  ],
  '5.3.5': [
    'browser/night.spec.ts › asked at night: the away message, when it opens by the reader’s own clock, and nobody seems to wait',
    'routes/settings-follow-ups.test.ts › follow-ups › lists what is owed and not settled since, newest first, and nothing of another store',
  ],
  '5.3.6': [
    'domain/off-hours.test.ts › asked while the store is closed › a later request in the same closed period is added to the same record',
    'domain/off-hours.test.ts › asked while the store is closed › in another closed period it is another record',
    'domain/off-hours.test.ts › asked while the store is closed › an urgent one alerts at once, when it first becomes urgent, and once',
    'desk/off-hours.test.ts › a complaint at night is emailed at once, to everybody who is opted in; nothing else of that night is',
  ],
  '5.3.7': [
    'conversation/destinations.test.ts › an email destination › for off hours alone is used off hours alone',
    'domain/lifecycle/asking.table.test.ts › a request that goes to an email destination off hours › *',
  ],
  '5.4.1': [
    'domain/lifecycle/asking.table.test.ts › a request that goes to an email destination › *',
    'conversation/destinations.test.ts › an email destination › is noted and never pending; the summary goes out with the customer’s address as reply-to',
    'browser/panel-outcomes.spec.ts › a request that goes out by email is never waited for, and says when to expect an answer',
  ],
  '5.4.2': [
    'conversation/destinations.test.ts › an email destination › is noted and never pending; the summary goes out with the customer’s address as reply-to',
  ],
  '5.4.3': [
    'conversation/destinations.test.ts › an email destination › is noted and never pending; the summary goes out with the customer’s address as reply-to',
    'conversation/destinations.test.ts › an email destination › without an address it goes regardless, and asked again there is one more summary at most',
    'domain/lifecycle/follow-ups.test.ts › a request that went to an email destination › is sent at once where an address of the customer is known; else it waits two minutes for one',
    'browser/panel-outcomes.spec.ts › a request that goes out by email is never waited for, and says when to expect an answer',
  ],
  '5.4.4': [
    'domain/lifecycle/follow-ups.test.ts › a request that went to an email destination › asked again within the hour is the same, with one more summary at most',
    'domain/lifecycle/follow-ups.test.ts › a request that went to an email destination › asked again an hour later, or of another destination, is another',
    'conversation/destinations.test.ts › an email destination › without an address it goes regardless, and asked again there is one more summary at most',
  ],
  '5.5': [
    'domain/lifecycle/asking.table.test.ts › request › in "pending"',
    'domain/lifecycle/asking.table.test.ts › request › in "withAna"',
    'conversation/bad-input.test.ts › a frame that cannot be taken gets a typed error, changes nothing, and the connection stays › a frame for a state that does not allow it',
    'browser/asking.spec.ts › asking in words opens a handoff, and cancelling asks how it was › the same after a reload, and in a second tab',
  ],
  '5.6': [
    'conversation/destinations.test.ts › a store that offers no person › shows no button, says its own words to who asks, and records it',
    'browser/panel-outcomes.spec.ts › a store that offers no person has no button for one, and says so in its own words',
  ],
} as const;
