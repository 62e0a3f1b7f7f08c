import * as v from 'valibot';
import {
  Ack,
  Card,
  ClientId,
  Dropped,
  ErrorFrame,
  HandoffNumber,
  Link,
  MaybeText,
  Note,
  Outcome,
  Page,
  Piece,
  Place,
  RatingSource,
  Reason,
  SentCard,
  Source,
  StaffOutcome,
  Text,
  Thumb,
  Unfinished,
  Urgency,
} from './common';
import { SentFile, SentFiles } from './files';
import { CheckInPlan, Later } from './later';
import { StaffPerson } from './person';
import { Shop } from './shop';
import { FactFrames, StaffFacts } from './staff-facts';
import { VerifiedCustomer } from './verified';

export { StaffPerson };

/** A staff member's socket to one conversation. `seq` counts everything, private notes included. */

const StaffId = v.pipe(v.string(), v.maxLength(64));

/** Of a person or a team, as a client names it. */
const TargetId = v.object({ kind: v.picklist(['person', 'team']), id: StaffId });

/** Products that a reply shows. */
const Cards = v.pipe(v.array(SentCard), v.maxLength(4));

const DraftKind = v.picklist(['reply', 'note']);
/** What somebody is writing, for their own devices only. `at`: when it was typed, epoch ms. */
export const Written = v.object({ text: v.string(), cards: v.array(Card), at: v.number() });
export type Written = v.InferOutput<typeof Written>;

export const StaffFrame = v.variant('type', [
  v.object({ type: v.literal('hello'), after: Place }),
  /** `GOT_EVERY` frames have come (src/protocol/window.ts). */
  v.object({ type: v.literal('got') }),
  /** A public reply. `seen`: the last place that the sender had on screen; `anyway`: send although that is stale. */
  v.object({
    type: v.literal('send'),
    id: ClientId,
    text: MaybeText,
    seen: Place,
    anyway: v.optional(v.boolean(), false),
    /** An answer to what is owed since an ended handoff: it changes no first responder. */
    followUp: v.optional(v.boolean()),
    cards: v.optional(Cards),
    /** False: the acknowledgement is enough, the page that wrote it has the words. Others get the message. */
    echo: v.optional(v.boolean()),
    files: SentFiles,
  }),
  v.object({
    type: v.literal('note'),
    id: ClientId,
    text: Text,
    /** Ids of colleagues whose attention it asks for. */
    mentions: v.optional(v.pipe(v.array(StaffId), v.maxLength(10))),
  }),
  /** What is being written and not sent: kept for the same person's other devices. Never on the way of a message. */
  v.object({
    type: v.literal('draft'),
    kind: DraftKind,
    text: Unfinished,
    cards: v.optional(Cards, () => []),
    at: v.pipe(v.number(), v.minValue(0), v.maxValue(1e14)),
  }),
  /** Only for a public reply; a private note in the making is nobody's business. */
  v.object({ type: v.literal('typing'), on: v.boolean() }),
  v.object({ type: v.literal('read'), seq: Place }),
  /** What the sender sees: which handoff (null: with the assistant), and who has it. */
  v.object({ type: v.literal('claim'), id: ClientId, handoff: v.nullable(HandoffNumber), over: v.nullable(StaffId) }),
  v.object({ type: v.literal('release'), id: ClientId }),
  /** Offers one's own chat to a colleague or a team; `note` is private, for whoever takes it. */
  v.object({ type: v.literal('transfer'), id: ClientId, to: TargetId, note: v.optional(Note, '') }),
  /** Takes that offer back. */
  v.object({ type: v.literal('withdraw'), id: ClientId }),
  v.object({
    type: v.literal('end'),
    id: ClientId,
    outcome: StaffOutcome,
    note: v.optional(Note, ''),
    /** Only with `resolved`. */
    checkIn: v.optional(CheckInPlan),
  }),
  ...FactFrames,
]);
export type StaffFrame = v.InferOutput<typeof StaffFrame>;

/** Whom a chat is meant for. */
export const Target = v.variant('kind', [
  v.object({ kind: v.literal('person'), ...StaffPerson.entries }),
  v.object({ kind: v.literal('team'), id: v.string(), name: v.string() }),
]);
export type Target = v.InferOutput<typeof Target>;

/** What an answer of the assistant stood on: recorded, not written by a model. */
export const AnswerFacts = v.object({
  query: v.string(),
  /** 0–1. */
  confidence: v.number(),
  /** False where it could not answer. */
  sure: v.boolean(),
  products: v.array(v.object({ id: v.string(), title: v.string(), url: v.string() })),
  articles: v.array(Link),
  /** Who answered. */
  by: v.optional(v.picklist(['catalog', 'llm', 'webhook'])),
  /** Tokens that a model read and wrote for it. */
  usage: v.optional(v.object({ in: v.number(), out: v.number() })),
});
export type AnswerFacts = v.InferOutput<typeof AnswerFacts>;

const place = { seq: Place, at: v.number() };
export const StaffMessage = v.variant('kind', [
  v.object({
    kind: v.literal('customer'),
    ...place,
    text: v.string(),
    files: v.optional(v.array(SentFile)),
    /** Where it came by email: from which address, whether that is the customer's, and the names of what was attached. */
    mail: v.optional(v.object({ from: v.string(), known: v.boolean(), attachments: v.array(v.string()) })),
  }),
  v.object({
    kind: v.literal('assistant'),
    ...place,
    answer: v.string(),
    text: v.string(),
    cards: v.array(Card),
    links: v.array(Link),
    facts: v.nullable(AnswerFacts),
    /** What the customer could choose from. */
    replies: v.optional(v.array(v.string())),
    cut: v.nullable(v.object({ by: v.nullable(StaffPerson) })),
  }),
  v.object({
    kind: v.literal('staff'),
    ...place,
    id: v.string(),
    from: StaffPerson,
    text: v.string(),
    cards: v.optional(v.array(Card)),
    files: v.optional(v.array(SentFile)),
  }),
  v.object({
    kind: v.literal('note'),
    ...place,
    id: v.string(),
    from: StaffPerson,
    text: v.string(),
    /** Ids of those whose attention it asks for. */
    mentions: v.optional(v.array(v.string())),
  }),
  v.object({
    kind: v.literal('event'),
    ...place,
    event: v.variant('what', [
      v.object({ what: v.literal('asked'), handoff: HandoffNumber, source: Source, reason: v.nullable(Reason) }),
      v.object({
        what: v.literal('joined'),
        handoff: HandoffNumber,
        staff: StaffPerson,
        previous: v.nullable(StaffPerson),
      }),
      /** `gone`: the staff member was away while the customer waited for a reply. */
      v.object({
        what: v.literal('released'),
        handoff: HandoffNumber,
        staff: StaffPerson,
        why: v.picklist(['released', 'gone']),
      }),
      /** Private. `lapsed`: nobody took it in time. */
      v.object({
        what: v.literal('transfer'),
        handoff: HandoffNumber,
        is: v.picklist(['offered', 'withdrawn', 'lapsed']),
        staff: StaffPerson,
        to: Target,
      }),
      /** Passed on by email to this address of the store's. */
      v.object({ what: v.literal('emailed'), handoff: HandoffNumber, to: v.string() }),
      /** The customer ended the chat. */
      v.object({ what: v.literal('closed') }),
      /** Private: who sees to what is owed, until when it is put off, or that it is done. */
      v.object({
        what: v.literal('owed'),
        is: v.picklist(['given', 'snoozed', 'done']),
        staff: StaffPerson,
        to: v.optional(v.nullable(StaffPerson)),
        until: v.optional(v.number()),
      }),
      /** Private: a call-back. */
      v.object({
        what: v.literal('reminder'),
        is: v.picklist(['set', 'given', 'snoozed', 'done']),
        n: v.number(),
        staff: StaffPerson,
        line: v.string(),
        to: v.optional(v.nullable(StaffPerson)),
        at: v.optional(v.number()),
      }),
      /** Private: a message asks the customer then whether all is well, or no longer will. */
      v.object({
        what: v.literal('check_in'),
        is: v.picklist(['planned', 'called_off']),
        handoff: HandoffNumber,
        staff: StaffPerson,
        at: v.number(),
        text: v.string(),
      }),
      /** Private: what became of the customer's address, and of mail to it. */
      v.object({
        what: v.literal('mail'),
        is: v.picklist(['left', 'confirmed', 'stopped', 'sent', 'failed', 'held']),
        address: v.string(),
      }),
      v.object({
        what: v.literal('ended'),
        handoff: HandoffNumber,
        outcome: Outcome,
        staff: v.nullable(StaffPerson),
        endedWhile: v.picklist(['waiting', 'talking', 'away']),
      }),
      v.object({ what: v.literal('away'), handoff: HandoffNumber, opensAt: v.nullable(v.number()) }),
    ]),
  }),
]);
export type StaffMessage = v.InferOutput<typeof StaffMessage>;

/** "What happened so far": made of recorded facts. Numbers are places (`seq`) to jump to. */
export const SoFar = v.object({
  at: v.number(),
  lookedFor: v.array(v.object({ text: v.string(), seq: Place })),
  tried: v.array(
    v.object({ what: v.picklist(['products', 'articles', 'nothing']), titles: v.array(v.string()), seq: Place }),
  ),
  /** What the assistant showed, and the customer went to. */
  opened: v.optional(v.array(v.object({ title: v.string(), url: v.string(), seq: Place }))),
  /** The answer at which confidence fell. */
  gaveUpAt: v.nullable(v.object({ seq: Place, confidence: v.number() })),
  openQuestion: v.nullable(v.object({ text: v.string(), seq: Place })),
  /** What the assistant wrote of it: a model's words, apart from the facts. */
  inWords: v.optional(v.object({ text: v.string(), at: v.number() })),
});
export type SoFar = v.InferOutput<typeof SoFar>;

export const HandoffView = v.object({
  n: HandoffNumber,
  status: v.picklist(['pending', 'assigned', 'ended']),
  reason: v.nullable(Reason),
  urgency: Urgency,
  source: Source,
  trigger: v.string(),
  requestedAt: v.number(),
  waitingSince: v.nullable(v.number()),
  assignee: v.nullable(StaffPerson),
  assignedAt: v.nullable(v.number()),
  firstReplyAt: v.nullable(v.number()),
  endedAt: v.nullable(v.number()),
  outcome: v.nullable(Outcome),
  note: v.string(),
  /** Offered to somebody, and not taken yet. */
  transfer: v.nullable(v.object({ to: Target, at: v.number(), until: v.number() })),
  /** Whom it was meant for when it was asked; null: the whole store. */
  destination: v.nullable(Target),
  /** How often it was reopened by a new message. */
  reopened: v.number(),
  rating: v.nullable(v.object({ thumb: Thumb, comment: v.string(), source: RatingSource })),
});
export type HandoffView = v.InferOutput<typeof HandoffView>;

export const CustomerView = v.object({
  name: v.string(),
  initials: v.string(),
  lang: v.string(),
  tz: v.nullable(v.string()),
  /** Whether a tab is connected now. */
  here: v.boolean(),
  page: v.nullable(Page),
  /** What the shop's page says of them: nobody verified it. */
  shop: v.optional(Shop),
  email: v.nullable(v.object({ address: v.string(), confirmed: v.boolean() })),
  /** "iPhone, Safari": as their browser says of itself. */
  device: v.optional(v.string()),
  /** Who of the staff plays them, to try it out. */
  test: v.optional(v.string()),
  /** Whom the shop's own server says they are. */
  verified: v.optional(VerifiedCustomer),
});
export type CustomerView = v.InferOutput<typeof CustomerView>;

export const StaffState = v.object({
  rev: v.number(),
  turn: v.number(),
  /** The latest handoff, open or ended; null where nobody ever asked. */
  handoff: v.nullable(HandoffView),
  soFar: v.nullable(SoFar),
  customer: CustomerView,
  /** The last place (`seq`) that the customer has seen. */
  seen: Place,
  /** What staff keep beside it; missing where they never did. */
  facts: v.optional(StaffFacts),
  later: v.optional(Later),
});
export type StaffState = v.InferOutput<typeof StaffState>;

export const ToStaff = v.variant('type', [
  v.object({
    type: v.literal('welcome'),
    me: StaffPerson,
    last: Place,
    messages: v.array(StaffMessage),
    state: StaffState,
    /** Files can be sent here. */
    files: v.optional(v.literal(true)),
    /** What the reader has written and not sent, on whatever device. */
    drafts: v.optional(v.object({ reply: v.optional(Written), note: v.optional(Written) })),
    now: v.number(),
  }),
  /** The same, as another device of the reader's has it now. */
  v.object({ type: v.literal('draft'), kind: DraftKind, draft: Written }),
  v.object({ type: v.literal('message'), message: StaffMessage }),
  v.object({ type: v.literal('state'), state: StaffState }),
  Piece,
  Dropped,
  Ack,
  /** The customer composes (`who` null), or a colleague does. Expires on its own after 6 s. */
  v.object({ type: v.literal('typing'), who: v.nullable(StaffPerson), on: v.boolean() }),
  ErrorFrame,
]);
export type ToStaff = v.InferOutput<typeof ToStaff>;
