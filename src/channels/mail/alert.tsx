import type { Urgency } from '../../domain/reasons';
import { unsubscribeHeaders } from './headers';
import { Button, Quiet, renderMail, SmallPrint, Urgent } from './layout';
import type { Mail } from './mail';
import { type Story, StoryParts, storyText, told } from './story';
import { dateIn, line, reasonOf, timeIn, wrapped } from './words';

/** Tells one colleague of one customer: who, why, what happened, what was last said, one button. */

export interface AlertMail extends Story {
  to: string;
  store: string;
  reason: Parameters<typeof reasonOf>[0];
  urgency: Urgency;
  /** Only `waiting` is about somebody who waits now; the others are owed, and stand under follow-ups. */
  kind: 'waiting' | 'off_hours' | 'unanswered' | 'follow_up' | 'reminder' | 'mention';
  /** What somebody set themselves to be reminded of. */
  reminder?: string | undefined;
  /** Who named the reader in a private note, whose first words are `reminder`. */
  by?: string | undefined;
  requestedAt: number;
  /** When a follow-up fell due. */
  due?: number | null;
  estimate: number | null;
  links: Links;
}

export interface Links {
  /** The chat; in a list, the inbox. */
  open: string;
  unsubscribe: string;
  settings: string;
}

const INK = '#1d1c18';
const OWED = 'It stands under follow-ups.';

interface Said {
  subject: string;
  heading: string;
  asked: string;
  /** For the list of mails, beside the subject. */
  since: string;
  quiet: string;
}

function said(
  { kind, requestedAt, estimate, timeZone, due, reminder = '', by = '' }: AlertMail,
  customer: string,
  reason: string,
): Said {
  const at = timeIn(timeZone, requestedAt);
  const soon = 'After an email, other requests stay quiet for five minutes; urgent ones always send one.';
  const once = 'Each of these is emailed once.';
  switch (kind) {
    case 'waiting':
      return {
        subject: `${customer}, ${reason}`,
        heading: `${customer} is waiting for a person`,
        asked: `Asked at ${at}${estimate === null ? '' : ` and was told to expect about ${estimate} min`}.`,
        since: `Waiting since ${at}.`,
        quiet: soon,
      };
    case 'off_hours':
      return {
        subject: `${customer}, ${reason}`,
        heading: `${customer} asked outside opening hours`,
        asked: `Asked at ${at}, while nobody was in. ${OWED}`,
        since: `Outside hours, ${at}.`,
        quiet: soon,
      };
    case 'unanswered':
      return {
        subject: `Nobody answered ${customer}, ${reason}`,
        heading: `Nobody could answer ${customer} in time`,
        asked: `Asked at ${at}, and was told that nobody could answer. ${OWED}`,
        since: `Asked at ${at}.`,
        quiet: once,
      };
    case 'reminder':
      return {
        subject: `Reminder: ${line(reminder, 80)}, ${customer}`,
        heading: line(reminder, 200),
        asked: `A reminder about ${customer}. ${OWED}`,
        since: `A reminder about ${customer}.`,
        quiet: 'Each reminder is emailed to its owner, once for each time that it falls due.',
      };
    case 'mention':
      return {
        subject: `${line(by, 60)} mentioned you: ${line(reminder, 80)}`,
        heading: `${line(by, 60)} mentioned you in a private note`,
        asked: `“${line(reminder, 200)}” In the chat with ${customer}, at ${at}.`,
        since: `In the chat with ${customer}.`,
        quiet: 'You are emailed where a note names you while you have no dashboard open.',
      };
    case 'follow_up':
      return {
        subject: `Still owed an answer: ${customer}, ${reason}`,
        heading: `${customer} is still owed an answer`,
        asked: `Asked on ${dateIn(timeZone, requestedAt)}. ${due ? `An answer was due ${dateIn(timeZone, due)}.` : OWED}`,
        since: `Asked on ${dateIn(timeZone, requestedAt)}.`,
        quiet: once,
      };
  }
}

/** Where nobody asked for anybody, it says what it is instead. */
function aboutOf({ kind, reason }: AlertMail): string {
  if (kind === 'mention') return 'Private note';
  return kind === 'reminder' ? 'Reminder' : reasonOf(reason);
}

function headed(kind: AlertMail['kind'], heading: string, store: string): string {
  if (kind === 'reminder') return heading;
  return kind === 'off_hours' ? `${heading} of ${store}.` : `${heading} at ${store}.`;
}

export async function alertMail(alert: AlertMail): Promise<Mail> {
  const { to, timeZone, links } = alert;
  const store = line(alert.store, 80);
  const reason = aboutOf(alert);
  const { subject, heading, asked, since, quiet } = said(alert, line(alert.customer, 60), reason.toLowerCase());
  const why = `You get this because your email alerts for ${store} are on.`;
  const story = told(alert);
  const urgent = alert.urgency === 'urgent';
  const html = await renderMail({
    from: store,
    at: dateIn(timeZone, alert.requestedAt),
    preview: `${story.quote ? `“${line(story.quote, 90)}” ` : ''}${since}`,
    children: (
      <>
        <tr>
          <td class="e-pad" style="padding:24px 32px 0;">
            {urgent && <Urgent />}
            <span
              class="e-2"
              style={`${urgent ? 'padding-left:8px;' : ''}font-size:13px;line-height:20px;color:#4a4843;`}
            >
              {reason}
            </span>
            <h1 class="e-ink" style={`margin:10px 0 4px;font-size:22px;line-height:28px;font-weight:600;color:${INK};`}>
              {heading}
            </h1>
            <p class="e-2" style="margin:0;font-size:14px;line-height:20px;color:#4a4843;">
              {asked}
            </p>
          </td>
        </tr>
        <Button href={links.open}>Open the chat</Button>
        <StoryParts {...story} />
        <SmallPrint>
          {why} {quiet}
          <br />
          <Quiet href={links.unsubscribe}>Unsubscribe from {store} alerts</Quiet> &nbsp;·&nbsp;{' '}
          <Quiet href={links.settings}>Alerts for all your stores</Quiet>
        </SmallPrint>
      </>
    ),
  });
  const text = [
    urgent ? `URGENT: ${reason.toLowerCase()}` : reason,
    wrapped(headed(alert.kind, heading, store), ''),
    wrapped(asked, ''),
    `\nOpen the chat:\n${links.open}`,
    ...storyText(story),
    `\n--\n${wrapped(why, '')}\nUnsubscribe: ${links.unsubscribe}\nAll stores: ${links.settings}\n`,
  ];
  return {
    to,
    subject: `${urgent ? 'Urgent: ' : ''}${subject} (${store})`,
    html,
    text: text.join('\n'),
    headers: unsubscribeHeaders(links.unsubscribe),
  };
}
