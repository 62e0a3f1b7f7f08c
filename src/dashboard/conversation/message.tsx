import type { Card } from '../../protocol/common';
import type { StaffMessage } from '../../protocol/staff';
import type { ShownProps } from '../files/shown';
import { firstName, money, time, webAddress } from '../parts/format';
import { Icon } from '../parts/icons';
import { Later } from '../parts/later';
import { AssistantMark, Face } from '../parts/parts';
import { chat } from '../words/en/chat';
import { common } from '../words/en/common';
import { toField } from './focus';
import { placeId } from './jump';
import { Linked } from './linked';
import { NoteWords } from './note-words';
import type { Letter } from './outgoing';

const loadShown = () => import('../files/shown').then((part) => part.Shown);
const Files = (props: ShownProps) => <Later<ShownProps> load={loadShown} props={props} />;

interface Readers {
  /** Whose files these are. */
  of: { store: string; conversation: string };
  me: string | null;
  customer: { name: string; initials: string };
}

/** Breaks between what it says, never within: in a narrow window each stands on a line of its own. */
const Meta = ({ at, seq, before = [] }: { at: number; seq: number; before?: string[] }) => (
  <span class="meta">
    {before.map((words) => (
      <>
        <span>{words}</span>{' '}
      </>
    ))}
    <span>{time(at)}</span> <i>#{seq}</i>
  </span>
);

/** What somebody wrote. @param seen whether this is the newest own message that the customer has seen */
export function Message(props: { message: Exclude<StaffMessage, { kind: 'event' }>; seen: boolean } & Readers) {
  const { message, me, customer, seen, of } = props;
  const { at, seq } = message;
  const place = { id: placeId(seq), tabIndex: -1 };
  switch (message.kind) {
    case 'customer':
      return (
        <article class="m" {...place} aria-label={chat.by({ name: firstName(customer.name), time: time(at) })}>
          <Face initials={customer.initials} />
          <div class="b">
            <div class="words" dir="auto">
              <Linked text={message.text} />
            </div>
            {message.files && <Files {...of} files={message.files} />}
            {message.mail && <ByEmail mail={message.mail} />}
          </div>
          <Meta at={at} seq={seq} />
        </article>
      );
    case 'assistant':
      return (
        <article class="m us bot" {...place} aria-label={chat.by({ name: common.assistant, time: time(at) })}>
          <Meta at={at} seq={seq} />
          <div class="b">
            <div class="words" dir="auto">
              <Linked text={message.text} />
            </div>
            {message.cards.length > 0 && <Cards cards={message.cards} />}
            {message.links.length > 0 && <Links links={message.links} />}
            {message.replies && <p class="hint">{chat.chooseFrom({ replies: message.replies.join(' · ') })}</p>}
            {message.cut && <span class="cut">{stopped(message.cut.by, me, firstName(customer.name))}</span>}
          </div>
          <AssistantMark />
        </article>
      );
    case 'staff': {
      const from = message.from.id === me ? common.you : firstName(message.from.name);
      return (
        <article class="m us staff" {...place} aria-label={chat.by({ name: from, time: time(at) })}>
          <Meta at={at} seq={seq} before={seen ? [`${chat.read} ·`, from] : [from]} />
          <div class="b">
            <div class="words" dir="auto">
              <Linked text={message.text} />
            </div>
            {message.files && <Files {...of} files={message.files} />}
            {message.cards && <Cards cards={message.cards} />}
          </div>
          <Face initials={message.from.initials} staff />
        </article>
      );
    }
    case 'note': {
      const from = firstName(message.from.name);
      return (
        <article class="note" {...place} aria-label={chat.noteBy({ name: from, time: time(at) })}>
          <header>
            <Icon name="lock" />
            <b>{chat.privateNote}</b> {from}
            {me !== null && message.mentions?.includes(me) && <em>{chat.mentionsYou}</em>}
            <span>
              {time(at)} #{seq}
            </span>
          </header>
          <NoteWords note={message} />
        </article>
      );
    }
  }
}

type Mail = NonNullable<(StaffMessage & { kind: 'customer' })['mail']>;

const howMailed = ({ known, from }: Mail): string => (known ? chat.byEmail : chat.byOtherEmail({ address: from }));

/** How it came. What was attached stays in the mail: only its names are here. */
const ByEmail = ({ mail }: { mail: Mail }) => (
  <span class="by-mail">
    <Icon name="mail" />
    <span>
      {mail.attachments.length > 0
        ? chat.attached({ how: howMailed(mail), files: mail.attachments.join(', ') })
        : howMailed(mail)}
    </span>
  </span>
);

function stopped(by: { id: string; name: string } | null, me: string | null, customer: string): string {
  if (!by) return chat.stoppedByAsking({ name: customer });
  return by.id === me ? chat.stoppedByYou : chat.stoppedBy({ name: firstName(by.name) });
}

/** The products of an answer: what the customer sees as cards, in one line each. */
const Cards = ({ cards }: { cards: readonly Card[] }) => (
  <ul class="cards" aria-label={chat.products}>
    {cards.map((card) => (
      <li key={card.id}>
        <Outside title={card.title} url={card.url} />
        {card.price && <span class="num">{money(card.price)}</span>}
      </li>
    ))}
  </ul>
);

const Links = ({ links }: { links: readonly { title: string; url: string }[] }) => (
  <ul class="cards" aria-label={chat.articles}>
    {links.map((link) => (
      <li key={link.url}>
        <Outside title={link.title} url={link.url} />
      </li>
    ))}
  </ul>
);

/** A link that leaves Baton, if it is one that is safe to open. A shop's own address may be relative to its origin. */
function Outside({ title, url }: { title: string; url: string }) {
  const href = webAddress(url);
  if (!href) return <span dir="auto">{title}</span>;
  return (
    <a class="lnk" href={href} target="_blank" rel="noopener noreferrer" dir="auto">
      {title}
    </a>
  );
}

/** An answer that is still coming. Read out only when it is whole. */
export const Streaming = ({ text }: { text: string }) => (
  <article class="m us bot" aria-label={chat.assistantWriting} aria-live="off" aria-busy="true">
    <span class="meta">{chat.writing}</span>
    <div class="b words" dir="auto">
      {text}
    </div>
    <AssistantMark />
  </article>
);

/** What the reader wrote and the server does not have yet, or did not take. Read out once, as the message that it becomes. */
export function Unsent(props: { letter: Letter; initials: string; online: boolean; onPutBack: () => void }) {
  const { letter, initials, online, onPutBack } = props;
  const state = letter.state === 'refused' ? chat.notSent : online ? chat.sending : chat.goesOutLater;
  const back = letter.state === 'refused' && (
    <button
      class="btn sm"
      type="button"
      onClick={(event) => {
        toField(event);
        onPutBack();
      }}
    >
      {chat.putBack}
    </button>
  );
  if (letter.kind === 'note') {
    return (
      <article class="note unsent" aria-live="off" aria-label={chat.unsentNote({ state })}>
        <header>
          <Icon name="lock" />
          <b>{chat.privateNote}</b>
          <span>{state}</span>
        </header>
        <div class="words" dir="auto">
          {letter.text}
        </div>
        {back}
      </article>
    );
  }
  return (
    <article class="m us staff unsent" aria-live="off" aria-label={chat.unsent({ state })}>
      <span class="meta">
        {state} {back}
      </span>
      <div class="b">
        <div class="words" dir="auto">
          {letter.text}
        </div>
        {letter.files && <p>{letter.files.map(({ name }) => name).join(', ')}</p>}
        {letter.cards && letter.cards.length > 0 && <Cards cards={letter.cards} />}
      </div>
      <Face initials={initials} staff />
    </article>
  );
}
