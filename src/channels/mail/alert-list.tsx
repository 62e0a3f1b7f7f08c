import type { Reason, Urgency } from '../../domain/reasons';
import { counted, type StaffLanguage, staffWords } from '../../words/words';
import type { Links } from './alert';
import { unsubscribeHeaders } from './headers';
import { Button, Quiet, renderMail, SmallPrint, Urgent } from './layout';
import type { Mail } from './mail';
import { line, wrapped } from './words';

/** Several customers in one mail: the reminder of all who wait, or urgent requests that came too thick for one each. */

export interface AlertListMail {
  to: string;
  language: StaffLanguage;
  store: string;
  /** Epoch ms: how long each has waited by now. */
  now: number;
  kind: 'reminder' | 'gathered';
  customers: {
    customer: string;
    reason: Reason | null;
    urgency: Urgency;
    text: string;
    since: number;
    open: string;
  }[];
  links: Links;
}

const INK = '#1d1c18';
/** A mail that lists everybody of a very bad day would be too long to be taken. */
const MOST = 40;
const minutes = (ms: number): number => Math.max(1, Math.floor(ms / 60_000));

export async function alertListMail(list: AlertListMail): Promise<Mail> {
  const { to, now, kind, links, language } = list;
  const { alerts, push, reasons } = await staffWords(language);
  const say = alerts.list;
  const store = line(list.store, 80);
  const heading = counted(language, say.heading[kind], list.customers.length);
  const rank = (urgency: Urgency) => (urgency === 'urgent' ? 0 : 1);
  const rows = list.customers
    .toSorted((a, b) => rank(a.urgency) - rank(b.urgency) || a.since - b.since)
    .slice(0, MOST)
    .map((one) => ({
      customer: line(one.customer, 60),
      reason: reasons[one.reason ?? 'customer_request'],
      urgent: one.urgency === 'urgent',
      text: line(one.text, 160),
      wait: push.minutes(minutes(now - one.since)),
      since: one.since,
      open: one.open,
    }));
  const more = list.customers.length - rows.length;
  const others = more > 0 ? counted(language, say.more, more) : '';
  const longest = rows.toSorted((a, b) => a.since - b.since)[0];
  const reasonIn = ({ reason, urgent }: { reason: string; urgent: boolean }) =>
    `${reason.toLowerCase()}${urgent ? `, ${push.urgent}` : ''}`;
  const preview = longest ? say.longest(longest.wait, longest.customer, reasonIn(longest)) : '';
  const limit = say.limit[kind];
  const html = await renderMail({
    lang: language,
    from: null,
    preview,
    children: (
      <>
        <tr>
          <td class="e-pad" style="padding:24px 32px 0;">
            <h1 class="e-ink" style={`margin:0 0 16px;font-size:22px;line-height:28px;font-weight:600;color:${INK};`}>
              {heading}
            </h1>
            <table width="100%" cellpadding="0" cellspacing="0" border={0} style="font-size:14px;line-height:20px;">
              {rows.map((row, i) => {
                const end = i === rows.length - 1 ? 'border-bottom:1px solid #e2e0dc;' : '';
                const cell = `padding:12px 0;border-top:1px solid #e2e0dc;${end}`;
                return (
                  <tr>
                    <td class="e-line" style={cell}>
                      <a class="e-ink" href={row.open} style={`font-weight:600;color:${INK};`}>
                        {row.customer}
                      </a>{' '}
                      {row.urgent && <Urgent>{alerts.urgent}</Urgent>}{' '}
                      <span class="e-2" style="font-size:13px;color:#4a4843;">
                        {row.reason}
                      </span>
                      {row.text !== '' && (
                        <>
                          <br />
                          <span class="e-2" style="color:#4a4843;">
                            {row.text}
                          </span>
                        </>
                      )}
                    </td>
                    <td
                      class="e-line e-ink"
                      align="right"
                      valign="top"
                      style={`${cell}white-space:nowrap;color:${INK};`}
                    >
                      {row.wait}
                    </td>
                  </tr>
                );
              })}
            </table>
            {others !== '' && (
              <p class="e-2" style="margin:12px 0 0;font-size:14px;line-height:20px;color:#4a4843;">
                {others}
              </p>
            )}
          </td>
        </tr>
        <Button href={links.open}>{alerts.openInbox}</Button>
        <SmallPrint apart={false}>
          {limit} <Quiet href={links.unsubscribe}>{alerts.unsubscribe(store)}</Quiet>
        </SmallPrint>
      </>
    ),
  });
  const lines = rows.map(
    (row) =>
      `${wrapped(`${row.customer}${row.urgent ? `, ${alerts.urgent.toUpperCase()}` : ''}, ${row.reason.toLowerCase()}, ${row.wait}: ${row.text}`)}\n  ${row.open}`,
  );
  const text = [
    say.at(heading, store),
    ...lines,
    ...(others === '' ? [] : [others]),
    `${alerts.openInbox}:\n${links.open}`,
    `--\n${wrapped(limit, '')}\n${alerts.plain.unsubscribe}: ${links.unsubscribe}\n${alerts.plain.everywhere}: ${links.settings}\n`,
  ];
  const headers = unsubscribeHeaders(links.unsubscribe);
  return { to, subject: `${heading} (${store})`, html, text: text.join('\n\n'), headers };
}
