import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { unfilledIn } from '../../domain/saved-replies';
import type { Talk } from '../conversation/talk';
import type { Desk } from '../desk/desk';
import type { TrayProps } from '../files/tray';
import type { Writing } from '../keys/around';
import { Icon } from '../parts/icons';
import { Later } from '../parts/later';
import { phone } from '../parts/screen';
import { shortcut } from '../session/session';
import type { Kept } from '../settings/kept';
import { chat } from '../words/en/chat';
import { composer } from '../words/en/composer';
import { Chosen } from './chosen';
import type { Tab } from './draft';
import { Elsewhere } from './elsewhere';
import { insertInto, markBlank } from './field';
import { mentionedIn } from './mentions';
import { Pop, type PopKind } from './pop';
import { SendWith } from './send-with';
import { Tools } from './tools';
import { Listing } from './trigger';
import { TypingSignal } from './typing-signal';
import { WriteField } from './write-field';

const loadTray = () => import('../files/tray').then((part) => part.Tray);

const TABS: { tab: Tab; key: string }[] = [
  { tab: 'reply', key: 'r' },
  { tab: 'note', key: 'n' },
];
const nameOf = (tab: Tab): string => (tab === 'reply' ? composer.reply : chat.privateNote);

interface ComposerProps {
  talk: Talk;
  /** The customer's. */
  name: string;
  desk: Desk;
  kept: Kept;
  /** How others reach it; null while there is nothing to write in. */
  writing: { current: Writing | null };
}

/** Where staff write. The whole ground turns yellow for a private note, so that none is sent by mistake. */
export function Composer({ talk, name, desk, kept, writing }: ComposerProps) {
  const panel = useId();
  const box = useRef<HTMLDivElement>(null);
  const tabs = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const toField = useRef(false);
  const toInsert = useRef<{ text: string; reply: string } | null>(null);
  const pop = useSignal<PopKind | null>(null);
  const listing = useMemo(() => new Listing(), [talk]);
  const signal = useMemo(() => new TypingSignal((on) => talk.typing(on)), [talk]);
  const { draft } = talk;
  const tab = draft.tab.value;
  const reply = tab === 'reply';
  const taken = reply && !talk.standing.mayReply.value;
  const attached = reply ? talk.files.part.value : null;
  const empty = draft.text.value.trim() === '' && !(reply && draft.cards.value.length > 0) && !attached?.ready.value;
  const waits = attached?.busy.value === true;
  useEffect(() => {
    if (taken) signal.stop();
  }, [taken, signal]);
  useLayoutEffect(() => {
    if (toField.current) field.current?.focus();
    toField.current = false;
    putIn();
  }, [tab]);

  const select = (to: Tab) => {
    signal.stop();
    listing.close();
    pop.value = null;
    draft.tab.value = to;
  };
  const insert = (text: string) => {
    if (!field.current) return;
    const { selectionStart, selectionEnd } = field.current;
    insertInto(field.current, text, selectionStart, selectionEnd);
  };
  /** What was chosen elsewhere, once the field for replies is there. */
  const putIn = () => {
    const wanted = toInsert.current;
    toInsert.current = null;
    if (!wanted) return;
    insert(wanted.text);
    draft.used.add(wanted.reply);
  };
  const write = (to: Tab) => {
    toField.current = draft.tab.peek() !== to;
    select(to);
    field.current?.focus();
  };

  const mode = talk.standing.mode.value;
  const followsUp = talk.standing.followsUp.value;
  // On a phone a chat that is not the reader's own shows one big button instead; words that are there stay in sight.
  const hidden =
    phone.value && !followsUp && (mode === 'pending' || mode === 'assistant') && empty && !talk.alert.value;
  useLayoutEffect(() => {
    const insertReply = (text: string, reply: string) => {
      toInsert.current = { text, reply };
      if (draft.tab.peek() === 'reply') putIn();
      else write('reply');
    };
    writing.current = hidden ? null : { write, insert: insertReply };
    return () => {
      writing.current = null;
    };
  });
  if (hidden) return null;

  const send = () => {
    if (taken || empty || waits) return;
    const blank = reply ? unfilledIn(draft.text.peek()) : null;
    if (blank) {
      talk.alert.value = { is: 'blank', what: blank.is };
      if (field.current) markBlank(field.current);
      return;
    }
    signal.stop();
    listing.close();
    pop.value = null;
    talk.posting.send({
      anyway: false,
      mentions: reply ? [] : mentionedIn(draft.text.peek(), desk.colleagues.people.peek()),
    });
    // The button is disabled now that nothing is left to send.
    field.current?.focus();
  };
  const onTabKey = (event: KeyboardEvent) => {
    if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? 1 : reply ? 1 : 0;
    select(to === 0 ? 'reply' : 'note');
    tabs.current?.querySelectorAll('button')[to]?.focus();
  };
  const parts = { talk, name, desk, kept, field, listing };

  return (
    <div class={`composer${reply ? '' : ' private'}`} ref={box}>
      <div class="tabs">
        <div role="tablist" aria-label={composer.write} ref={tabs} onKeyDown={onTabKey}>
          {TABS.map((one) => (
            <button
              key={one.tab}
              type="button"
              role="tab"
              aria-selected={tab === one.tab}
              aria-controls={panel}
              aria-keyshortcuts={shortcut(one.key)}
              tabIndex={tab === one.tab ? 0 : -1}
              onClick={() => select(one.tab)}
            >
              {one.tab === 'note' && <Icon name="lock" />}
              {nameOf(one.tab)}
            </button>
          ))}
        </div>
        {!reply && <span class="hint">{composer.onlyTeam}</span>}
      </div>
      <div id={panel} role="tabpanel" aria-label={nameOf(tab)}>
        <Elsewhere draft={draft} />
        {reply && <Chosen draft={draft} />}
        {talk.files.possible.value && <Later<TrayProps> load={loadTray} props={{ talk, reply, field }} />}
        <WriteField {...parts} signal={signal} taken={taken} onSend={send} />
        {pop.value && <Pop {...parts} is={pop.value} onInsert={insert} onClose={() => (pop.value = null)} />}
        <div class="row">
          <Tools {...parts} reply={reply} pop={pop} />
          <SendWith talk={talk} reply={reply} taken={taken} />
          <button class={`btn${reply ? ' pri' : ''}`} type="button" disabled={empty || taken || waits} onClick={send}>
            {reply ? composer.send : composer.addNote}
          </button>
        </div>
      </div>
    </div>
  );
}
