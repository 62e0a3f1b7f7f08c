import * as v from 'valibot';
import { REASONS, URGENT_BY_DEFAULT } from '../domain/reasons';
import { LAUNCHER_ICONS, MOST_LABEL } from './launcher';
import { Accent, Origin } from './looks';
import { MOST_A_DAY } from './overlap';
import { Destination, Rule } from './routing';
import { MOST_ORIGINS, ORDER_STATUS } from './sites';
import { Language, WaitingWords, Whole, Words } from './values';

/**
 * What a store can change: the values that stand in brackets in the lifecycle, and its own words. Kept as one JSON document
 * a store; what it does not say is the default, so a document of an older version reads as today's.
 */

const Time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const Interval = v.object({ opens: Time, closes: v.union([Time, v.literal('24:00')]) });
const Intervals = v.pipe(v.array(Interval), v.maxLength(MOST_A_DAY));
const Day = v.pipe(v.string(), v.isoDate());
export const Zone = v.pipe(
  v.string(),
  v.maxLength(64),
  v.check((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      return false;
    }
  }, 'Unknown time zone'),
);
/** What staff call a closure or a special day among themselves. */
const Name = v.pipe(v.string(), v.trim(), v.maxLength(60));

export const StoreSettings = v.object({
  /** The language of the store's own words that others fall back to. */
  firstLanguage: v.optional(Language, 'en'),
  timeZone: v.optional(Zone, 'UTC'),
  /** Monday first. All seven empty: always open. */
  week: v.optional(v.pipe(v.array(Intervals), v.length(7)), () => [[], [], [], [], [], [], []]),
  closures: v.optional(
    v.pipe(
      v.array(
        v.pipe(
          v.object({
            from: Day,
            to: Day,
            yearly: v.boolean(),
            name: v.optional(Name),
            message: v.optional(Words),
          }),
          // Of a yearly one only month and day count, and it may pass the turn of the year.
          v.check(({ from, to, yearly }) => yearly || from <= to, 'A closure ends after it begins'),
        ),
      ),
      v.maxLength(60),
    ),
    () => [],
  ),
  specialDays: v.optional(
    v.pipe(
      v.array(v.object({ date: Day, yearly: v.boolean(), name: v.optional(Name), intervals: Intervals })),
      v.maxLength(120),
    ),
    () => [],
  ),
  /** What customers read outside hours; without it the widget's own sentence. */
  awayMessage: v.optional(Words, () => ({})),
  /** What customers read while they wait, below what the product says; without it the widget's own sentence. */
  waitingMessage: v.optional(WaitingWords, () => ({})),
  /** Who still waits when the store closes: the table goes on, or they are told that the team is away. */
  atClosing: v.optional(v.picklist(['finish', 'away']), 'finish'),
  /** An urgent request outside hours is emailed at once. */
  emailUrgentOffHours: v.optional(v.boolean(), true),
  urgentReasons: v.optional(v.array(v.picklist(REASONS)), () => [...URGENT_BY_DEFAULT]),
  /** Minutes of waiting after which everyone on duty is alerted again. */
  alertAgainAfter: v.optional(Whole(1, 60), 3),
  /** Minutes of waiting after which the customer reads that it takes longer, where there was no estimate. */
  longerAfter: v.optional(Whole(1, 60), 5),
  /** Minutes of waiting after which the handoff ends `unanswered`. */
  giveUpAfter: v.optional(Whole(2, 240), 30),

  /** Off: no button, and the store's own words to whoever asks. */
  handoff: v.optional(v.picklist(['on', 'off']), 'on'),
  handoffOffMessage: v.optional(Words, () => ({})),
  /** Where a handoff goes, first match first; without one, to the whole store. */
  rules: v.optional(v.pipe(v.array(Rule), v.maxLength(40)), () => []),
  /** Off hours requests go there instead of standing under follow-ups only. */
  offHoursEmail: v.optional(v.nullable(Destination.email), null),
  /** Minutes that a summary waits for the customer's address. */
  summaryWaits: v.optional(Whole(0, 30), 2),
  /** Minutes within which asking again is the same request to an email destination. */
  askedAgainWithin: v.optional(Whole(1, 1_440), 60),

  /** Who answers first: the built-in assistant, a language model, or the merchant's own bot. */
  responder: v.optional(v.picklist(['catalog', 'llm', 'webhook']), 'catalog'),
  /** What the merchant tells the model in plain words. */
  instructions: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(4_000)), ''),
  /** Tokens a day that the model may use; after that the built-in assistant answers. Null: no limit. */
  modelTokensADay: v.optional(v.nullable(Whole(1_000, 1_000_000_000)), 1_000_000),
  /** Seconds within which the merchant's own bot has to answer what it took. */
  botAnswersWithin: v.optional(Whole(20, 600), 60),
  /** Where customers see how far their order is; null: a person is asked for. */
  orderStatusUrl: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(1_000), v.regex(ORDER_STATUS))), null),
  /** When the assistant could not answer: it hands over by itself, or asks first. */
  whenUnsure: v.optional(v.picklist(['hand_over', 'offer']), 'hand_over'),
  /** Answers in a row that it may be unsure of before that. */
  unsureAnswers: v.optional(Whole(1, 5), 2),
  /** Customer messages after a handback in which it does not ask for a person on its own. */
  quietAfterHandback: v.optional(Whole(0, 10), 2),

  /** What customers see of a staff member. */
  shownAs: v.optional(v.picklist(['first_name', 'team']), 'first_name'),
  /** What they see instead of it. */
  teamName: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)), 'Support'),
  /** Minutes until a transfer that nobody took goes back. */
  transferAfter: v.optional(Whole(1, 30), 2),
  /** Minutes without any presence after which a customer who waits for a reply gets somebody else. */
  goneAfter: v.optional(Whole(1, 30), 2),
  /** Minutes that a customer's message stands unanswered before its assignee is told, and before the desk is. */
  unansweredAssignee: v.optional(Whole(1, 120), 5),
  unansweredDesk: v.optional(Whole(1, 240), 10),
  /** Days after a staff outcome in which a new message reaches the same person. 0: the assistant is back at once. */
  handbackDays: v.optional(Whole(0, 28), 0),
  /** Minutes of the customer's silence after which a talk ends `abandoned`; null: never. */
  abandonAfter: v.optional(v.nullable(Whole(5, 1_440)), null),
  /** Seconds after which a reply goes to the email address of a customer who has left. */
  replyByEmailAfter: v.optional(Whole(10, 900), 90),

  /** `#rrggbb`; every other colour is derived from it. Null: what the shop was set up with. */
  accent: v.optional(v.nullable(Accent), null),
  /** Where the launcher stands; the script tag says it. */
  position: v.optional(v.picklist(['right', 'left']), 'right'),
  /** The launcher's picture, and the words beside it; a script tag's own attributes go before. */
  launcherIcon: v.optional(v.picklist(LAUNCHER_ICONS), 'bubble'),
  launcherLabel: v.optional(v.record(Language, v.pipe(v.string(), v.maxLength(MOST_LABEL))), () => ({})),
  /** The shop's pages open the chat by themselves. */
  launcherHidden: v.optional(v.boolean(), false),
  /** The assistant's first words; without them the widget's own. */
  greeting: v.optional(Words, () => ({})),
  /** The sites that may show the chat. None: every site. */
  origins: v.optional(v.pipe(v.array(Origin), v.maxLength(MOST_ORIGINS)), () => []),

  /** Months after its last words in which a conversation is erased, with all that is kept of its customer. Null: never. */
  keepConversations: v.optional(v.nullable(Whole(1, 120)), null),

  /** Open hours after which what is owed falls due. */
  followUpAfter: v.optional(Whole(1, 72), 4),
  /** Hours without presence after which duty ends. */
  dutyEndsAfter: v.optional(Whole(1, 72), 12),
  /** Urgent emails within an hour that go out one by one; further ones are gathered. */
  urgentEmailsAnHour: v.optional(Whole(1, 100), 10),
});
export type StoreSettings = v.InferOutput<typeof StoreSettings>;

/** What replaces a store's settings: all of them. What is left out would silently become the default. */
export const WholeSettings = v.required(StoreSettings);

export const DEFAULT_SETTINGS: StoreSettings = v.parse(StoreSettings, {});
