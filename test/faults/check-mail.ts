import { type Check, check } from './check.ts';
import type { Mail, MailApi } from './mail-api.ts';
import type { Crowd } from './run.ts';
import type { Team } from './shop.ts';
import type { StoredConversation } from './storage.ts';

/** No email twice under one idempotency key, none about nothing, and none forgotten. */

interface Evidence {
  crowd: Crowd;
  mail: MailApi;
  team: Team;
  stored: StoredConversation[];
}

export function checkMail({ crowd, mail, team, stored }: Evidence): Check[] {
  const keys = Map.groupBy(mail.attempts, ({ key }) => key);
  const alerts = [...mail.sent.values()].map((one) => one.mail).filter(isAlert);
  return [
    check('Under one idempotency key there is only ever one mail', keys, ([key, attempts]) => {
      const [first = '', ...others] = new Set(attempts.map(({ body }) => body));
      if (key === '' || key.length > 256) return `a key of ${key.length} characters`;
      const differs = others.map((other) => difference(first, other)).join('; ');
      return others.length > 0 ? `${key} (${attempts.map(({ was }) => was).join(', ')}): ${differs}` : null;
    }),
    check('What was taken and not heard of is sent again as the same', lost(keys), ({ key, after }) =>
      after.every((was) => was === 'replayed' || was === 'busy') ? null : `${key}: ${after.join(', ')}`,
    ),
    check('Nobody is emailed twice about one wait', Map.groupBy(alerts, about), ([which, mails]) => {
      const [to, id] = which.split(' ');
      const most = waitsOf(crowd, stored, id ?? '');
      return mails.length <= most ? null : `${to} got ${mails.length} about ${id}, who began to wait ${most} times`;
    }),
    check('Everybody is emailed about whoever has waited from the beginning', patients(crowd, team, stored), (one) =>
      alerts.some((alert) => about(alert) === `${one.to} ${one.id}`) ? null : `${one.to} heard nothing about ${one.id}`,
    ),
  ];
}

/** Where two texts begin to differ. */
function difference(one: string, other: string): string {
  const at = [...one].findIndex((char, i) => char !== other[i]);
  return `“${one.slice(at - 60, at + 60)}” and “${other.slice(at - 60, at + 60)}”`;
}

/** An alert about one customer; a list of several has another subject. */
const isAlert = ({ subject }: Mail) => /^(Urgent: )?Guest \d+/.test(subject);

/** Whom it went to, and which conversation it leads to. */
const about = ({ to, text }: Mail) => `${to[0]} ${/\/inbox\/([\w-]+)/.exec(text)?.[1]}`;

/** For each mail that was taken without the runtime's hearing of it: what became of later tries. */
const lost = (keys: Map<string, MailApi['attempts']>) =>
  [...keys].flatMap(([key, attempts]) => {
    const at = attempts.findIndex(({ was }) => was.startsWith('taken'));
    const after = attempts.slice(at + 1).map(({ was }) => was);
    return at >= 0 && after.length > 0 ? [{ key, after }] : [];
  });

/** How often a conversation became pending, and how often it can have been raised meanwhile. */
function waitsOf({ customers }: Crowd, stored: StoredConversation[], id: string): number {
  const events = stored.find((one) => one.id === id)?.messages.flatMap(({ body }) => body.event ?? []) ?? [];
  const began = events.filter(({ what }) => what === 'asked' || what === 'released').length;
  return began + (customers.find(({ conversation }) => conversation === id)?.urgent ?? 0);
}

/** So many urgent emails of a store go out one by one. */
const URGENT_MOST = 10;

/** Customers whom nobody took and whose complaint was among the first urgent ones of their shop, for each of the team. */
function patients({ customers }: Crowd, team: Team, stored: StoredConversation[]): { id: string; to: string }[] {
  const patient = customers.filter(({ nature }) => nature === 'patient');
  return patient.flatMap(({ conversation: id, store }) => {
    const urgent = stored
      .filter((one) => one.store === store.id)
      .flatMap((one) => one.state.handoffs.map((h) => ({ id: one.id, h })))
      .filter(({ h }) => h.urgency === 'urgent')
      .sort((a, b) => a.h.requestedAt - b.h.requestedAt);
    const rank = urgent.findIndex((one) => one.id === id);
    return rank >= 0 && rank < URGENT_MOST ? team.members.map(({ email: to }) => ({ id, to })) : [];
  });
}
