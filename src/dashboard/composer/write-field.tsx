import { useEffect, useId } from 'preact/hooks';
import type { Talk } from '../conversation/talk';
import type { Desk } from '../desk/desk';
import { firstName } from '../parts/format';
import { Later } from '../parts/later';
import { phone } from '../parts/screen';
import { choices } from '../session/session';
import { MAX_TEXT } from '../session/wire';
import type { Kept } from '../settings/kept';
import { chat } from '../words/en/chat';
import { composer } from '../words/en/composer';
import { insertInto } from './field';
import { PeopleList } from './people-list';
import type { ReplyListProps } from './reply-list';
import type { Listing } from './trigger';
import type { TypingSignal } from './typing-signal';

const loadReplies = () => import('./reply-list').then((part) => part.ReplyList);

interface WriteFieldProps {
  talk: Talk;
  /** The customer's. */
  name: string;
  desk: Desk;
  kept: Kept;
  field: { current: HTMLTextAreaElement | null };
  listing: Listing;
  signal: TypingSignal;
  taken: boolean;
  onSend: () => void;
}

/** The field itself, and the lists that open out of it. */
export function WriteField(props: WriteFieldProps) {
  const { talk, name, desk, kept, field, listing, signal, taken, onSend } = props;
  const list = useId();
  const { draft } = talk;
  const tab = draft.tab.value;
  const reply = tab === 'reply';
  const opened = listing.open.value;
  const marked = opened !== null && listing.count.value > 0;
  const mode = talk.standing.mode.value;
  const staysAsItIs = mode === 'mine' || taken || talk.standing.followsUp.value;
  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && draft.save();
    document.addEventListener('visibilitychange', hidden);
    return () => document.removeEventListener('visibilitychange', hidden);
  }, [draft]);

  const look = (box: HTMLTextAreaElement) => {
    if (box.selectionStart === box.selectionEnd) listing.look(tab, box.value, box.selectionStart);
  };
  const pick = (text: string) => {
    if (!opened || !field.current) return;
    listing.close();
    insertInto(field.current, text, opened.from, opened.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (listing.key(event) || event.key !== 'Enter' || event.isComposing) return;
    const withCtrl = event.ctrlKey || event.metaKey;
    // A note is never added by a key that could have been meant to send.
    const alone = reply && choices.value.sendWith === 'enter' && !event.shiftKey && !event.altKey && !phone.value;
    if (!withCtrl && !alone) return;
    event.preventDefault();
    onSend();
  };

  return (
    <>
      <textarea
        key={tab}
        ref={field}
        aria-label={reply ? composer.reply : chat.privateNote}
        aria-autocomplete="list"
        aria-controls={marked ? list : undefined}
        aria-activedescendant={marked ? `${list}-${listing.at.value}` : undefined}
        placeholder={placeholder(reply, firstName(name), staysAsItIs)}
        dir="auto"
        maxLength={MAX_TEXT}
        value={draft.text.value}
        onInput={(event) => {
          draft.write(event.currentTarget.value);
          if (reply) signal.wrote(event.currentTarget.value);
          if (talk.alert.peek()?.is === 'blank') talk.alert.value = null;
          look(event.currentTarget);
        }}
        onKeyUp={(event) => event.key.startsWith('Arrow') && look(event.currentTarget)}
        onClick={(event) => look(event.currentTarget)}
        onBlur={({ relatedTarget: to }) => {
          signal.stop();
          draft.left();
          if (!(to instanceof Element && to.closest('.suggest'))) listing.close();
        }}
        onKeyDown={onKeyDown}
      />
      {opened?.is === 'people' && <PeopleList listing={listing} opened={opened} id={list} desk={desk} onPick={pick} />}
      {opened?.is === 'replies' && (
        <Later<ReplyListProps>
          load={loadReplies}
          props={{ listing, opened, id: list, talk, desk, kept, onPick: pick }}
        />
      )}
    </>
  );
}

function placeholder(reply: boolean, customer: string, staysAsItIs: boolean): string {
  if (!reply) return composer.noteToTeam;
  return composer[staysAsItIs ? 'replyTo' : 'replyTakes']({ name: customer });
}
