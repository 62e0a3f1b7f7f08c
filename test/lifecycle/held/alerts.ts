/** Section 9: alerts to the team. */
export const alerts = {
  '9.1.1': [
    'desk/desk.test.ts › duty › is on from the first visit, off by the switch only, and kept over an eviction and a closed dashboard',
    'desk/presence.test.ts › somebody is here as long as any device of theirs is connected',
  ],
  '9.1.2': [
    'desk/desk.test.ts › duty › is on from the first visit, off by the switch only, and kept over an eviction and a closed dashboard',
    'conversation/gone.test.ts › duty › *',
    'routes/signing-out.test.ts › whoever signs out is off duty, in every store of theirs',
  ],
  '9.1.3': [
    'browser/notice.spec.ts › whoever is on duty hears it, reads it in the title, and is told in words; off duty it is only shown',
    'desk/push.test.ts › *',
    'protocol/push-vector.test.ts › *',
  ],
  '9.2.1': [
    'desk/alerts-delivery.test.ts › who gets it › *',
    'routes/alerts.test.ts › my switches › are on from the start, one a store, and turn one by one',
    'browser/alert-switches.spec.ts › everybody has a switch for each store; where nobody is left on, the settings warn',
  ],
  '9.2.2': [
    'desk/alerts.test.ts › six handoffs of one store at the same instant › over real sockets: one email a recipient; a seventh, urgent, one more; after the window the next one',
    'domain/alerts.test.ts › the gate, against the sentences it comes from › normal: sent if and only if the last normal one that was sent is five minutes old, whatever urgent ones do',
  ],
  '9.2.3': [
    'desk/alerts.test.ts › six handoffs of one store at the same instant › over real sockets: one email a recipient; a seventh, urgent, one more; after the window the next one',
    'domain/alerts.test.ts › the gate, against the sentences it comes from › normal: sent if and only if the last normal one that was sent is five minutes old, whatever urgent ones do',
  ],
  '9.2.4': [
    'desk/alerts.test.ts › the window › suppressed handoffs do not lengthen it, and urgent ones neither mind nor start one',
    'domain/alerts.test.ts › the gate, against the sentences it comes from › normal: sent if and only if the last normal one that was sent is five minutes old, whatever urgent ones do',
  ],
  '9.2.5': [
    'desk/alerts.test.ts › the window › suppressed handoffs do not lengthen it, and urgent ones neither mind nor start one',
    'domain/alerts.test.ts › the gate, against the sentences it comes from › normal: sent if and only if the last normal one that was sent is five minutes old, whatever urgent ones do',
  ],
  '9.2.6': [
    'desk/alerts.test.ts › the window › suppressed handoffs do not lengthen it, and urgent ones neither mind nor start one',
    'desk/alerts.test.ts › the window › after ten urgent ones the rest are gathered into one five minutes later, without those claimed meanwhile',
    'domain/alerts.test.ts › the gate, against the sentences it comes from › urgent: one by one up to ten in any hour, the others gathered, at most five minutes away',
  ],
  '9.3.1': [
    'desk/key.test.ts › the key of the quiet five minutes is one a store, and goes by itself after 300 seconds',
    'desk/alerts-delivery.test.ts › who gets it › nobody who is opted out, and no window for an email to nobody',
    'desk/alerts-delivery.test.ts › claiming › *',
    'desk/alerts-delivery.test.ts › what the mail API refuses › is parked at once and shown; “try again” sends it',
  ],
  '9.3.2': [
    'desk/alerts.test.ts › six handoffs of one store at the same instant › *',
    'domain/alerts.test.ts › the key outside › *',
  ],
  '9.4.1': [
    'desk/alert-says.test.ts › an alert says why, how urgent, what it is about, what was said last, and leads into the chat',
    'routes/alert-mail.test.ts › subject and preview alone say who, why and since when, in the store’s time',
    'desk/alerts-delivery.test.ts › who gets it › carries one link to end it, as RFC 8058 wants it, each recipient their own',
    'desk/alerts-delivery.test.ts › who gets it › off hours an urgent request is emailed at once, and links to where it is',
    'desk/alerts.test.ts › six handoffs of one store at the same instant › over real sockets: one email a recipient; a seventh, urgent, one more; after the window the next one',
  ],
  '9.4.2': ['routes/unsubscribe.test.ts › POST › *', 'routes/unsubscribe.test.ts › GET and HEAD › *'],
  '9.4.3': [
    'browser/alert-switches.spec.ts › everybody has a switch for each store; where nobody is left on, the settings warn',
    'routes/alerts.test.ts › my switches › *',
  ],
  '9.5.1': [
    'desk/alerts.test.ts › six handoffs of one store at the same instant › with the mail API down for the first three attempts: every recipient gets exactly one, with the same words',
    'desk/alerts-delivery.test.ts › what the mail API refuses › *',
    'desk/alerts-delivery.test.ts › who gets it › D1 failing delays it and loses nothing',
    'conversation/outbox.test.ts › the outbox › *',
    'routes/alerts.test.ts › what could not be sent › shows to the store’s team, and goes out when somebody tries again',
    'browser/parked.spec.ts › an alert that the mail API refuses stands on the page of alerts, with why, and can be tried again',
  ],
  '9.5.2': [
    'conversation/alone.test.ts › a handoff opens at once › with a mail API that never answers: it is shown, and taken, while the alert still hangs',
  ],
} as const;
