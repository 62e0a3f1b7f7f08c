import type { Reason, Urgency } from '../../domain/reasons';
import { type StaffLanguage, staffWords } from '../../words/words';
import { Button, renderMail, SmallPrint, Urgent, Words } from './layout';
import { OURS } from './loop';
import type { Mail } from './mail';
import { type Story, StoryParts, storyText, told } from './story';
import { dateIn, line, timeIn, wrapped } from './words';

/** Brings a conversation to the address that a store sends such requests to. An answer goes straight to the customer. */

export interface SummaryMail extends Story {
  to: string;
  language: StaffLanguage;
  store: string;
  /** The customer's address, if one was left. */
  email: string | null;
  reason: Reason | null;
  urgency: Urgency;
  /** What was asked with, in the customer's words. */
  trigger: string;
  requestedAt: number;
  /** Into the chat. */
  open: string;
  /** A second one: asked again. */
  more: boolean;
}

const INK = '#1d1c18';

export async function summaryMail(summary: SummaryMail): Promise<Mail> {
  const { to, timeZone, email, requestedAt, open, more, language } = summary;
  const { alerts, reasons } = await staffWords(language);
  const say = alerts.summary;
  const store = line(summary.store, 80);
  const customer = line(summary.customer, 60);
  const trigger = line(summary.trigger, 600);
  const reason = reasons[summary.reason ?? 'customer_request'];
  const urgent = summary.urgency === 'urgent';
  const heading = say.heading(customer, more);
  const asked = say.asked(timeIn(timeZone, requestedAt));
  const answer = email ? say.answer(email) : say.noAddress;
  const why = say.why(store);
  const story = told(summary);
  const html = await renderMail({
    lang: language,
    from: store,
    at: dateIn(timeZone, requestedAt, language),
    preview: `${trigger && `${alerts.story.quote(line(trigger, 90))} `}${asked}`,
    children: (
      <>
        <tr>
          <td class="e-pad" style="padding:24px 32px 0;">
            {urgent && <Urgent>{alerts.urgent}</Urgent>}
            <span
              class="e-2"
              style={`${urgent ? 'padding-left:8px;' : ''}font-size:13px;line-height:20px;color:#4a4843;`}
            >
              {reason}
            </span>
            <h1
              class="e-ink"
              style={`margin:10px 0 12px;font-size:22px;line-height:28px;font-weight:600;color:${INK};`}
            >
              {heading}
            </h1>
            {trigger !== '' && (
              <p class="e-ink" style={`margin:0 0 8px;font-size:16px;line-height:24px;color:${INK};`}>
                {trigger}
              </p>
            )}
          </td>
        </tr>
        <Words>
          {asked} {answer}
        </Words>
        <Button href={open}>{alerts.openChat}</Button>
        <StoryParts {...story} say={alerts.story} />
        <SmallPrint>{why}</SmallPrint>
      </>
    ),
  });
  const text = [
    urgent ? `${alerts.urgent.toUpperCase()}: ${reason.toLowerCase()}` : reason,
    wrapped(say.at(heading, store), ''),
    trigger && `\n${wrapped(trigger, '')}`,
    `\n${wrapped(`${asked} ${answer}`, '')}`,
    `\n${alerts.openChat}:\n${open}`,
    ...storyText(story, alerts.story),
    `\n--\n${wrapped(why, '')}\n`,
  ].filter(Boolean);
  return {
    to,
    subject: `${urgent ? `${alerts.urgent}: ` : ''}${say.subject(customer, reason.toLowerCase(), more)} (${store})`,
    html,
    text: text.join('\n'),
    headers: OURS,
    ...(email !== null && { replyTo: email }),
    fromName: store,
  };
}
