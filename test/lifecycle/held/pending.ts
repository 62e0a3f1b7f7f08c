/** Section 6: while it is pending. */
export const pending = {
  '6.1.1': [
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › asks for a person; both dashboards show it within a second',
    'browser/waiting.spec.ts › whoever waits sees an estimate, and a reply in the making, in every tab and after a cut line',
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › a private note stays private: neither it nor its typing reaches the customer',
    'conversation/raising.test.ts › whoever waits sees a reply being composed, before anybody has taken the chat',
  ],
  '6.1.2': [
    'conversation/cursor.test.ts › what whoever waits is told stands in every tab, and in one that starts anew',
    'browser/waiting.spec.ts › whoever waits sees an estimate, and a reply in the making, in every tab and after a cut line',
    'browser/asking.spec.ts › asking in words opens a handoff, and cancelling asks how it was › the same after a reload, and in a second tab',
  ],
  '6.2.1': [
    'domain/estimate.test.ts › *',
    'desk/counting.test.ts › what was waited for counts once, from the first request to whoever came first',
    'conversation/off-hours.test.ts › what a waiting customer is told › an estimate from three pick-ups on, gone when it has run out; nothing before',
  ],
  '6.2.2': [
    'desk/counting.test.ts › what nobody waited for says nothing of how long it takes: staff-begun and cancelled ones',
    'desk/counting-away.test.ts › requests off hours and by email say nothing of how long it takes, though somebody takes them over',
  ],
  '6.2.3': [
    'conversation/off-hours.test.ts › what a waiting customer is told › an estimate from three pick-ups on, gone when it has run out; nothing before',
  ],
  '6.3.1': [
    'domain/handoff-model.test.ts › keeps its invariants over 4000 runs',
    'domain/lifecycle/deadlines.test.ts › deadlines › of "pending"',
    'domain/lifecycle/deadlines.test.ts › deadlines › of "longer"',
    'domain/lifecycle/deadlines.table.test.ts › "give_up" › in "pending"',
  ],
  '6.3.2': [
    'domain/lifecycle/deadlines.test.ts › deadlines › *',
    'conversation/story.test.ts › what waits for time › nobody comes: it takes longer, then it is unanswered, each once, and the assistant is back',
    'domain/one-alarm.test.ts › what is overdue fires now, and an alarm that the platform gave up is set anew',
    'domain/lifecycle/deadlines.table.test.ts › "longer" › *',
    'domain/lifecycle/deadlines.table.test.ts › "give_up" › *',
    'domain/lifecycle/deadlines.table.test.ts › "closing" › *',
  ],
  '6.4': [
    'desk/alerts-delivery.test.ts › the reminder › lists everybody who waits, at most every five minutes, and leaves the window alone',
    'desk/alerts-delivery.test.ts › the reminder › follows the store’s own minutes, at once when they change',
    'domain/alerts.test.ts › a reminder is due when somebody has waited long enough and the last one is five minutes old',
    'dashboard/attention.test.ts › everybody is alerted again › *',
    'browser/still-waiting.spec.ts › whoever is on duty is told again of somebody who still waits; off duty nobody is',
  ],
  '6.5': [
    'domain/off-hours.test.ts › what the desk says of a wait › an estimate is when it takes longer than usual; without one the store’s own patience is',
    'domain/off-hours.test.ts › what the desk says of a wait › with nobody on duty there it takes longer at once',
    'conversation/off-hours.test.ts › what a waiting customer is told › *',
    'conversation/gone.test.ts › who waits › *',
    'conversation/customer-mail.test.ts › an address › is known in every tab and after a reload; staff see it, and that nobody has confirmed it',
    'browser/panel-email.spec.ts › whoever waits longer leaves an address and keeps their place, in every tab and after a reload',
    'browser/mail.spec.ts › whoever left reads the answer in their mailbox, and their own answer stands in the chat',
  ],
  '6.6': [
    'conversation/story.test.ts › what waits for time › nobody comes: it takes longer, then it is unanswered, each once, and the assistant is back',
    'routes/settings-follow-ups.test.ts › follow-ups › lists what is owed and not settled since, newest first, and nothing of another store',
    'domain/lifecycle/deadlines.table.test.ts › "give_up" › in "pending"',
    'conversation/owed.test.ts › a handoff that nobody took › stands under follow-ups, and the team is emailed once',
    'browser/panel-email.spec.ts › the store closes while an address is being typed: the field moves to the log with what stands in it',
  ],
  '6.7': [
    'conversation/closing.test.ts › the clock reaches closing time while somebody waits › *',
    'domain/off-hours.test.ts › closing time while somebody waits › *',
  ],
  '6.8.1': ['dashboard/arrange.test.ts › the order › *'],
  '6.8.2': [
    'domain/lifecycle/deadlines.test.ts › deadlines › start anew when a chat is released, which keeps its place in the queue',
    'dashboard/arrange.test.ts › the order › who waits again keeps the place of the first request',
    'domain/lifecycle/deadlines.test.ts › a customer who waits for a reply › keeps their place when it is, and waits anew',
    'domain/lifecycle/deadlines.test.ts › a chat that is pending again after the store has closed › *',
    'domain/lifecycle/transfer.test.ts › a chat that is offered › is pending again where whoever offered it has gone, and keeps its place',
    'conversation/gone.test.ts › the staff member is gone › for two minutes while the customer waits for a reply: they are told, and it is pending again',
    'conversation/closed-meanwhile.test.ts › released after the store has closed › *',
  ],
  '6.8.3': [
    'conversation/off-hours.test.ts › somebody waits when the hours change › *',
    'routes/settings.test.ts › hours that are saved take effect at once for whoever waits',
  ],
  '6.8.4': [
    'desk/alerts-delivery.test.ts › claiming › *',
    'desk/alerts.test.ts › the window › after ten urgent ones the rest are gathered into one five minutes later, without those claimed meanwhile',
  ],
} as const;
