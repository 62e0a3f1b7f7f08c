/** Sections 10 and 11: the calendar, and messages. */
export const rest = {
  '10.1.1': [
    'domain/calendar.test.ts › open at this instant › a Monday morning',
    'domain/calendar.test.ts › against an oracle that steps through the minutes › *',
    'routes/settings.test.ts › settings › what ana saves comes back as it was, for everybody of the store',
  ],
  '10.1.2': [
    'domain/calendar.test.ts › open at this instant › past midnight',
    'domain/calendar.test.ts › against an oracle that steps through the minutes › *',
  ],
  '10.1.3': ['domain/calendar.test.ts › open at this instant › a day without intervals'],
  '10.1.4': [
    'domain/calendar.test.ts › open at this instant › a table without intervals is always open',
    'browser/night.spec.ts › asked at night: the away message, when it opens by the reader’s own clock, and nobody seems to wait',
  ],
  '10.2.1': [
    'domain/calendar.test.ts › open at this instant › *',
    'domain/calendar.test.ts › next opening › *',
    'domain/calendar.test.ts › against an oracle that steps through the minutes › *',
  ],
  '10.2.2': ['conversation/closing.test.ts › what a closed store says › *'],
  '10.3': ['domain/calendar.test.ts › against an oracle that steps through the minutes › *'],
  '10.4': [
    'domain/calendar-pure.test.ts › open and next opening follow from calendar and instant alone: no clock, no chance, no zone of the machine',
  ],
  '11.1': [
    'conversation/alone.test.ts › a handoff opens at once › with D1 down: no settings, no history; messages are taken all the same, and history follows',
    'conversation/history.test.ts › an older delivery that arrives late never replaces a newer one, and words that are known stay',
    'conversation/story.test.ts › the main story › a customer asks, a person takes over, it ends well, with an eviction between any two steps',
  ],
  '11.2.1': [
    'conversation/model.test.ts › any order of deeds, evictions, crashes and clock steps keeps the conversation whole',
    'protocol/frames.test.ts › what else has a limit › a short client id',
    'protocol/frames.test.ts › CustomerFrame › refuses a frame that lacks a field, or has one of another type',
    'protocol/frames.test.ts › StaffFrame › refuses a frame that lacks a field, or has one of another type',
  ],
  '11.2.2': [
    'conversation/model.test.ts › any order of deeds, evictions, crashes and clock steps keeps the conversation whole',
  ],
  '11.2.3': [
    'conversation/story.test.ts › what it costs › one row a message in the object, idempotency included, and a repeated one none',
    'conversation/model.test.ts › any order of deeds, evictions, crashes and clock steps keeps the conversation whole',
  ],
  '11.2.4': [
    'conversation/cursor.test.ts › a client that was away asks from its last place › *',
    'widget/delivery.test.ts › *',
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › what is written without a connection goes out once, later',
  ],
  '11.2.5': [
    'conversation/cursor.test.ts › a client that was away asks from its last place › *',
    'browser/picking-up.spec.ts › after a cut line staff find what came meanwhile, once, before anything of theirs goes out',
    'browser/picking-up.spec.ts › after a cut line staff find what came meanwhile, once, before anything of theirs goes out › and what has become of the chat',
    'conversation/story.test.ts › what is newer says so › to everybody, over evictions too: a client never shows an older state over a newer one',
  ],
  '11.3': [
    'conversation/record.test.ts › what the system says is stored as what happened, without a word of any language',
    'browser/asking.spec.ts › in German, all of it',
    'conversation/story.test.ts › the main story › cancelling while waiting says so, brings the assistant back and asks with its own source',
  ],
  '11.4.1': [
    'lifecycle/words.test.ts › the code says what the page says › of customers’ languages',
    'widget/words.test.ts › *',
    'browser/languages.spec.ts › Arabic is written from right to left, and what others write keeps its own direction',
  ],
  '11.4.2': [
    'browser/languages.spec.ts › the merchant’s attribute chooses the language, else the page, else the browser, else it is English',
    'widget/words.test.ts › the language › *',
  ],
  '11.4.3': ['conversation/closing.test.ts › what a closed store says › *'],
} as const;
