/**
 * What the product does, sentence by sentence, as the lifecycle page says it. A number is section, paragraph or list item
 * or row of a table, and sentence (left out where there is one only). The cells of a row are apart by a bar.
 */
export const SECTIONS = [
  {
    title: 'The page itself',
    sentences: {
      '0.1.1': 'This page says exactly what the product does.',
      '0.1.2': 'Code, tests and issues use its words.',
      '0.1.3':
        'Where a number or word stands in brackets it is a default that a store can change in its settings; the rest is fixed.',
    },
  },
  {
    title: 'Words',
    sentences: {
      '1.1': "store | one merchant's shop: the tenant. Everything belongs to exactly one store",
      '1.2': 'customer | the person in the widget, anonymous or identified',
      '1.3': 'staff member | a person of the store in the dashboard; one person may work for several stores',
      '1.4': 'assistant | the automated first responder',
      '1.5': "conversation | one customer's thread with one store",
      '1.6':
        'handoff | one episode of asking for a person inside a conversation; a conversation can have many, one open at a time',
      '1.7':
        'first responder | who answers the customer now: the assistant, nobody (while a handoff is pending), or one named staff member',
      '1.8': "desk | where a store's staff sit: the live queue, who is on duty, who is told what",
      '1.9': 'duty | a switch that each person sets per store: "tell me"',
      '1.10': 'presence | a live dashboard connection on any device',
      '1.11': 'destination | where a handoff goes: live (whole store, a team, one person) or email',
      '1.12': "off hours | the store's calendar says closed at this instant",
    },
  },
  {
    title: 'The first responder is fenced',
    sentences: {
      '2.1.1': 'A conversation has one first responder at every instant.',
      '2.1.2': 'Each change raises its `turn` number.',
      '2.1.3':
        'All that the assistant produces carries the turn in which it was asked; with an old turn it is dropped.',
      '2.1.4':
        'An answer that is being streamed when the first responder changes stops there, is kept, and is marked as cut off; only the words with which the assistant itself hands over are finished.',
      '2.1.5':
        'From the opening of a live handoff until it ends the assistant is silent: what the customer writes is for the team, and can only raise the urgency.',
      '2.1.6': "The customer never reads an assistant's message that began after the opening.",
      '2.2':
        'An answer that was being made when the object was evicted is asked for once more; after a second failure the handoff opens with `assistant_error`.',
    },
  },
  {
    title: 'A handoff',
    sentences: {
      '3.1.1': '`pending → assigned → ended`.',
      '3.1.2': 'Only a live handoff is ever pending; the others are born ended.',
      '3.2':
        '`resolved`, `escalated`, `follow_up` | the staff member, on ending | fixed, bounced upward, something is still owed',
      '3.3': '`cancelled` | the customer | changed their mind, while waiting or while talking',
      '3.4': '`unanswered` | a deadline | nobody picked up in time, or the store closed first',
      '3.5': '`abandoned` | a deadline | the customer fell silent (only where the store turns it on)',
      '3.6': '`off_hours` | the calendar | asked outside hours; never pending',
      '3.7': '`emailed` | routing | went to an email destination; never pending',
      '3.8':
        'Every handoff records: reason, urgency, source (customer, assistant, rule, staff), what triggered it in words, times (requested, waiting since, assigned, first staff reply, ended), every assignee in order, outcome, ending note, rating.',
    },
  },
  {
    title: 'Why it fired',
    sentences: {
      '4.1.1':
        "Reasons: `customer_request` (asks for a person), `low_confidence` (the assistant could not answer, [2] times running), `refund`, `complaint`, `escalation` (asks for a manager, threatens, repeats the request after having waited or cancelled), `unsupported_topic`, `rule` (a rule of the merchant's), `assistant_error`.",
      '4.1.2': 'Urgent by default: [`refund`, `complaint`, `escalation`]; a rule can set urgency.',
      '4.1.3':
        'A more urgent reason that arrives while one is pending raises it, and it counts as urgent from then on.',
      '4.2.1':
        'On low confidence the assistant hands over [directly], or offers it ("Shall I get somebody?"): a yes opens, a no is respected until the customer asks or [2] more answers fail.',
      '4.2.2': 'Outside hours nothing is offered that cannot be kept: the offer is to leave the question.',
    },
  },
  {
    title: 'Opening one',
    sentences: {
      '5.1':
        'Reason and urgency are decided, then the destination (routing rules; without a match: live, whole store).',
      '5.2.1': '**Live and open:** pending.',
      '5.2.2': 'The customer is told, the desk is told, the alert rules below run.',
      '5.2.3':
        'The opening never waits for the desk, the estimate or any other service: if they cannot be had, it opens without them and they follow.',
      '5.3.1': '**Live and off hours:** recorded ended with outcome `off_hours`.',
      '5.3.2': 'It never is pending: no frame, no flash, no status that says waiting reaches any client.',
      '5.3.3':
        "The customer reads the store's away message, with the next opening time in their own language and time zone, is offered to leave an email address, and keeps talking to the assistant, which stays first responder.",
      '5.3.4':
        'The desk is not pinged and no alert goes out, except that an urgent one is emailed at once ([on]): a complaint at 3 AM gets its email at 3 AM.',
      '5.3.5': 'It stands in the dashboard under follow-ups.',
      '5.3.6':
        'One record a conversation for each closed period; a later request is added to it, and when it first becomes urgent it is emailed then.',
      '5.3.7': 'A store may name an email destination for off hours; then 4 applies.',
      '5.4.1': '**Email destination:** ended with outcome `emailed`.',
      '5.4.2':
        "A summary of the conversation goes to the destination's address, with the customer's address as reply-to.",
      '5.4.3':
        'The customer is told that it was noted and when to expect an answer (the destination\'s own words, such as "within one business day"), and is asked for an address if none is known; the summary waits for it [2 min] and goes regardless.',
      '5.4.4': 'Asked again within [60 min]: added to the same record, one more summary at most.',
      '5.5': 'A request while one is open opens nothing: the customer sees where theirs stands.',
      '5.6': "A store can turn handoff off: no button, the store's own words instead, recorded as `off_hours`.",
    },
  },
  {
    title: 'While it is pending',
    sentences: {
      '6.1.1':
        'The customer sees "Waiting for support team…", an estimate, a cancel button, and "Support is typing…" when a staff member composes a public reply (never for a private note).',
      '6.1.2': 'All of it is the same after a reload, in a second tab, and after a dropped connection.',
      '6.2.1':
        "**Estimate:** the median of (first assigned − requested) over the store's last 20 assigned handoffs of the last 30 days, rounded up to the minute, capped at 30 minutes; with fewer than 3 samples no figure is shown.",
      '6.2.2': 'Off-hours, emailed, cancelled and staff-begun ones never count.',
      '6.2.3': 'A figure that has run out is taken away.',
      '6.3.1': '**No waiting customer without a deadline.**',
      '6.3.2': 'Each is derived from stored times, fires once, and survives restarts:',
      '6.4':
        '[3 min] | everyone on duty is alerted again; a reminder email that lists all waiting customers goes out, at most one every 5 minutes a store (its own limit: it neither reads nor sets the email window)',
      '6.5':
        'the estimate, or [5 min] where there was none; at once when nobody on duty is present | the customer reads that it takes longer than usual, and is offered to leave an address and go; if they do, it stays pending and a reply reaches them by email',
      '6.6':
        '[30 min] | outcome `unanswered`; the customer is told plainly, asked for an address if none is known, and the assistant is back; it stands under follow-ups and the team is emailed',
      '6.7':
        'closing time | [finish]: the table goes on; or away: ended `unanswered` with the away message and the next opening',
      '6.8.1': 'The queue is sorted urgent first, then by the original request.',
      '6.8.2':
        'A handoff that becomes pending again (released, staff gone, transfer not taken) keeps that place, and its ladder starts anew at that moment; if the store has closed meanwhile, the closing rule applies at once.',
      '6.8.3': 'Hours that are edited while somebody waits take effect at once.',
      '6.8.4': 'Claiming cancels every alert not yet sent.',
    },
  },
  {
    title: 'Claiming, and the talk',
    sentences: {
      '7.1.1': 'Anyone of the store may claim a pending handoff.',
      '7.1.2': 'Exactly one claim wins; the others read "taken by Ana".',
      '7.1.3': 'Claim and cancel arriving together: one wins, the loser sees the true state.',
      '7.1.4': 'Nothing the loser typed is sent or lost: it stays in their composer.',
      '7.2.1': 'A staff member who simply replies to a pending handoff claims it first.',
      '7.2.2': 'One who writes into a conversation that the assistant answers takes it over first.',
      '7.2.3': "Replying into a colleague's conversation is refused, with an offer to take it over.",
      '7.3': 'Only its assignee transfers, releases or ends a handoff; anyone else takes it over first.',
      '7.4': "The customer sees the staff member's [first name], or the team's name only.",
      '7.5.1':
        'On claiming, the chat page shows at the top the reason with its urgency, then "What happened so far": what the customer was looking for, what the assistant tried, where it gave up, the question still open, page, cart and order where known.',
      '7.5.2': 'Facts stand apart from any text a model wrote.',
      '7.5.3': 'Below is the whole history.',
      '7.6.1': '**Transfer** to a person or a team, with a private note for the new handler.',
      '7.6.2': 'To someone off duty: a warning first.',
      '7.6.3':
        "Until it is taken the sender remains first responder and may withdraw it; the customer's cancelling ends it.",
      '7.6.4':
        'Not taken within [2 min]: it stays with the sender, who is told, or is pending again if the sender has gone.',
      '7.7':
        '**Private notes** and @mentions never reach the customer: not as text, typing, attachment, email, webhook or count.',
      '7.8': '**Release** makes it pending again.',
      '7.9.1':
        '**The staff member is gone** (no presence for [2 min]) while the customer waits for a reply: the customer is told, and it is pending again.',
      '7.9.2': "A customer's message unanswered for [5 min] alerts the assignee, for [10 min] the desk.",
      '7.10': 'Staff who send on a stale view are shown what they had not seen before anything goes out.',
      '7.11.1':
        'The customer left and has an email address: a staff reply is emailed after [90 s], one email a burst, none if they have read it by then.',
      '7.11.2': 'Their email reply lands in the same conversation.',
      '7.11.3':
        "To an address that was only typed, mail carries what staff wrote and never the customer's own words; an answer or a click confirms it.",
      '7.11.4': 'Such mail is capped by address, store and network.',
    },
  },
  {
    title: 'Ending',
    sentences: {
      '8.1.1':
        'The first responder changes back, and the customer reads, in their own language, "Support session ended. The assistant is back to help."',
      '8.1.2': 'Nothing disappears silently.',
      '8.2': 'The outcome is recorded.',
      '8.3.1': 'Two seconds later the customer is asked for a thumbs up or down, with an optional comment.',
      '8.3.2': 'Its source tag says what ended: `ended`, `cancelled`, `unanswered`, `abandoned`.',
      '8.3.3': '`off_hours` and `emailed` ask for nothing.',
      '8.4.1': 'One rating a handoff, credited to its last assignee, or to nobody.',
      '8.4.2': 'It can be given until 7 days later, after a reload too, and changed until then.',
      '8.4.3':
        'If the conversation reopens first, an unanswered prompt is withdrawn; a handoff that was rated and reopens asks no more.',
      '8.5.1': '**Handback.** [0]: the assistant is first responder at once.',
      '8.5.2':
        'A store may set a window of up to 28 days after staff outcomes: within it a new message reopens the same handoff with the same person if on duty (else pending), or, off hours, is an off-hours request; the closing words say so.',
      '8.5.3': 'After it the assistant answers.',
      '8.5.4':
        'Handed back, the assistant knows where the person stopped and what was promised, and does not ask for a person on its own in the next [2] customer messages.',
      '8.6.1':
        '**Follow-ups** (off hours, unanswered, emailed, `follow_up`) fall due [4] open hours after they arose; then the team is emailed once.',
      '8.6.2':
        'Replying from there, and a customer\'s email on an ended handoff, change no first responder; "Take over" does.',
    },
  },
  {
    title: 'Alerts to the team',
    sentences: {
      '9.1.1': "Duty is the person's own switch; losing presence never ends it.",
      '9.1.2': 'It ends by the switch, by signing out, or after [12 h] without presence.',
      '9.1.3':
        'People on duty and present get the dashboard notice, at once; on duty without presence, Web Push where they have it.',
      '9.2.1':
        '**Email** goes to each staff member who is opted in for this store (owners and invited people start opted in; settings warn when nobody is).',
      '9.2.2': 'The first goes out at once.',
      '9.2.3': 'For five minutes after it, further handoffs of the same store send none.',
      '9.2.4': 'When the window has passed, the next one emails again.',
      '9.2.5': 'Suppressed handoffs do not lengthen the window.',
      '9.2.6':
        'Urgent ones bypass it, and do not start one; after [10] urgent emails of a store within an hour, further ones are gathered into one every five minutes.',
      '9.3.1':
        "The gate is a KV key per store with a 300 s expiry, written only when an email is queued for at least one recipient, and deleted when all of that email's messages were cancelled or parked.",
      '9.3.2':
        'Handoffs of one store pass through its desk one after another, and the desk remembers what it set (KV may answer a minute late), so six at the same instant send one email a recipient.',
      '9.4.1':
        'Each recipient gets their own message: reason, urgency, summary, last messages, a link into the chat, and RFC 8058 one-click unsubscribe.',
      '9.4.2':
        'The link answers POST with no sign-in, no cookie and no redirect, for that person and that store only; GET shows a page with a button and changes nothing.',
      '9.4.3': 'The same switch stands in the profile, per store.',
      '9.5.1':
        'Alerts wait in durable storage until the mail API took them: tried again with growing delays within the 24 hours that its idempotency keys live, the payload frozen at the first attempt, sent once, parked and shown in the dashboard after the last try.',
      '9.5.2': 'A failing mail API never delays or loses a handoff.',
    },
  },
  {
    title: 'The calendar',
    sentences: {
      '10.1.1': 'Per store, an IANA time zone and, for each weekday, any number of open intervals in local wall time.',
      '10.1.2': 'An interval may pass midnight.',
      '10.1.3': 'A day without intervals is closed.',
      '10.1.4': 'A whole table without intervals is always open, and the settings page says so.',
      '10.2.1':
        'Closures (a vacation: first day to last day) and special days (other hours on one date) override the week for the intervals that begin on those days, one-off or every year; the tail of an interval that began the night before is cut at a closure.',
      '10.2.2': 'A closure may carry its own away message.',
      '10.3':
        'Daylight saving: an interval that begins or ends within a skipped hour does so at the instant of the change; within a repeated hour it begins at the first and ends at the second occurrence.',
      '10.4': '"Open at this instant" and "next opening" are pure functions of calendar and instant.',
    },
  },
  {
    title: 'Messages',
    sentences: {
      '11.1': "The conversation's own storage is the truth; history in D1 follows it.",
      '11.2.1': 'Every message has a place in the conversation (`seq`) and every sent one a client id.',
      '11.2.2': 'It is acknowledged once stored.',
      '11.2.3': 'Sent again with the same id, it is the same message; the same id with other text is an error.',
      '11.2.4': 'A client that was away asks from its last place and gets the rest, in order, once.',
      '11.2.5': 'This holds on both sides, for messages and for state.',
      '11.3': "System messages are stored as what happened, and worded in the reader's language when shown.",
      '11.4.1':
        "Customers' languages: at least en, bg, de, fr, es, it, nl, pt, pl, ro, el, tr, uk, ar (right to left).",
      '11.4.2': "Chosen by the merchant's attribute, else the page's `lang`, else the browser.",
      '11.4.3': "A store's own text that is missing in it falls back to the store's first language.",
    },
  },
] as const;

type KeysOf<T> = T extends unknown ? keyof T : never;
/** The number of a sentence: `5.3.2`. */
export type SentenceNumber = KeysOf<(typeof SECTIONS)[number]['sentences']>;

/** Every sentence by its number, in the page's order. */
export const SENTENCES = Object.fromEntries(SECTIONS.flatMap(({ sentences }) => Object.entries(sentences))) as Record<
  SentenceNumber,
  string
>;

/** The numbers, in the page's order. */
export const NUMBERS = Object.keys(SENTENCES) as SentenceNumber[];
