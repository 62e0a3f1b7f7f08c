import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { dropping, listenFor } from '../../../widget/panel/files/coming';
import { type Item, MOST_FILES, Sending } from '../../../widget/panel/files/sending';
import type { Talk } from '../conversation/talk';
import { Icon } from '../parts/icons';
import { IconButton } from '../parts/parts';
import { files } from '../words/en/files';
import { refusal } from '../words/errors';
import { uploadAddress } from './door';
import './files.css';
import { size } from './size';

/** The files that go with a reply: chosen, pasted or dropped, on their way, ready. Loaded with a chat that takes files. */

export interface TrayProps {
  talk: Talk;
  /** Whether replies are written now: notes take no files. */
  reply: boolean;
  field: { current: HTMLTextAreaElement | null };
}

const KINDS = 'image/*,video/*,audio/*,.pdf,.txt,.csv,.docx,.xlsx,.pptx,.odt,.ods,.odp,.zip';

export function Tray({ talk, reply, field }: TrayProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const sending = useMemo(
    () => new Sending({ address: () => ({ url: uploadAddress(talk.store, talk.id), headers: {} }) }),
    [talk],
  );
  const may = useRef(reply);
  may.current = reply;
  useLayoutEffect(() => {
    const { part, returned } = talk.files;
    part.value = {
      busy: sending.busy,
      ready: sending.ready,
      choose: () => chooser.current?.click(),
      taken: () => sending.taken(),
      giveBack: (given) => sending.giveBack(given),
    };
    sending.giveBack(returned.peek());
    returned.value = [];
    const stop = listenFor(
      (given) => sending.add(given),
      () => may.current && !document.querySelector('dialog[open]'),
    );
    return () => {
      stop();
      // What is ready waits for the reader to come back to this chat.
      returned.value = sending.taken() ?? [];
      sending.clear();
      part.value = null;
    };
  }, [talk, sending]);
  if (!reply) return null;

  const items = sending.items.value;
  const last = items.findLast(({ state }) => state === 'ready');
  return (
    <>
      {dropping.value && <div class="drop-here">{files.drop}</div>}
      {items.length > 0 && (
        <ul class="attached" aria-label={files.toSend}>
          {items.map((item) => (
            <Row key={item.key} item={item} sending={sending} onGone={() => field.current?.focus()} />
          ))}
        </ul>
      )}
      <p class={sending.tooMany.value ? 'hint' : 'sr'} role="status">
        {sending.tooMany.value ? files.most({ n: MOST_FILES }) : last && files.ready({ name: last.name })}
      </p>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={KINDS}
        aria-label={files.add}
        onChange={({ currentTarget: input }) => {
          sending.add(input.files ?? []);
          input.value = '';
          field.current?.focus();
        }}
      />
    </>
  );
}

function Row({ item, sending, onGone }: { item: Item; sending: Sending; onGone: () => void }) {
  const { key, name, preview, state, part, why } = item;
  const going = state === 'waiting' || state === 'sending';
  const bad = state === 'failed' || state === 'refused';
  return (
    <li class={bad ? 'bad' : ''}>
      <span class="pic" aria-hidden="true">
        {preview && !bad ? <img src={preview} alt="" /> : <Icon name="sheet" />}
      </span>
      <span class="about">
        <bdi class="cutoff">{name}</bdi>
        {bad ? (
          <span role="alert">{why && why !== 'offline' ? refusal(why, item.said ?? files.failed) : files.failed}</span>
        ) : going ? (
          <progress aria-label={name} max={1} value={part} />
        ) : (
          <small class="num">{size(item.size)}</small>
        )}
      </span>
      {state === 'failed' && (
        <IconButton label={files.again({ name })} icon="retry" onClick={() => sending.again(key)} />
      )}
      <IconButton
        label={(going ? files.cancel : files.remove)({ name })}
        icon="close"
        onClick={() => {
          sending.remove(key);
          onGone();
        }}
      />
    </li>
  );
}
