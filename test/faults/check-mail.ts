import { type Check, check } from './check.ts';
import { ANGER } from './habits.ts';
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
  /** Those who still waited when their shop closed. */
  leftWaiting: StoredConversation[];
}

export function checkMail({ crowd, mail, team, stored, leftWaiting }: Evidence): Check[] {
  const keys = Map.groupBy(mail.attempts, ({ key }) => key);
  const mails = [...mail.sent.values()].map((one) => one.mail);
  const alerts = mails.filter(isAlert);
  const unanswered = mails.filter(({ subject }) => subject.includes('Nobody answered'));
  const toEach = (ids: string[]) => ids.flatMap((id) => team.members.map(({ email: to }) => ({ id, to })));
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
      const most = waitsOf(stored, id ?? '');
      return mails.length <= most ? null : `${to} got ${mails.length} about ${id}, who began to wait ${most} times`;
    }),
    check('Everybody is emailed about whoever has waited from the beginning', toEach(patients(crowd)), (one) =>
      alerts.some((alert) => about(alert) === `${one.to} ${one.id}`) ? null : `${one.to} heard nothing about ${one.id}`,
    ),
    check('Everybody is emailed once about whoever nobody answered', toEach(leftWaiting.map(({ id }) => id)), (one) => {
      const count = unanswered.filter((letter) => about(letter) === `${one.to} ${one.id}`).length;
      return count === 1 ? null : `${one.to} got ${count} about ${one.id}`;
    }),
    check('An answer follows whoever has left, in one mail', followed(crowd, mail, stored), ({ text, mails }) =>
      mails === 1 ? null : `“${text}” stands in ${mails} mails`,
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

/** How often a conversation became pending, and how often it was raised by urgent words meanwhile: once a wait. */
function waitsOf(stored: StoredConversation[], id: string): number {
  let [waits, raised, waiting] = [0, 0, false];
  for (const { body } of stored.find((one) => one.id === id)?.messages ?? []) {
    const what = body.event?.what ?? '';
    if (what === 'asked' || what === 'released') [waits, waiting] = [waits + 1, true];
    if (what === 'joined' || what === 'ended') waiting = false;
    const urgent = body.kind === 'customer' && ANGER.some((words) => body.text?.startsWith(words));
    if (waiting && urgent) [raised, waiting] = [raised + 1, false];
  }
  return waits + raised;
}

/** Customers whom nobody took. All of them complained, and urgent emails are sent one by one. */
const patients = ({ customers }: Crowd): string[] =>
  customers.filter(({ nature }) => nature === 'patient').map(({ conversation }) => conversation);

/** Each answer of the team to somebody who had left, and the mails to them that have it. */
function followed(
  { customers }: Crowd,
  mail: MailApi,
  stored: StoredConversation[],
): { text: string; mails: number }[] {
  return customers
    .filter(({ gone }) => gone)
    .flatMap(({ conversation, address }) => {
      const mails = [...mail.sent.values()].filter((one) => one.mail.to.includes(address));
      const { messages = [] } = stored.find(({ id }) => id === conversation) ?? {};
      return messages.flatMap(({ body: { kind, text } }) =>
        kind === 'staff' && text ? [{ text, mails: mails.filter((one) => one.mail.text.includes(text)).length }] : [],
      );
    });
}

/** Answers that are still to follow somebody who has left. */
export const unmailed = (crowd: Crowd, mail: MailApi, stored: StoredConversation[]): string[] =>
  followed(crowd, mail, stored).flatMap(({ text, mails }) => (mails === 0 ? [`“${text}” was not mailed yet`] : []));
