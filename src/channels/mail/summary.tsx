import type { Urgency } from '../../domain/reasons';
import { Button, renderMail, SmallPrint, Urgent, Words } from './layout';
import { OURS } from './loop';
import type { Mail } from './mail';
import { type Story, StoryParts, storyText, told } from './story';
import { dateIn, line, reasonOf, timeIn, wrapped } from './words';

/** Brings a conversation to the address that a store sends such requests to. An answer goes straight to the customer. */

export interface SummaryMail extends Story {
  to: string;
  store: string;
  /** The customer's address, if one was left. */
  email: string | null;
  reason: Parameters<typeof reasonOf>[0];
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
  const { to, timeZone, email, requestedAt, open, more } = summary;
  const store = line(summary.store, 80);
  const customer = line(summary.customer, 60);
  const trigger = line(summary.trigger, 600);
  const reason = reasonOf(summary.reason);
  const urgent = summary.urgency === 'urgent';
  const heading = more ? `${customer} asked again` : `${customer} has a question`;
  const asked = `Asked at ${timeIn(timeZone, requestedAt)}.`;
  const answer = email
    ? `Answer this email to write to ${email}.`
    : 'No address was left. An answer can only be written in the chat.';
  const why = `You get this because ${store} sends such requests to this address.`;
  const story = told(summary);
  const html = await renderMail({
    from: store,
    at: dateIn(timeZone, requestedAt),
    preview: `${trigger && `“${line(trigger, 90)}” `}${asked}`,
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
        <Button href={open}>Open the chat</Button>
        <StoryParts {...story} />
        <SmallPrint>{why}</SmallPrint>
      </>
    ),
  });
  const text = [
    urgent ? `URGENT: ${reason.toLowerCase()}` : reason,
    wrapped(`${heading}, at ${store}.`, ''),
    trigger && `\n${wrapped(trigger, '')}`,
    `\n${wrapped(`${asked} ${answer}`, '')}`,
    `\nOpen the chat:\n${open}`,
    ...storyText(story),
    `\n--\n${wrapped(why, '')}\n`,
  ].filter(Boolean);
  return {
    to,
    subject: `${urgent ? 'Urgent: ' : ''}${customer}${more ? ' again' : ''}, ${reason.toLowerCase()} (${store})`,
    html,
    text: text.join('\n'),
    headers: OURS,
    ...(email !== null && { replyTo: email }),
    fromName: store,
  };
}
