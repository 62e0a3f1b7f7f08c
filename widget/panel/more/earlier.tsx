import { useEffect, useRef, useState } from 'preact/hooks';
import type { CustomerMessage, EarlierConversation } from '../../../src/protocol/customer';
import { begun } from '../asked/loader';
import { entriesOf } from '../entries';
import { filesPart } from '../files/loader';
import { kept } from '../host';
import { dayOf, midnight, timeOf } from '../reading';
import { Line } from '../views/message';
import { sayAny as say } from '../words';
import { Sheet } from './sheet';

type Read<T> = T | 'reading' | 'failed';

/** Asks for something of the customer's own; their token says whose. */
async function ask<T>(path: string): Promise<T> {
  const answer = await fetch(`/widget/${path}`, { headers: { authorization: `Bearer ${kept.peek().token}` } });
  if (!answer.ok) throw new Error(path);
  return (await answer.json()) as T;
}

/** The conversations before this one, to be read again. */
export function Earlier() {
  const [list, setList] = useState<Read<EarlierConversation[]>>('reading');
  const [chosen, setChosen] = useState<EarlierConversation | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What a conversation is drawn with may not be here yet.
    begun.value = true;
    ask<{ conversations: EarlierConversation[] }>('conversations').then(
      ({ conversations }) => setList(conversations),
      () => setList('failed'),
    );
  }, []);
  // What was pressed is gone: the first of what stands there now is next.
  useEffect(() => {
    if (document.activeElement === document.body)
      box.current?.querySelector<HTMLElement>('button, [tabindex]')?.focus();
  });

  return (
    <Sheet title={say('earlier')}>
      <div class="earlier" ref={box} aria-busy={list === 'reading'}>
        {chosen ? (
          <Reading of={chosen} onBack={() => setChosen(null)} />
        ) : (
          <>
            <p aria-live="polite">{list === 'failed' ? say('unavailable') : list.length === 0 && say('earlierNone')}</p>
            {typeof list !== 'string' && list.length > 0 && (
              <ul aria-label={say('earlier')}>
                {list.map((one) => (
                  <li key={one.conversation}>
                    <button type="button" onClick={() => setChosen(one)}>
                      <bdi>{one.words || '…'}</bdi>
                      <span>
                        {dayOf(one.lastAt, Date.now())} {timeOf(one.lastAt)}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </Sheet>
  );
}

function Reading({ of: { conversation, startedAt }, onBack }: { of: EarlierConversation; onBack: () => void }) {
  const [messages, setMessages] = useState<Read<CustomerMessage[]>>('reading');
  useEffect(() => {
    ask<{ messages: CustomerMessage[] }>(`conversation?id=${conversation}`).then(
      ({ messages }) => {
        if (filesPart.value) filesPart.value.fromEarlier(conversation, messages);
        setMessages(messages);
      },
      () => setMessages('failed'),
    );
  }, [conversation]);
  const thread = { messages: typeof messages === 'string' ? [] : messages, state: null, streams: new Map() };
  const entries = entriesOf({ thread, queue: [], greeting: null, since: startedAt, newAfter: 0, midnight });
  return (
    <>
      <button class="text" type="button" onClick={onBack}>
        {say('backToList')}
      </button>
      <section
        class="log"
        aria-label={say('messages')}
        aria-busy={messages === 'reading'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        tabIndex={0}
      >
        {messages === 'failed' ? (
          <p role="alert">{say('unavailable')}</p>
        ) : (
          entries.map((entry) => <Line key={entry.is + entry.key} entry={entry} />)
        )}
      </section>
    </>
  );
}
