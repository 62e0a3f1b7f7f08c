import { secretOf } from '../accounts/readiness';
import { sealToken } from '../accounts/tokens';
import type { Mail } from '../channels/mail/mail';
import type { Env } from '../env';
import type { About, Email } from './alerts-email';
import type { AlertSummary } from './alerts-summary';
import type { AlertedStore } from './team';

/** One customer in an email. */
export interface Item extends AlertSummary {
  conversation: string;
  kind: About['kind'];
  /** Since when they wait, or asked. */
  since: number;
}

/** One recipient's mail. */
export interface Letter {
  user: string;
  mail: Mail;
}

/**
 * Writes an email for each recipient: the same words, and their own link to end such mails.
 * @param origin ours, without a slash at its end
 */
export async function compose({
  email: { kind, summary },
  items,
  store,
  origin,
  env,
}: {
  email: Email;
  items: Item[];
  store: AlertedStore & { id: string };
  origin: string;
  env: Env;
}): Promise<Letter[]> {
  // Only a desk that emails needs the templates.
  const [{ alertMail }, { alertListMail }] = await Promise.all([
    import('../channels/mail/alert'),
    import('../channels/mail/alert-list'),
  ]);
  const now = Date.now();
  const inbox = `${origin}/dashboard/${store.id}/inbox`;
  const chat = (conversation: string) => `${inbox}/${encodeURIComponent(conversation)}`;
  const settings = `${origin}/dashboard/${store.id}/settings/team`;
  const [only] = items;
  if (!only) return [];
  const soFar = storyOf(only);
  const inWords = only.inWords ?? null;
  const { timeZone } = store.settings.settings;
  if (summary) {
    const { summaryMail } = await import('../channels/mail/summary');
    const { to, email, again: more } = summary;
    const open = chat(only.conversation);
    const mail = await summaryMail({ ...only, to, email, more, open, store: store.name, timeZone, soFar, inWords });
    return store.recipients.map(({ id }) => ({ user: id, mail }));
  }
  const letters = store.recipients.map(async ({ id, email: to }) => {
    const token = await sealToken(secretOf(env), 'unsubscribe', { store: store.id, user: id }, now);
    const links = { unsubscribe: `${origin}/unsubscribe?token=${token}`, settings };
    if (kind === 'gathered' || kind === 'reminder') {
      const customers = items.map((item) => ({
        ...item,
        text: item.last.at(-1)?.text ?? item.trigger,
        open: chat(item.conversation),
      }));
      const mail = await alertListMail({
        to,
        store: store.name,
        now,
        kind,
        customers,
        links: { ...links, open: inbox },
      });
      return { user: id, mail };
    }
    const mail = await alertMail({
      ...only,
      kind: only.kind === 'emailed' ? 'waiting' : only.kind,
      due: only.kind === 'follow_up' ? now : null,
      to,
      store: store.name,
      timeZone,
      estimate: only.estimate ?? null,
      soFar,
      inWords,
      links: { ...links, open: chat(only.conversation) },
    });
    return { user: id, mail };
  });
  return Promise.all(letters);
}

/** The card's facts, and the words that asked: those stand above the card, and before its question here. */
function storyOf({ facts = [], trigger }: Item): { term: string; text: string; strong?: boolean }[] {
  const told = facts.map(({ is, term, lines }) => ({
    term,
    text: lines.map(({ text, seq }) => (is === 'gave_up' ? `Message ${seq}, ${text}` : text)).join(' · '),
    strong: is === 'open_question',
  }));
  const asked = trigger === '' ? [] : [{ term: 'Asked with', text: trigger }];
  return [...told.filter(({ strong }) => !strong), ...asked, ...told.filter(({ strong }) => strong)];
}
