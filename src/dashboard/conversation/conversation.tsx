import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Composer } from '../composer/composer';
import type { Desk } from '../desk/desk';
import type { Writing } from '../keys/around';
import { TAKE_OVER } from '../notices/system';
import { bold } from '../parts/bold';
import { called, firstName } from '../parts/format';
import { Icon } from '../parts/icons';
import { Later } from '../parts/later';
import { factsHidden, phone } from '../parts/screen';
import { mayManage } from '../session/session';
import type { Kept } from '../settings/kept';
import { useTitle } from '../shell/title';
import { chat } from '../words/en/chat';
import { shell } from '../words/en/shell';
import { useCommands } from './commands';
import { EndDialog } from './end-dialog';
import { Facts } from './facts';
import { FollowUpStrip } from './follow-up-strip';
import { Header, TakeOver } from './header';
import { Messages } from './messages';
import { isOfferedTo, Offer } from './offer';
import { Story } from './story';
import { Strip } from './strip';
import { Talk } from './talk';
import { TransferDialog } from './transfer-dialog';

const loadReminder = () => import('../later/reminder-dialog').then(({ ReminderDialog }) => ReminderDialog);
const loadErase = () => import('../settings/privacy/erase-dialog').then(({ EraseDialog }) => EraseDialog);
const loadCheckIn = () => import('../later/check-in-dialog').then(({ CheckInDialog }) => CheckInDialog);

interface ConversationProps {
  desk: Desk;
  kept: Kept;
  id: string;
  /** Opened from what is still owed, not from the inbox. */
  owed?: boolean;
  /** Opened from the history: where nobody has it, it is for reading. */
  past?: boolean;
}

/** One conversation, open: header, reason, story, words, composer; the facts beside it. */
export function Conversation({ desk, kept, id, owed = false, past = false }: ConversationProps) {
  const talk = useMemo(() => new Talk(desk.store, id, owed), [desk, id, owed]);
  useEffect(() => () => talk.leave(), [talk]);
  useSeen(desk, id);
  useTakeOver(talk);
  const state = talk.state.value;
  const mode = talk.standing.mode.value;
  const given = state?.customer.name ?? desk.rows.value.get(id)?.customer;
  const known = given && called(given);
  const name = known ?? chat.aCustomer;
  useTitle(known ?? (owed ? shell.followUps : past ? shell.history : shell.inbox));
  const reading = past && mode === 'assistant';

  const asking = useSignal<'end' | 'transfer' | 'reminder' | 'check-in' | 'erase' | null>(null);
  const close = () => {
    asking.value = null;
  };
  const { route } = useLocation();
  const factsOpen = useSignal(false);
  const section = useRef<HTMLElement>(null);
  // Read before this rendering takes a button away: whoever pressed it does not lose their place.
  const within = section.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (!within || document.activeElement !== document.body) return;
    const field = mode === 'mine' && !phone.peek() ? section.current?.querySelector('textarea') : null;
    (field ?? section.current?.querySelector('h2'))?.focus();
  });

  const writing = useRef<Writing | null>(null);
  useCommands(talk, section, {
    offered: state !== null && isOfferedTo(state, desk),
    writing,
    ask: (what) => {
      asking.value = what;
    },
    takeAway: () => route(`/dashboard/${desk.store}/history/${encodeURIComponent(id)}/print`),
  });

  if (!state || talk.line.state.value === 'erased') return <Unopened talk={talk} name={name} />;
  const where = { store: desk.store, conversation: id };
  const doing = {
    talk,
    state,
    offered: isOfferedTo(state, desk),
    onTransfer: () => (asking.value = 'transfer'),
    onEnd: () => (asking.value = 'end'),
  };
  return (
    <>
      <section class="talk" aria-label={chat.conversationWith({ name })} ref={section}>
        <Header
          {...doing}
          back={(owed ? BACK.owed : past ? BACK.past : BACK.inbox)(desk.store)}
          solo={owed || past}
          onRemind={() => {
            asking.value = 'reminder';
          }}
          onErase={mayManage(desk.store) ? () => (asking.value = 'erase') : null}
          onTakeAway={() => route(`/dashboard/${desk.store}/history/${encodeURIComponent(id)}/print`)}
          factsOpen={factsOpen.value}
          onFacts={() => {
            factsOpen.value = !factsOpen.value;
          }}
        />
        <Story state={state} />
        <Messages talk={talk} state={state} />
        <Offer talk={talk} state={state} desk={desk} />
        <TakeOver {...doing} />
        <FollowUpStrip talk={talk} customer={state.customer} />
        {reading ? (
          <PastStrip name={name} />
        ) : (
          <>
            <Strip talk={talk} name={name} />
            <Composer talk={talk} name={name} desk={desk} kept={kept} writing={writing} />
          </>
        )}
        {asking.value === 'end' && mode === 'mine' && (
          <EndDialog talk={talk} customer={state.customer} settings={kept.saved.value} onClose={close} />
        )}
        {asking.value === 'reminder' && (
          <Later load={loadReminder} props={{ where, me: talk.me.value, customer: firstName(name), onClose: close }} />
        )}
        {asking.value === 'erase' && (
          <Later
            load={loadErase}
            props={{
              store: desk.store,
              conversations: [id],
              onClose: close,
              onErased: () => {
                close();
                route((owed ? BACK.owed : past ? BACK.past : BACK.inbox)(desk.store).href);
              },
            }}
          />
        )}
        {asking.value === 'check-in' && state.handoff && (
          <Later
            load={loadCheckIn}
            props={{
              where,
              handoff: state.handoff.n,
              name: firstName(name),
              lang: state.customer.lang,
              onClose: close,
            }}
          />
        )}
        {asking.value === 'transfer' && mode === 'mine' && (
          <TransferDialog talk={talk} desk={desk} within={kept.saved.value?.transferAfter ?? null} onClose={close} />
        )}
      </section>
      {(!factsHidden.value || factsOpen.value) && (
        <Facts
          talk={talk}
          state={state}
          onAsk={(what) => {
            asking.value = what;
          }}
          onClose={() => (factsOpen.value = false)}
        />
      )}
    </>
  );
}

/** Opened by "Take over" on a notification: once it is known who has it, and only where nobody has. */
function useTakeOver(talk: Talk): void {
  const { url, route } = useLocation();
  const sight = talk.standing.sight.value;
  const waits = talk.standing.mode.value === 'pending';
  const known = talk.state.value !== null;
  const asked = url.endsWith(TAKE_OVER) || location.hash === TAKE_OVER;
  useEffect(() => {
    if (!asked || !known) return;
    route(location.pathname, true);
    if (waits) void talk.orders.claim(sight);
  }, [asked, known]);
}

/** Whoever has the chat before them has seen that they were named in it. */
function useSeen(desk: Desk, id: string): void {
  const mentions = desk.mentions.value;
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && desk.mentionSeen(id);
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [desk, id, mentions]);
}

const BACK = {
  inbox: (store: string) => ({ href: `/dashboard/${store}/inbox`, label: chat.backToInbox }),
  owed: (store: string) => ({ href: `/dashboard/${store}/follow-ups`, label: chat.backToFollowUps }),
  past: (store: string) => ({ href: `/dashboard/${store}/history`, label: chat.backToHistory }),
};

/** In the place of the composer, where a conversation was opened to be read. */
const PastStrip = ({ name }: { name: string }) => (
  <div class="strip calm">
    <Icon name="book" />
    <p>{chat.pastStrip({ b: bold, name: <bdi>{firstName(name)}</bdi> })}</p>
  </div>
);

function Unopened({ talk, name }: { talk: Talk; name: string }) {
  const line = talk.line.state.value;
  const words = line === 'erased' ? chat.erased : line === 'denied' ? chat.notThere : chat.notYet;
  return (
    <section class="talk" aria-label={chat.conversationWith({ name })} aria-busy={line === 'connecting'}>
      {(line === 'denied' || line === 'erased' || line === 'failing') && (
        <div class="empty">
          <p>{words}</p>
        </div>
      )}
    </section>
  );
}
