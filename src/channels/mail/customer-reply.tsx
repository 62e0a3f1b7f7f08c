import { isColour } from './colour';
import { unsubscribeHeaders } from './headers';
import { directionOf, mailLanguage } from './languages';
import { Button, Heading, Part, Quiet, renderMail, SmallPrint, Words } from './layout';
import { mailWords } from './locales';
import { MARK, OURS } from './loop';
import type { Mail } from './mail';
import { line, lines, wrapped } from './words';

/** What staff wrote since the customer left, for a customer who left an address. */

export interface CustomerReplyMail {
  to: string;
  /** BCP 47, as the widget found it. */
  lang: string;
  store: { name: string; accent?: string };
  /** In order; the name is what customers see. */
  staff: { name: string; text: string; at: number }[];
  /** The customer's own words: only ever for a confirmed address, since anybody can type one. */
  question: string | null;
  links: {
    /** Only for an address that was typed and not confirmed. */
    confirm: string | null;
    /** Back into the chat: only for a confirmed address. */
    chat?: string | null;
    stop: string;
  };
  /** Where an answer lands in the conversation; without it the mail says nothing of answering. */
  replyTo: string | null;
  /** IANA, the customer's; without one the mail shows no time. */
  timeZone: string | null;
}

const INK = '#1d1c18';
const LONGEST = 4_000;
/** Messages and characters of a burst: what is longer is read in the chat, and no mail is refused for its length. */
const MOST = 20;
const ALL_TOGETHER = 20_000;
/** In a name beside an address they would be letters of it. */
const ISOLATES = /[\u2066-\u2069]/g;

/** Times in the customer's language; null where their zone is not known, or none that there is. */
export function times(lang: string, timeZone: string | null) {
  if (!timeZone) return null;
  try {
    const language = mailLanguage(lang);
    // Of a language that we do write in, its region says how ("en-GB": 14:03).
    const locale = lang.toLowerCase().startsWith(language) ? lang : language;
    const time = { hour: 'numeric', minute: '2-digit' } as const;
    const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
    const both = new Intl.DateTimeFormat(locale, { timeZone, ...day, ...time });
    const short = new Intl.DateTimeFormat(locale, { timeZone, ...time });
    const date = new Intl.DateTimeFormat(locale, { timeZone, ...day });
    return { both: (at: number) => both.format(at), short: (at: number) => short.format(at), date };
  } catch {
    return null;
  }
}

/** The newest that fit, in order; always one. */
function newest(staff: CustomerReplyMail['staff']) {
  let room = ALL_TOGETHER;
  const from = staff.findLastIndex(({ text }, i) => {
    room -= Math.min(text.length, LONGEST);
    return room < 0 || staff.length - i > MOST;
  });
  return staff.slice(from + 1);
}

/** The messages as they are shown, each with its head: who, and when if that is known. */
function messagesOf({ staff, timeZone, lang }: CustomerReplyMail) {
  const clock = times(lang, timeZone);
  const shown = newest(staff);
  const oneDay = clock !== null && new Set(shown.map(({ at }) => clock.date.format(at))).size <= 1;
  const last = shown.at(-1);
  return {
    at: clock && last ? clock.both(last.at) : undefined,
    messages: shown.map(({ name, text, at }) => {
      const when = clock && (oneDay ? clock.short(at) : clock.both(at));
      const by = line(name, 60);
      return { by, head: when ? `${by} · ${when}` : by, text: lines(text, LONGEST) };
    }),
    left: staff.length - shown.length,
  };
}

const Text = ({ of }: { of: string[] }) => (
  <>
    {of.map((one, i) => (
      <>
        {i > 0 && <br />}
        {one}
      </>
    ))}
  </>
);

export const Messages = ({ messages }: { messages: { head: string; text: string[] }[] }) => (
  <tr>
    <td class="e-pad" style="padding:16px 32px 0;">
      <table
        role="presentation"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        border={0}
        style="font-size:15px;line-height:22px;"
      >
        {messages.map(({ head, text }, i) => (
          <tr>
            <td style={`padding:${i > 0 ? 14 : 0}px 0 0;`}>
              <span class="e-3" style="font-size:12px;line-height:18px;color:#625f5a;">
                {head}
              </span>
              <div class="e-ink" dir="auto" style={`color:${INK};`}>
                <Text of={text} />
              </div>
            </td>
          </tr>
        ))}
      </table>
    </td>
  </tr>
);

const Question = ({ title, text }: { title: string; text: string[] }) => (
  <Part title={title} gap={18}>
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0}>
      <tr>
        <td
          class="e-quote e-2"
          dir="auto"
          style="padding:10px 14px;background:#f6f5f3;border-radius:6px;font-size:14px;line-height:20px;color:#4a4843;"
        >
          <Text of={text} />
        </td>
      </tr>
    </table>
  </Part>
);

/** What the customer can do, below a line. */
const Asks = ({ strong = false, children }: { strong?: boolean; children: string }) => (
  <tr>
    <td class="e-pad" style="padding:18px 32px 0;">
      <p
        class={strong ? 'e-ink e-line' : 'e-2 e-line'}
        style={`margin:0;padding-top:20px;border-top:1px solid #e2e0dc;font-size:14px;line-height:20px;${strong ? 'font-weight:600;' : ''}color:${strong ? INK : '#4a4843'};`}
      >
        {children}
      </p>
    </td>
  </tr>
);

export async function customerReplyMail(reply: CustomerReplyMail): Promise<Mail> {
  const { to, links, replyTo } = reply;
  const language = mailLanguage(reply.lang);
  const { say, count } = mailWords(language);
  const store = line(reply.store.name, 80);
  const { at, messages, left } = messagesOf(reply);
  const names = new Set(messages.map(({ by }) => by));
  // Several people, or a store that names nobody: then the store has answered.
  const [name = store] = names.size === 1 ? names : [store];
  const heading = name === store ? say('subjectStore', { store }) : say('subject', { name, store });
  const since = count('messages', reply.staff.length);
  const earlier = left > 0 ? count('earlier', left) : '';
  // An address that was only typed may be anybody's: it never reads what the one who typed it wrote.
  const question = reply.question !== null && links.confirm === null ? lines(reply.question, 600) : null;
  const above = replyTo ? `${MARK} ${say('above')} ${MARK}` : undefined;
  const accent = isColour(reply.store.accent) ? reply.store.accent : undefined;
  const html = await renderMail({
    lang: language,
    dir: directionOf(language),
    accent,
    from: store,
    at,
    preview: line(messages.at(0)?.text.join(' ') ?? '', 120),
    above,
    children: (
      <>
        <Heading>{heading}</Heading>
        <Words>{since}</Words>
        <Messages messages={messages} />
        {earlier !== '' && <Words>{earlier}</Words>}
        {question && <Question title={say('asked')} text={question} />}
        {replyTo && <Asks strong>{say('answer')}</Asks>}
        {links.confirm && (
          <>
            {replyTo ? <Words gap={16}>{say('confirmWhy')}</Words> : <Asks>{say('confirmWhy')}</Asks>}
            <Button href={links.confirm} accent={accent}>
              {say('confirm')}
            </Button>
          </>
        )}
        {links.chat && (
          <Button href={links.chat} accent={accent}>
            {say('open')}
          </Button>
        )}
        <SmallPrint>
          {say('why', { store })} {links.confirm && say('notYou')}
          <br />
          <Quiet href={links.stop}>{say('stop')}</Quiet>
        </SmallPrint>
      </>
    ),
  });
  const text = [
    above && `${above}\n`,
    wrapped(heading, ''),
    since,
    ...messages.map((one) => `\n${one.head}:\n${one.text.map((part) => wrapped(part, '')).join('\n')}`),
    earlier && `\n${wrapped(earlier, '')}`,
    question && `\n${say('asked')}:\n${question.map((part) => wrapped(part, '')).join('\n')}`,
    replyTo && `\n${wrapped(say('answer'), '')}`,
    links.confirm && `\n${wrapped(say('confirmWhy'), '')}\n${say('confirm')}:\n${links.confirm}`,
    links.chat && `\n${say('open')}:\n${links.chat}`,
    `\n--\n${wrapped([say('why', { store }), links.confirm && say('notYou')].filter(Boolean).join(' '), '')}\n${say('stop')}: ${links.stop}\n`,
  ].filter(Boolean);
  return {
    to,
    subject: heading,
    html,
    text: text.join('\n'),
    headers: { ...unsubscribeHeaders(links.stop), ...OURS },
    ...(replyTo !== null && { replyTo }),
    fromName: (name === store ? store : say('sender', { name, store })).replace(ISOLATES, ''),
  };
}
