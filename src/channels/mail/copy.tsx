import { isColour } from './colour';
import { Messages, times } from './customer-reply';
import { unsubscribeHeaders } from './headers';
import { directionOf, mailLanguage } from './languages';
import { Button, Heading, Quiet, renderMail, SmallPrint, Words } from './layout';
import { mailWords } from './locales';
import { OURS } from './loop';
import type { Mail } from './mail';
import { line, lines, wrapped } from './words';

/** A copy of the chat, for a customer who asked for one; and the question before it whether the address is theirs. */

interface ToCustomer {
  to: string;
  /** BCP 47, as the widget found it. */
  lang: string;
  store: { name: string; accent?: string };
}

export interface CopyMail extends ToCustomer {
  /** In order. `by`: a name as customers see it, or one of the two that have a word of their own. */
  said: { by: { name: string } | 'you' | 'assistant'; text: string; at: number }[];
  /** IANA, the customer's; without one the mail shows no time. */
  timeZone: string | null;
  stop: string;
}

const LONGEST = 4_000;
/** What is longer is read in the chat: no mail is refused for its length (mail.ts). */
const MOST = 200;
const ALL_TOGETHER = 100_000;
/** As long as it gets in markup. */
const weight = (text: string): number => text.length + 5 * (text.match(/[&<>"'\n]/g)?.length ?? 0);

/** The newest that fit, in order; always one. */
function newest(said: CopyMail['said']) {
  let room = ALL_TOGETHER;
  const from = said.findLastIndex(({ text }, i) => {
    room -= weight(text.slice(0, LONGEST));
    return room < 0 || said.length - i > MOST;
  });
  return said.slice(from + 1);
}

/** Only ever to an address that is confirmed: it holds what the customer wrote. */
export async function copyMail({ to, lang, store, said, timeZone, stop }: CopyMail): Promise<Mail> {
  const language = mailLanguage(lang);
  const { say, count } = mailWords(language);
  const name = line(store.name, 80);
  const clock = times(lang, timeZone);
  const shown = newest(said);
  const messages = shown.map(({ by, text, at }) => {
    const who = typeof by === 'string' ? say(by) : line(by.name, 60);
    return { head: clock ? `${who} · ${clock.both(at)}` : who, text: lines(text, LONGEST) };
  });
  const left = said.length - shown.length;
  const earlier = left > 0 ? count('earlier', left) : '';
  const subject = say('copy', { store: name });
  const html = await renderMail({
    lang: language,
    dir: directionOf(language),
    accent: isColour(store.accent) ? store.accent : undefined,
    from: name,
    preview: say('copyWhy'),
    children: (
      <>
        <Heading>{subject}</Heading>
        <Words>{say('copyWhy')}</Words>
        {earlier !== '' && <Words>{earlier}</Words>}
        <Messages messages={messages} />
        <SmallPrint>
          {say('why', { store: name })} <Quiet href={stop}>{say('stop')}</Quiet>
        </SmallPrint>
      </>
    ),
  });
  const text = [
    wrapped(subject, ''),
    wrapped(say('copyWhy'), ''),
    earlier && wrapped(earlier, ''),
    ...messages.map((one) => `\n${one.head}:\n${one.text.map((part) => wrapped(part, '')).join('\n')}`),
    `\n--\n${wrapped(say('why', { store: name }), '')}\n${say('stop')}: ${stop}\n`,
  ].filter(Boolean);
  return {
    to,
    subject,
    html,
    text: text.join('\n'),
    headers: { ...unsubscribeHeaders(stop), ...OURS },
    fromName: name,
  };
}

export interface AskAddressMail extends ToCustomer {
  links: { confirm: string; stop: string };
}

/** To an address that somebody typed: not a word of theirs stands in it. */
export async function askAddressMail({ to, lang, store, links }: AskAddressMail): Promise<Mail> {
  const language = mailLanguage(lang);
  const { say } = mailWords(language);
  const name = line(store.name, 80);
  const accent = isColour(store.accent) ? store.accent : undefined;
  const subject = say('confirmTitle');
  const asked = say('copyAsked', { store: name });
  const html = await renderMail({
    lang: language,
    dir: directionOf(language),
    accent,
    from: name,
    preview: asked,
    children: (
      <>
        <Heading>{subject}</Heading>
        <Words>{asked}</Words>
        <Button href={links.confirm} accent={accent}>
          {say('confirm')}
        </Button>
        <SmallPrint>
          {say('notYou')} <Quiet href={links.stop}>{say('stop')}</Quiet>
        </SmallPrint>
      </>
    ),
  });
  const text = [
    wrapped(subject, ''),
    `\n${wrapped(asked, '')}`,
    `\n${say('confirm')}:\n${links.confirm}`,
    `\n--\n${wrapped(say('notYou'), '')}\n${say('stop')}: ${links.stop}\n`,
  ];
  return {
    to,
    subject,
    html,
    text: text.join('\n'),
    headers: { ...unsubscribeHeaders(links.stop), ...OURS },
    fromName: name,
  };
}
