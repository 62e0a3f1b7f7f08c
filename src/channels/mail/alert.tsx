import type { Reason, Urgency } from '../../domain/reasons';
import type { AlertFacts, AlertWords } from '../../words/en/alerts';
import { type StaffLanguage, type StaffWords, staffWords } from '../../words/words';
import { unsubscribeHeaders } from './headers';
import { Button, Quiet, renderMail, SmallPrint, Urgent } from './layout';
import type { Mail } from './mail';
import { type Story, StoryParts, storyText, told } from './story';
import { dateIn, line, timeIn, wrapped } from './words';

/** Tells one colleague of one customer: who, why, what happened, what was last said, one button. */

export interface AlertMail extends Story {
  to: string;
  language: StaffLanguage;
  store: string;
  reason: Reason | null;
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
/** What it says, in the words of its reader. @param about the reason, or what it is instead of one */
function said({ kind, reminder = '', by = '', ...alert }: AlertMail, about: string, own: StaffWords): AlertWords {
  const { timeZone, requestedAt, estimate, due, language } = alert;
  const facts: AlertFacts = {
    customer: line(alert.customer, 60),
    store: line(alert.store, 80),
    reason: about.toLowerCase(),
    at: timeIn(timeZone, requestedAt),
    day: dateIn(timeZone, requestedAt, language),
    due: due ? dateIn(timeZone, due, language) : null,
    minutes: estimate,
    by: line(by, 60),
    text: line(reminder, 200),
    short: line(reminder, 80),
  };
  return own.alerts.kinds[kind](facts);
}

/** Where nobody asked for anybody, it says what it is instead. */
function aboutOf({ kind, reason }: AlertMail, { alerts, reasons }: StaffWords): string {
  return kind === 'mention' || kind === 'reminder' ? alerts.instead[kind] : reasons[reason ?? 'customer_request'];
}

export async function alertMail(alert: AlertMail): Promise<Mail> {
  const { to, timeZone, links, language } = alert;
  const own = await staffWords(language);
  const say = own.alerts;
  const store = line(alert.store, 80);
  const reason = aboutOf(alert, own);
  const { subject, heading, begins, asked, since, quiet } = said(alert, reason, own);
  const why = say.why(store);
  const story = told(alert);
  const urgent = alert.urgency === 'urgent';
  const html = await renderMail({
    lang: language,
    from: store,
    at: dateIn(timeZone, alert.requestedAt, language),
    preview: `${story.quote ? `${say.story.quote(line(story.quote, 90))} ` : ''}${since}`,
    children: (
      <>
        <tr>
          <td class="e-pad" style="padding:24px 32px 0;">
            {urgent && <Urgent>{say.urgent}</Urgent>}
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
        <Button href={links.open}>{say.openChat}</Button>
        <StoryParts {...story} say={say.story} />
        <SmallPrint>
          {why} {quiet}
          <br />
          <Quiet href={links.unsubscribe}>{say.unsubscribe(store)}</Quiet> &nbsp;·&nbsp;{' '}
          <Quiet href={links.settings}>{say.everywhere}</Quiet>
        </SmallPrint>
      </>
    ),
  });
  const text = [
    urgent ? `${say.urgent.toUpperCase()}: ${reason.toLowerCase()}` : reason,
    wrapped(begins, ''),
    wrapped(asked, ''),
    `\n${say.openChat}:\n${links.open}`,
    ...storyText(story, say.story),
    `\n--\n${wrapped(why, '')}\n${say.plain.unsubscribe}: ${links.unsubscribe}\n${say.plain.everywhere}: ${links.settings}\n`,
  ];
  return {
    to,
    subject: `${urgent ? `${say.urgent}: ` : ''}${subject} (${store})`,
    html,
    text: text.join('\n'),
    headers: unsubscribeHeaders(links.unsubscribe),
  };
}
