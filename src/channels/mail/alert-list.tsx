import type { Urgency } from '../../domain/reasons';
import type { Links } from './alert';
import { unsubscribeHeaders } from './headers';
import { Button, Quiet, renderMail, SmallPrint, Urgent } from './layout';
import type { Mail } from './mail';
import { line, reasonOf, wrapped } from './words';

/** Several customers in one mail: the reminder of all who wait, or urgent requests that came too thick for one each. */

export interface AlertListMail {
  to: string;
  store: string;
  /** Epoch ms: how long each has waited by now. */
  now: number;
  kind: 'reminder' | 'gathered';
  customers: {
    customer: string;
    reason: Parameters<typeof reasonOf>[0];
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
const minutes = (ms: number): string => `${Math.max(1, Math.floor(ms / 60_000))} min`;

function headingOf(kind: AlertListMail['kind'], count: number): string {
  if (kind === 'gathered') return count === 1 ? '1 urgent request' : `${count} urgent requests`;
  return count === 1 ? '1 customer is waiting' : `${count} customers are waiting`;
}

export async function alertListMail(list: AlertListMail): Promise<Mail> {
  const { to, now, kind, links } = list;
  const store = line(list.store, 80);
  const heading = headingOf(kind, list.customers.length);
  const rank = (urgency: Urgency) => (urgency === 'urgent' ? 0 : 1);
  const rows = list.customers
    .toSorted((a, b) => rank(a.urgency) - rank(b.urgency) || a.since - b.since)
    .slice(0, MOST)
    .map((one) => ({
      customer: line(one.customer, 60),
      reason: reasonOf(one.reason),
      urgent: one.urgency === 'urgent',
      text: line(one.text, 160),
      wait: minutes(now - one.since),
      since: one.since,
      open: one.open,
    }));
  const more = list.customers.length - rows.length;
  const others = more > 0 ? `And ${more} more in the inbox.` : '';
  const longest = rows.toSorted((a, b) => a.since - b.since)[0];
  const preview = longest
    ? `Longest ${longest.wait}: ${longest.customer}, ${longest.reason.toLowerCase()}${longest.urgent ? ', urgent' : ''}.`
    : '';
  const limit = {
    reminder: 'At most one reminder every five minutes.',
    gathered: 'There were many urgent requests within the hour, so further ones come together, every five minutes.',
  }[kind];
  const html = await renderMail({
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
                      {row.urgent && <Urgent />}{' '}
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
        <Button href={links.open}>Open the inbox</Button>
        <SmallPrint apart={false}>
          {limit} <Quiet href={links.unsubscribe}>Unsubscribe from {store} alerts</Quiet>
        </SmallPrint>
      </>
    ),
  });
  const lines = rows.map(
    (row) =>
      `${wrapped(`${row.customer}${row.urgent ? ', URGENT' : ''}, ${row.reason.toLowerCase()}, ${row.wait}: ${row.text}`)}\n  ${row.open}`,
  );
  const text = `${heading} at ${store}.\n\n${[...lines, others].filter(Boolean).join('\n\n')}\n\nOpen the inbox:\n${links.open}\n\n--\n${wrapped(limit, '')}\nUnsubscribe: ${links.unsubscribe}\nAll stores: ${links.settings}\n`;
  return { to, subject: `${heading} (${store})`, html, text, headers: unsubscribeHeaders(links.unsubscribe) };
}
