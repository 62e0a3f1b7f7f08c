/** What a person of the team is told of while no dashboard is before them, as they have chosen it for a store. */

export const NOTICE_KINDS = ['waiting', 'chats', 'transfers', 'mentions', 'follow_ups'] as const;
/**
 * Somebody waits · a customer in one's own chat gets no reply · a chat is offered to one · one is named in a private note ·
 * something is still owed to a customer.
 */
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_LEVELS = ['all', 'urgent', 'none'] as const;
export type NoticeLevel = (typeof NOTICE_LEVELS)[number];

export interface Notices {
  kinds: Record<NoticeKind, NoticeLevel>;
  /** Local wall times, `HH:MM`, each day; `to` at or before `from` is on the next. Null: none. */
  quiet: { from: string; to: string; timeZone: string } | null;
  /** Whether urgent ones break the quiet. */
  urgentInQuiet: boolean;
  /** In an open dashboard. */
  sounds: { waiting: boolean; message: boolean };
}

export const EVERYTHING: Notices = {
  kinds: { waiting: 'all', chats: 'all', transfers: 'all', mentions: 'all', follow_ups: 'all' },
  quiet: null,
  urgentInQuiet: true,
  sounds: { waiting: true, message: true },
};

const minutes = (time: string): number => {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
};

/** Whether an instant lies in the quiet hours; from and to alike are the whole day. */
export function isQuiet({ quiet }: Pick<Notices, 'quiet'>, now: number): boolean {
  if (!quiet) return false;
  const wall = new Intl.DateTimeFormat('en', {
    timeZone: quiet.timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [at, from, to] = [minutes(wall.format(now)), minutes(quiet.from), minutes(quiet.to)];
  return from < to ? at >= from && at < to : at >= from || at < to;
}

export function wants(notices: Notices, kind: NoticeKind, urgent: boolean, now: number): boolean {
  const level = notices.kinds[kind];
  if (level === 'none' || (level === 'urgent' && !urgent)) return false;
  return (urgent && notices.urgentInQuiet) || !isQuiet(notices, now);
}
