import type { Urgency } from '../../domain/reasons';
import { Button, Part, renderMail, SmallPrint, Urgent } from './layout';
import type { Mail } from './mail';
import { dateIn, line, reasonOf, timeIn, wrapped } from './words';

/** Tells one colleague of one customer: who, why, what happened, what was last said, one button. */

export interface AlertMail {
  to: string;
  store: string;
  timeZone: string;
  customer: string;
  reason: Parameters<typeof reasonOf>[0];
  urgency: Urgency;
  /** Off hours nobody waits: it is owed, and stands under follow-ups. */
  kind: 'waiting' | 'off_hours';
  requestedAt: number;
  estimate: number | null;
  /** "What happened so far", by its terms. */
  soFar: { term: string; text: string }[];
  last: { from: string; text: string; at: number }[];
  links: Links;
}

export interface Links {
  /** The chat; in a list, the inbox. */
  open: string;
  unsubscribe: string;
  settings: string;
}

const INK = '#1d1c18';
const CELL = 'font-size:14px;line-height:20px;';

/** RFC 2369 and RFC 8058: one HTTPS address, which ends these mails when it is posted to. */
export const unsubscribeHeaders = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

function words(alert: AlertMail) {
  const { kind, requestedAt, estimate, timeZone } = alert;
  const store = line(alert.store, 80);
  const customer = line(alert.customer, 60);
  const asked = `Asked at ${timeIn(timeZone, requestedAt)}`;
  const waits = kind === 'waiting';
  return {
    store,
    customer,
    reason: reasonOf(alert.reason),
    heading: waits ? `${customer} is waiting for a person` : `${customer} asked outside opening hours`,
    asked: waits
      ? `${asked}${estimate === null ? '' : ` and was told to expect about ${estimate} min`}.`
      : `${asked}, while nobody was in. It stands under follow-ups.`,
    since: waits
      ? `Waiting since ${timeIn(timeZone, requestedAt)}.`
      : `Outside hours, ${timeIn(timeZone, requestedAt)}.`,
    why: `You get this because your email alerts for ${store} are on.`,
    quiet: 'After an email, other requests stay quiet for five minutes; urgent ones always send one.',
  };
}

export async function alertMail(alert: AlertMail): Promise<Mail> {
  const { to, urgency, timeZone, links } = alert;
  const { store, customer, reason, heading, asked, since, why, quiet } = words(alert);
  const soFar = alert.soFar.map(({ term, text }) => ({ term, text: line(text, 600) }));
  const last = alert.last.map(({ from, text, at }) => ({
    head: `${line(from, 60)}, ${timeIn(timeZone, at)}`,
    mine: from === alert.customer,
    text: line(text, 600),
  }));
  const quote = last.findLast(({ mine }) => mine)?.text ?? last.at(-1)?.text;
  const urgent = urgency === 'urgent';
  const html = await renderMail({
    from: store,
    at: dateIn(timeZone, alert.requestedAt),
    preview: `${quote ? `“${line(quote, 90)}” ` : ''}${since}`,
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
        {soFar.length > 0 && (
          <Part title="What happened so far" gap={28}>
            <table width="100%" cellpadding="0" cellspacing="0" border={0} style={CELL}>
              {soFar.map(({ term, text }) => (
                <tr>
                  <th
                    class="e-3 e-label"
                    scope="row"
                    align="left"
                    valign="top"
                    width="120"
                    style="width:120px;padding:4px 12px 4px 0;font-weight:400;font-size:13px;color:#625f5a;"
                  >
                    {term}
                  </th>
                  <td
                    class="e-ink e-value"
                    style={`padding:4px 0;${term === OPEN_QUESTION ? 'font-weight:600;' : ''}color:${INK};`}
                  >
                    {text}
                  </td>
                </tr>
              ))}
            </table>
          </Part>
        )}
        {last.length > 0 && (
          <Part title="Last messages" gap={24}>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0} style={CELL}>
              {last.map(({ head, text, mine }, i) => (
                <tr>
                  <td style={`padding:4px 0 ${i === last.length - 1 ? 4 : 8}px;`}>
                    <span class="e-3" style="font-size:12px;line-height:16px;color:#625f5a;">
                      {head}
                    </span>
                    <br />
                    <span class={mine ? 'e-ink' : 'e-2'} style={`color:${mine ? INK : '#4a4843'};`}>
                      {text}
                    </span>
                  </td>
                </tr>
              ))}
            </table>
          </Part>
        )}
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
    wrapped(alert.kind === 'waiting' ? `${heading} at ${store}.` : `${heading} of ${store}.`, ''),
    asked,
    `\nOpen the chat:\n${links.open}`,
    soFar.length > 0 && `\nWHAT HAPPENED SO FAR\n${soFar.map((one) => wrapped(`${one.term}: ${one.text}`)).join('\n')}`,
    last.length > 0 && `\nLAST MESSAGES\n${last.map((one) => wrapped(`${one.head}: ${one.text}`)).join('\n')}`,
    `\n--\n${wrapped(why, '')}\nUnsubscribe: ${links.unsubscribe}\nAll stores: ${links.settings}\n`,
  ].filter((part) => part !== false);
  return {
    to,
    subject: `${urgent ? 'Urgent: ' : ''}${customer}, ${reason.toLowerCase()} (${store})`,
    html,
    text: text.join('\n'),
    headers: unsubscribeHeaders(links.unsubscribe),
  };
}

export const OPEN_QUESTION = 'Open question';

export const Quiet = ({ href, children }: { href: string; children: unknown }) => (
  <a href={href} style="color:#625f5a;text-decoration:underline;">
    {children}
  </a>
);
