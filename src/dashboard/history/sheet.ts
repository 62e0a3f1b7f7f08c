import { isPrivate } from '../../domain/handoff';
import type { Card } from '../../protocol/common';
import type { StaffMessage } from '../../protocol/staff';
import { inText } from '../conversation/events';
import { called, firstName, languageName, money } from '../parts/format';
import { common } from '../words/en/common';
import { events } from '../words/en/events';
import { labels } from '../words/en/labels';
import { paper } from '../words/en/paper';
import { inLanguage, plainly } from '../words/words';
import type { ConversationRecord } from './door';

/** A conversation on paper: who and when first, then every word, day by day, in the store's time zone. */

export interface Sheet {
  title: string;
  facts: [term: string, text: string][];
  /** One list a handoff: why, how long, with whom, how it ended. */
  handoffs: { title: string; facts: [term: string, text: string][] }[];
  days: { day: string; lines: SheetLine[] }[];
}

export interface SheetLine {
  seq: number;
  time: string;
  who: string;
  /** `note`: for the team only. `event`: what happened, in words. */
  kind: 'said' | 'note' | 'event';
  text: string;
  /** Products, links, and how a message came. */
  beside: string[];
}

export interface SheetOptions {
  store: string;
  /** Whether what only the team may read is on it. */
  notes: boolean;
}

export function sheetOf(record: ConversationRecord, { store, notes }: SheetOptions): Sheet {
  const { lang, email, startedAt, messages, handoffs, timeZone } = record;
  const customer = called(record.customer);
  const { dated, timed } = onPaper()(timeZone);
  const at = (when: number) => events.dayAndTime({ day: dated.format(when), time: timed.format(when) });
  const days: Sheet['days'] = [];
  for (const message of messages as StaffMessage[]) {
    const line = lineOf(message, customer, timed.format(message.at));
    if (!line || (!notes && isForTeam(message))) continue;
    const day = dated.format(message.at);
    if (days.at(-1)?.day !== day) days.push({ day, lines: [] });
    days.at(-1)?.lines.push(line);
  }
  return {
    title: paper.title({ customer }),
    facts: [
      [paper.store, store],
      [paper.began, at(startedAt)],
      [paper.last, at(messages.at(-1)?.at ?? startedAt)],
      [paper.language, languageName(lang)],
      ...(email ? [[paper.email, email] as [string, string]] : []),
      [paper.zone, timeZone.replaceAll('_', ' ')],
    ],
    handoffs: handoffs.map((one) => handoffOf(one as Handoff, at, notes)),
    days,
  };
}

/** By the 24-hour clock: it may be read anywhere. */
const onPaper = inLanguage((tag) => (timeZone: string) => {
  return {
    dated: new Intl.DateTimeFormat(plainly(tag), { dateStyle: 'full', timeZone }),
    timed: new Intl.DateTimeFormat(plainly(tag), { timeStyle: 'short', timeZone }),
  };
});

const rated = ({ thumb, comment }: NonNullable<Handoff['rating']>): string =>
  comment ? paper.ratingWith({ thumb: events.thumbs[thumb], comment }) : events.thumbs[thumb];

type Handoff = ConversationRecord['handoffs'][number];

function handoffOf(handoff: Handoff, at: (when: number) => string, notes: boolean): Sheet['handoffs'][number] {
  const { n, reason, urgency, requestedAt, assignee, endedAt, outcome, note, rating } = handoff;
  const facts: [string, string | null | false | undefined][] = [
    [paper.asked, at(requestedAt)],
    [
      paper.reason,
      reason &&
        (urgency === 'urgent' ? paper.reasonUrgent({ reason: labels.reasons[reason] }) : labels.reasons[reason]),
    ],
    [paper.with, assignee?.name],
    [paper.ended, endedAt !== null && at(endedAt)],
    [paper.outcome, outcome && labels.outcomes[outcome]],
    [paper.rating, rating && rated(rating)],
    [paper.endingNote, notes && note],
  ];
  return {
    title: paper.request({ n: String(n) }),
    facts: facts.flatMap(([term, text]) => (text ? [[term, text]] : [])),
  };
}

const isForTeam = (message: StaffMessage): boolean =>
  message.kind === 'note' || (message.kind === 'event' && isPrivate(message.event));

const cardLine = ({ title, price, url }: Card): string =>
  [title, price && money(price), url].filter(Boolean).join(', ');

const filed = (files: readonly { name: string }[] = []): string[] =>
  files.length > 0 ? [paper.attached({ files: files.map(({ name }) => name).join(', ') })] : [];

function lineOf(message: StaffMessage, customer: string, time: string): SheetLine | null {
  const { seq } = message;
  switch (message.kind) {
    case 'customer': {
      const { text, mail, files } = message;
      const attached =
        mail && mail.attachments.length > 0 ? [paper.attached({ files: mail.attachments.join(', ') })] : [];
      const beside = [...filed(files), ...(mail ? [paper.byEmail({ address: mail.from }), ...attached] : [])];
      return { seq, time, who: customer, kind: 'said', text, beside };
    }
    case 'assistant': {
      const { text, cards, links, cut } = message;
      const beside = [
        ...cards.map(cardLine),
        ...links.map((link) => `${link.title}, ${link.url}`),
        ...(cut ? [paper.stopped] : []),
      ];
      return { seq, time, who: common.assistant, kind: 'said', text, beside };
    }
    case 'staff':
      return {
        seq,
        time,
        who: message.from.name,
        kind: 'said',
        text: message.text,
        beside: [...filed(message.files), ...(message.cards ?? []).map(cardLine)],
      };
    case 'note':
      return {
        seq,
        time,
        who: paper.noteBy({ name: message.from.name }),
        kind: 'note',
        text: message.text,
        beside: [],
      };
    case 'event': {
      const text = inText(message.event, { me: null, customer: firstName(customer) });
      return { seq, time, who: '', kind: 'event', text, beside: [] };
    }
  }
}

const INDENT = '      ';

/** As plain text: one message a paragraph, its time before it. */
export function textOf({ title, facts, handoffs, days }: Sheet): string {
  const list = (some: Sheet['facts']) => some.map(([term, text]) => `${term}: ${text}`);
  const indented = (text: string) => text.split('\n').join(`\n${INDENT}`);
  const lines = days.flatMap(({ day, lines: said }) => [
    '',
    day,
    '-'.repeat(day.length),
    ...said.flatMap(({ time, who, text, kind, beside }) => [
      '',
      kind === 'event' ? `${time} * ${text}` : `${time} ${who}:`,
      ...(kind === 'event' ? [] : [INDENT + indented(text)]),
      ...beside.map((one) => `${INDENT}[${one}]`),
    ]),
  ]);
  const asked = handoffs.flatMap((handoff) => ['', handoff.title, ...list(handoff.facts)]);
  return [title, '='.repeat(title.length), ...list(facts), ...asked, ...lines, ''].join('\n');
}

/** `guest-4821-2026-11-21.txt` */
export function fileName({ customer, startedAt, timeZone }: ConversationRecord): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(startedAt);
  const name = customer.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return `${name.replace(/^-|-$/g, '') || 'conversation'}-${day}.txt`;
}
