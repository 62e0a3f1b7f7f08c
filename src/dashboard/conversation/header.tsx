import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { initialsOf } from '../../protocol/names';
import type { StaffPerson, StaffState } from '../../protocol/staff';
import { Elapsed, Wait } from '../desk/wait';
import { called, firstName, time } from '../parts/format';
import { Icon } from '../parts/icons';
import { Menu, type MenuItem } from '../parts/menu';
import { Face, IconButton, OutcomeBadge, TestBadge } from '../parts/parts';
import { factsHidden, phone } from '../parts/screen';
import { shortcut } from '../session/session';
import { chat } from '../words/en/chat';
import { Thumbs } from './events';
import { whyWaiting } from './recalled';
import type { Talk } from './talk';

interface HeaderProps {
  talk: Talk;
  state: StaffState;
  /** Where the way back leads. */
  back: { href: string; label: string };
  /** Without the queue beside it: the way back is shown on every screen. */
  solo: boolean;
  onRemind: () => void;
  /** To save or print the whole of it. */
  onTakeAway: () => void;
  /** For owners and admins only. */
  onErase: (() => void) | null;
  factsOpen: boolean;
  onFacts: () => void;
  /** Whether a colleague offers this chat to the reader. */
  offered: boolean;
  onTransfer: () => void;
  onEnd: () => void;
}

/** Who it is, where it stands, and what can be done. On a phone the doing is at the thumb's end: see `TakeOver`. */
export function Header({
  talk,
  state,
  back,
  solo,
  onRemind,
  onTakeAway,
  onErase,
  factsOpen,
  onFacts,
  ...doing
}: HeaderProps) {
  const { route } = useLocation();
  const mode = talk.standing.mode.value;
  const copied = useSignal(false);
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    copied.value = true;
    setTimeout(() => {
      copied.value = false;
    }, 2_500);
  };
  const items: MenuItem[] = [
    ...(mode === 'mine' ? [{ label: chat.release, run: () => void talk.orders.release() }] : []),
    { label: chat.copyLink, run: () => void copy() },
    { label: chat.setReminder, run: onRemind },
    { label: chat.saveOrPrint, run: onTakeAway },
    ...(onErase ? [{ label: chat.eraseConversation, run: onErase }] : []),
  ];
  const name = called(state.customer.name);
  return (
    <div class="bar">
      {(phone.value || solo) && <IconButton label={back.label} icon="left" onClick={() => route(back.href)} />}
      {!phone.value && <Face initials={initialsOf(name)} size="l" />}
      <div class="t">
        <h2 class="cutoff" tabIndex={-1} dir="auto">
          {name}
        </h2>
        <p>
          {state.customer.test && <TestBadge />}
          <StateLine talk={talk} state={state} />
          <span role="status" aria-label={chat.link}>
            {copied.value && chat.linkCopied}
          </span>
        </p>
      </div>
      {!phone.value && <Doing talk={talk} state={state} {...doing} />}
      {factsHidden.value && (
        <button class="icon-btn" type="button" aria-label={chat.customer} aria-expanded={factsOpen} onClick={onFacts}>
          <Icon name="person" />
        </button>
      )}
      <Menu label={chat.moreActions} class="icon-btn" opens="below" items={items}>
        <Icon name="dots" />
      </Menu>
    </div>
  );
}

function StateLine({ talk, state }: { talk: Talk; state: StaffState }) {
  const mode = talk.standing.mode.value;
  const handoff = state.handoff;
  if (mode === 'pending' && handoff) {
    return (
      <>
        <Wait since={handoff.waitingSince ?? handoff.requestedAt} spoken />
        <span class="hide-small cutoff">{whyWaiting(talk.messages.value, handoff.n)}</span>
      </>
    );
  }
  if (mode === 'mine' && handoff?.assignedAt) {
    return <span class="num cutoff">{chat.withYouFor({ time: <Elapsed since={handoff.assignedAt} /> })}</span>;
  }
  if (mode === 'colleague' && handoff?.assignee && handoff.assignedAt) {
    return (
      <span class="cutoff">
        {chat.withSince({ name: firstName(handoff.assignee.name), time: time(handoff.assignedAt) })}
      </span>
    );
  }
  return (
    <>
      {handoff?.outcome && <OutcomeBadge outcome={handoff.outcome} />}
      {handoff?.rating && <Thumbs thumb={handoff.rating.thumb} />}
      <span class="cutoff">{chat.withAssistant}</span>
    </>
  );
}

type DoingProps = Pick<HeaderProps, 'talk' | 'state' | 'offered' | 'onTransfer' | 'onEnd'>;

function Doing({ talk, state, offered, onTransfer, onEnd }: DoingProps) {
  const mode = talk.standing.mode.value;
  // Keys: one button never turns into the other under the finger that pressed it.
  if (mode === 'mine') {
    return (
      <>
        {!state.handoff?.transfer && (
          <button key="transfer" class="btn" type="button" aria-keyshortcuts={shortcut('t')} onClick={onTransfer}>
            <Icon name="transfer" />
            {chat.transfer}
          </button>
        )}
        <button key="end" class="btn" type="button" aria-keyshortcuts={shortcut('e')} onClick={onEnd}>
          <Icon name="done" />
          {chat.endSession}
        </button>
      </>
    );
  }
  const colleague = mode === 'colleague' ? (state.handoff?.assignee ?? null) : null;
  return <Claim key="claim" talk={talk} colleague={colleague} offered={offered} />;
}

/** "Take over": the reader's pointer or focus coming to it tells what they saw when they decided. */
function Claim({ talk, colleague, offered }: { talk: Talk; colleague: StaffPerson | null; offered: boolean }) {
  const arrived = useRef(0);
  const arrive = () => {
    arrived.current = Date.now();
  };
  return (
    <button
      class={(colleague && !offered) || talk.standing.followsUp.value ? 'btn' : 'btn pri'}
      type="button"
      data-claim
      aria-keyshortcuts={shortcut('c')}
      // A finger arrives with the press itself, and a press brings the focus: neither says when it was decided.
      onPointerEnter={(event) => event.pointerType === 'mouse' && arrive()}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && arrive()}
      onClick={() => void talk.orders.claim(talk.standing.meant(arrived.current, Date.now()))}
    >
      <Icon name="takeover" />
      {colleague ? chat.takeOverFrom({ name: firstName(colleague.name) }) : chat.takeOver}
    </button>
  );
}

/** The same buttons on a phone: below the words, as wide as the screen. */
export function TakeOver(props: DoingProps) {
  if (!phone.value) return null;
  const mode = props.talk.standing.mode.value;
  const quiet = mode === 'mine' || (mode === 'colleague' && !props.offered) || props.talk.standing.followsUp.value;
  return (
    <div class={quiet ? 'duo' : 'grab'}>
      <Doing {...props} />
    </div>
  );
}
