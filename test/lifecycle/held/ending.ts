/** Section 8: ending. */
export const ending = {
  '8.1.1': [
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › it ends with an outcome, and two seconds later asks how it was',
    'browser/asking.spec.ts › in German, all of it',
    'domain/handoff.test.ts › Ana ends › in "withAna"',
    'widget/words.test.ts › *',
  ],
  '8.1.2': [
    'conversation/model.test.ts › any order of deeds, evictions, crashes and clock steps keeps the conversation whole',
    'browser/asking.spec.ts › asking in words opens a handoff, and cancelling asks how it was',
    'browser/asking.spec.ts › a customer leaves the person',
  ],
  '8.2': [
    'conversation/record.test.ts › what history keeps of a handoff › why, how urgent, from whom, in which words, when, by whom in order, how it ended, and how it was',
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › it ends with an outcome, and two seconds later asks how it was',
  ],
  '8.3.1': [
    'domain/handoff.test.ts › deadlines › of "due"',
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › it ends with an outcome, and two seconds later asks how it was',
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › the rating reaches the team and the history',
  ],
  '8.3.2': [
    'domain/handoff.test.ts › rating › of "resolved" carries the source "ended"',
    'domain/handoff.test.ts › rating › of "cancelled" carries the source "cancelled"',
    'domain/handoff.test.ts › rating › of "unanswered" carries the source "unanswered"',
    'domain/handoff.test.ts › rating › of "abandoned" carries the source "abandoned"',
    'conversation/story.test.ts › what waits for time › nobody comes: it takes longer, then it is unanswered, each once, and the assistant is back',
  ],
  '8.3.3': [
    'domain/off-hours.test.ts › asked while the store is closed › cannot be rated',
    'domain/off-hours.test.ts › asked while the store is closed › is recorded ended, never pending, and the assistant stays first responder',
  ],
  '8.4.1': [
    'conversation/record.test.ts › what history keeps of a handoff › a rating of what nobody took is credited to nobody; one of a talk, to whoever had it last',
  ],
  '8.4.2': [
    'domain/handoff.test.ts › rating › of "asked" closes after 7 days',
    'domain/handoff.test.ts › rating › of "given" closes after 7 days',
    'conversation/record.test.ts › whoever has not answered within seven days is no longer asked, also in a page that starts anew',
    'conversation/cursor.test.ts › the question how it was is there again in a page that starts anew, with what was answered',
  ],
  '8.4.3': [
    'domain/handoff.test.ts › rating › that was withdrawn by a new handoff is not asked again when that one is cancelled',
    'domain/handoff.test.ts › request › in "asked"',
  ],
  '8.5.1': [
    'domain/handoff.test.ts › the first responder › in "due"',
    'browser/story.spec.ts › a customer asks, a person takes over, it ends well › and the assistant answers again',
  ],
  '8.5.2': [],
  '8.5.3': [],
  '8.5.4': [
    'conversation/raising.test.ts › handed back, the assistant is told what the person said, and not what the team noted',
    'conversation/story.test.ts › the main story › handed back, the assistant asks for nobody by itself in the next two messages',
  ],
  '8.6.1': [],
  '8.6.2': [],
} as const;
