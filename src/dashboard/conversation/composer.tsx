import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { firstName } from '../parts/format';
import { Icon } from '../parts/icons';
import { phone } from '../parts/screen';
import { MAX_TEXT } from '../session/wire';
import type { Tab } from './draft';
import type { Talk } from './talk';
import { TypingSignal } from './typing-signal';

const TABS: { tab: Tab; label: string }[] = [
  { tab: 'reply', label: 'Reply' },
  { tab: 'note', label: 'Private note' },
];

const MODIFIER = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** Where staff write. The whole ground turns yellow for a private note, so that none is sent by mistake. */
export function Composer({ talk, name }: { talk: Talk; name: string }) {
  const panel = useId();
  const tabs = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const signal = useMemo(() => new TypingSignal((on) => talk.typing(on)), [talk]);
  const tab = talk.draft.tab.value;
  const text = talk.draft.text.value;
  const mode = talk.standing.mode.value;
  const reply = tab === 'reply';
  const taken = reply && !talk.standing.mayReply.value;
  const colleague = talk.state.value?.handoff?.assignee;
  const empty = text.trim() === '';
  useEffect(() => {
    if (taken) signal.stop();
  }, [taken, signal]);

  const followsUp = talk.standing.followsUp.value;
  // On a phone a chat that is not the reader's own shows one big button instead; words that are there stay in sight.
  if (phone.value && !followsUp && (mode === 'pending' || mode === 'assistant') && empty && !talk.alert.value)
    return null;

  const send = () => {
    if (taken) return;
    signal.stop();
    talk.send({ anyway: false });
    // The button is disabled now that nothing is left to send.
    field.current?.focus();
  };
  const select = (to: Tab) => {
    signal.stop();
    talk.draft.tab.value = to;
  };
  const onTabKey = (event: KeyboardEvent) => {
    if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? 1 : reply ? 1 : 0;
    select(to === 0 ? 'reply' : 'note');
    tabs.current?.querySelectorAll('button')[to]?.focus();
  };

  return (
    <div class={`composer${reply ? '' : ' private'}`}>
      <div class="tabs">
        <div role="tablist" aria-label="Write" ref={tabs} onKeyDown={onTabKey}>
          {TABS.map((one) => (
            <button
              key={one.tab}
              type="button"
              role="tab"
              aria-selected={tab === one.tab}
              aria-controls={panel}
              tabIndex={tab === one.tab ? 0 : -1}
              onClick={() => select(one.tab)}
            >
              {one.tab === 'note' && <Icon name="lock" />}
              {one.label}
            </button>
          ))}
        </div>
        {!reply && <span class="hint">Only your team sees this</span>}
      </div>
      <div id={panel} role="tabpanel" aria-label={reply ? 'Reply' : 'Private note'}>
        <textarea
          key={tab}
          ref={field}
          aria-label={reply ? 'Reply' : 'Private note'}
          placeholder={placeholder(reply, firstName(name), mode === 'mine' || taken || followsUp)}
          dir="auto"
          maxLength={MAX_TEXT}
          value={text}
          onInput={(event) => {
            talk.draft.write(event.currentTarget.value);
            if (reply) signal.wrote(event.currentTarget.value);
          }}
          onBlur={() => signal.stop()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <div class="row">
          <span class="hint">
            {taken ? (
              `Take over from ${colleague ? firstName(colleague.name) : 'your colleague'} to reply.`
            ) : (
              <>
                <span class="kbd">{MODIFIER}</span>
                <span class="kbd">Enter</span> sends
              </>
            )}
          </span>
          <button class={`btn${reply ? ' pri' : ''}`} type="button" disabled={empty || taken} onClick={send}>
            {reply ? 'Send' : 'Add note'}
          </button>
        </div>
      </div>
    </div>
  );
}

function placeholder(reply: boolean, customer: string, staysAsItIs: boolean): string {
  if (!reply) return 'Note to your team.';
  return `Reply to ${customer}${staysAsItIs ? '' : '. Sending takes over this chat.'}`;
}
