/** Sections 0 and 1: the page itself, and its words. A word is held by what shows its meaning. */
export const page = {
  '0.1.1': ['lifecycle/table.test.ts › the table of sentences › has every sentence: with tests, or open with a reason'],
  '0.1.2': ['lifecycle/words.test.ts › the code says what the page says › *'],
  '0.1.3': [
    'lifecycle/words.test.ts › what stands in brackets › *',
    'dashboard/numbers.test.ts › every number of the settings has its field',
    'lifecycle/settings.test.ts › what a store changes › *',
    'browser/settings-pages.spec.ts › chats, the assistant and what customers see are set on their pages, and one page leaves the others alone',
    'desk/own-numbers.test.ts › a store’s own numbers › *',
  ],
  '1.1': [
    'desk/desk.test.ts › the queue › another store has a desk of its own',
    'routes/tokens.test.ts › an id says whose conversation it is',
    'routes/sockets.test.ts › a conversation of another store, and one that nobody has',
    'routes/api.test.ts › people › another store answers exactly as one that does not exist',
    'assistant/catalog.test.ts › one store › never answers from another one’s knowledge, although ids and words are the same',
  ],
  '1.2': [
    'routes/widget.test.ts › a first visit gets a conversation, and what the panel shows',
    'routes/identity.test.ts › a token of the shop’s › says who the customer is, and staff see it: name, address and that it is verified',
    'routes/identity.test.ts › one customer on two devices › has one conversation, live on both',
    'routes/identity.test.ts › two customers on one device › never see each other’s chats',
  ],
  '1.3': [
    'routes/api.test.ts › me: who I am, and only the stores that I belong to',
    'routes/alerts.test.ts › my switches › are on from the start, one a store, and turn one by one',
  ],
  '1.4': [
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › the assistant answers with products',
  ],
  '1.5': [
    'routes/widget.test.ts › coming back keeps the conversation and renews the token',
    'routes/widget.test.ts › another store’s token, a forged and a broken one begin anew',
  ],
  '1.6': [
    'domain/lifecycle/asking.table.test.ts › request › in "pending"',
    'domain/lifecycle/asking.table.test.ts › request › in "given"',
    'domain/handoff-model.test.ts › keeps its invariants over 4000 runs',
    'domain/lifecycle/handback.test.ts › a new message within it › reopens the same handoff, at its place, with the same person',
  ],
  '1.7': ['domain/lifecycle/claiming.test.ts › the first responder › *'],
  '1.8': [
    'desk/desk.test.ts › the queue › shows a change to every dashboard, and the same after an eviction',
    'desk/desk.test.ts › duty › is on from the first visit, off by the switch only, and kept over an eviction and a closed dashboard',
    'desk/alerts-delivery.test.ts › who gets it › nobody who is opted out, and no window for an email to nobody',
  ],
  '1.9': [
    'desk/presence.test.ts › duty is a switch of each store: off in one, still on in the other',
    'desk/desk.test.ts › duty › is on from the first visit, off by the switch only, and kept over an eviction and a closed dashboard',
  ],
  '1.10': ['desk/presence.test.ts › somebody is here as long as any device of theirs is connected'],
  '1.11': [
    'domain/routing.test.ts › without a rule that matches › a handoff goes to the whole store, as urgent as its reason',
    'domain/routing.test.ts › of several rules › the first that matches says all: where to, and how urgent',
    'domain/lifecycle/asking.table.test.ts › a request that goes to a team › in "assistant"',
    'domain/lifecycle/asking.table.test.ts › a request that goes to a person › in "assistant"',
    'domain/lifecycle/asking.table.test.ts › a request that goes to an email destination › in "assistant"',
    'dashboard/attention.test.ts › whom a request concerns › *',
    'browser/rows.spec.ts › a request that is meant for one person is told to them; to everybody where they are not there',
  ],
  '1.12': [
    'conversation/off-hours.test.ts › asked while the store is closed › no frame of any socket ever says waiting, at the desk neither, and the assistant goes on',
    'domain/calendar.test.ts › open at this instant › *',
  ],
} as const;
