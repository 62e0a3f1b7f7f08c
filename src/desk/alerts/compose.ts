import { secretOf } from '../../accounts/readiness';
import { sealToken } from '../../accounts/tokens';
import type { Mail } from '../../channels/mail/mail';
import type { Story } from '../../channels/mail/story';
import type { Env } from '../../env';
import { calledIn } from '../../protocol/names';
import { factsOf } from '../../protocol/so-far';
import { type StaffLanguage, type StaffWords, staffWords } from '../../words/words';
import type { AlertedStore } from '../team';
import type { About, Email } from './email';
import type { AlertSummary } from './summary';

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
 * Writes an email for each recipient: the same in their own language, and their own link to end such mails.
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
    import('../../channels/mail/alert'),
    import('../../channels/mail/alert-list'),
  ]);
  const now = Date.now();
  const inbox = `${origin}/dashboard/${store.id}/inbox`;
  const chat = (conversation: string) => `${inbox}/${encodeURIComponent(conversation)}`;
  const settings = `${origin}/dashboard/${store.id}/settings/team`;
  const [only] = items;
  if (!only) return [];
  const inWords = only.inWords ?? null;
  const { timeZone } = store.settings.settings;
  if (summary) {
    const { summaryMail } = await import('../../channels/mail/summary');
    const { to, email, again: more } = summary;
    const open = chat(only.conversation);
    const written = store.recipients.map(async ({ id, language }) => {
      const story = { timeZone, inWords, ...(await storyOf(only, language)) };
      const mail = await summaryMail({ ...only, ...story, to, language, email, more, open, store: store.name });
      return { user: id, mail };
    });
    return Promise.all(written);
  }
  const letters = store.recipients.map(async ({ id, email: to, language }) => {
    const token = await sealToken(secretOf(env), 'unsubscribe', { store: store.id, user: id }, now);
    const links = { unsubscribe: `${origin}/unsubscribe?token=${token}`, settings };
    if (kind === 'gathered' || kind === 'reminder') {
      const { news } = await staffWords(language);
      const customers = items.map((item) => ({
        ...item,
        customer: calledIn(news.guest, item.customer),
        text: item.last.at(-1)?.text ?? item.trigger,
        open: chat(item.conversation),
      }));
      const mail = await alertListMail({
        to,
        language,
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
      ...(await storyOf(only, language)),
      kind: only.kind === 'emailed' ? 'waiting' : only.kind,
      due: only.kind === 'follow_up' ? now : null,
      to,
      language,
      store: store.name,
      timeZone,
      estimate: only.estimate ?? null,
      inWords,
      links: { ...links, open: chat(only.conversation) },
    });
    return { user: id, mail };
  });
  return Promise.all(letters);
}

/** Who it is, what happened so far, and what was said last, in a language. */
async function storyOf(item: Item, language: StaffLanguage): Promise<Pick<Story, 'customer' | 'soFar' | 'last'>> {
  const { alerts, news } = await staffWords(language);
  const called = (name: string) => calledIn(news.guest, name);
  const last = item.last.map(({ from, ...said }) => ({
    ...said,
    from: from === null ? alerts.story.assistant : called(from),
  }));
  return { customer: called(item.customer), soFar: termsOf(item, alerts.story), last };
}

/** The card's facts, and the words that asked: those stand above the card, and before its question here. */
function termsOf({ soFar, facts = [], trigger }: Item, say: StaffWords['alerts']['story']): Story['soFar'] {
  const told = (soFar ? factsOf(soFar, say.facts) : facts).map(({ is, term, lines }) => ({
    term,
    text: lines.map(({ text, seq }) => (is === 'gave_up' ? say.message(seq, text) : text)).join(' · '),
    strong: is === 'open_question',
  }));
  const asked = trigger === '' ? [] : [{ term: say.askedWith, text: trigger }];
  return [...told.filter(({ strong }) => !strong), ...asked, ...told.filter(({ strong }) => strong)];
}
