import { effect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { ErrorCode } from '../../../src/errors';
import type { CustomerMessage } from '../../../src/protocol/customer';
import type { LinksAnswer, SentFile } from '../../../src/protocol/files';
import { state, takesFiles } from '../chat';
import { kept } from '../host';
import { tag } from '../reading';
import { focusMessage } from '../views/composer';
import { Drawn, Icon } from '../views/icons';
import { sayAny as say } from '../words';
import { dropping, listenFor } from './coming';
import style from './files.css?inline';
import { linksBy } from './links';
import { type Item, Sending } from './sending';

/** The customer's photos and files: chosen, pasted or dropped, on their way, and in the log. */

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const bearer = () => `Bearer ${kept.peek().token}`;
const sending = new Sending({
  address: () => ({ url: '/widget/files', headers: { authorization: bearer() } }),
});
const { busy, ready } = sending;
/** Whether nothing can go out now. @param wordless no words are written */
export const held = (wordless: boolean): boolean => busy.value || (wordless && !ready.value);
/** What goes with the message that is being sent; false while one is still on its way: the message waits for it. */
export const taken = (): SentFile[] | false | undefined => !busy.peek() && sending.taken();

listenFor(
  (files) => sending.add(files),
  () => takesFiles.peek() === true && state.peek() !== null,
);

type Links = ReturnType<typeof linksBy>;
/** By their conversation; without a name the one that is open. */
const links = new Map<string | undefined, Links>();

function linksOf(conversation: string | undefined): Links {
  const before = links.get(conversation);
  if (before) return before;
  const made = linksBy(async (files) => {
    const headers = { authorization: bearer(), 'content-type': 'application/json' };
    const body = JSON.stringify({ files, conversation });
    const answer = await fetch('/widget/files/links', { method: 'POST', headers, body }).catch(() => null);
    return answer?.ok ? ((await answer.json()) as LinksAnswer) : null;
  });
  links.set(conversation, made);
  return made;
}

/** In which conversation a file was sent, where that is not the one that is open. */
const earlier = new Map<string, string>();
/** These are read again in an earlier conversation. */
export function fromEarlier(conversation: string, messages: readonly CustomerMessage[]): void {
  for (const message of messages) {
    if ('files' in message) for (const { id } of message.files ?? []) earlier.set(id, conversation);
  }
}

const Clipped = () => (
  <Drawn>
    <path d="M13.2 7.4l-5.5 5.5a3.3 3.3 0 0 1-4.7-4.7l5.9-5.9a2.2 2.2 0 0 1 3.1 3.1l-5.8 5.9a1.1 1.1 0 0 1-1.6-1.6l5.2-5.2" />
  </Drawn>
);
const Sheet = () => (
  <Drawn>
    <path d="M4 2.25h5l3.25 3.25v8.25H4zM9 2.25V5.5h3.25" />
  </Drawn>
);

/** Browsers offer the camera, the photos and the files of a phone for these. */
const KINDS = 'image/*,video/*,audio/*,.pdf,.txt,.csv,.docx,.xlsx,.pptx,.odt,.ods,.odp,.zip';

export function Clip() {
  const field = useRef<HTMLInputElement>(null);
  if (!takesFiles.value) return null;
  return (
    <>
      <button class="icon-btn clip" type="button" aria-label={say('fileAdd')} onClick={() => field.current?.click()}>
        <Clipped />
      </button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        accept={KINDS}
        aria-label={say('fileAdd')}
        onChange={({ currentTarget: input }) => {
          sending.add(input.files ?? []);
          input.value = '';
          focusMessage();
        }}
      />
    </>
  );
}

const WHY: Partial<Record<ErrorCode | 'offline', Parameters<typeof say>[0]>> = {
  file_too_large: 'fileTooLarge',
  file_empty: 'fileEmpty',
  file_kind: 'fileKind',
  file_lies: 'fileLies',
  file_dangerous: 'fileDangerous',
  file_damaged: 'fileDamaged',
  picture_too_large: 'filePixels',
  too_many_files: 'fileFull',
  files_today: 'fileToday',
};

const sizeOf = (bytes: number): string => {
  const large = bytes >= 1_000_000;
  const style = { style: 'unit', unit: large ? 'megabyte' : 'kilobyte', maximumFractionDigits: large ? 1 : 0 } as const;
  return new Intl.NumberFormat(tag, style).format(Math.max(1, bytes / (large ? 1e6 : 1e3)));
};

/** What goes with the next message. */
export function Tray() {
  const items = sending.items.value;
  return (
    <>
      {dropping.value && <div class="drop">{say('fileDrop')}</div>}
      {items.length > 0 && (
        <ul class="tray" aria-label={say('fileTray')}>
          {items.map((item) => (
            <Row key={item.key} item={item} />
          ))}
        </ul>
      )}
      <p class={sending.tooMany.value ? 'most' : 'sr'} role="status">
        {sending.tooMany.value
          ? say('fileMost')
          : items
              .filter((item) => item.state === 'ready')
              .map((item) => say('fileReady', { name: item.name }))
              .at(-1)}
      </p>
    </>
  );
}

function Row({ item }: { item: Item }) {
  const { key, name, preview, state: is, part, why } = item;
  const going = is === 'waiting' || is === 'sending';
  const bad = is === 'failed' || is === 'refused';
  return (
    <li class={bad ? 'bad' : ''}>
      <span class="pic" aria-hidden="true">
        {preview && !bad ? <img src={preview} alt="" /> : <Sheet />}
      </span>
      <span class="about">
        <bdi class="name">{name}</bdi>
        {bad ? (
          <span role="alert">{say(WHY[why ?? 'offline'] ?? 'fileFailed')}</span>
        ) : going ? (
          <progress aria-label={name} max={1} value={part} />
        ) : (
          <span>{sizeOf(item.size)}</span>
        )}
      </span>
      {is === 'failed' && (
        <button class="anew" type="button" aria-label={say('fileAgain', { name })} onClick={() => sending.again(key)}>
          <Drawn>
            <path d="M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.75h-2.75" />
          </Drawn>
        </button>
      )}
      <button
        class="gone"
        type="button"
        aria-label={say(going ? 'fileCancel' : 'fileRemove', { name })}
        onClick={() => {
          sending.remove(key);
          focusMessage();
        }}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

/** The files of a message: pictures as they are, everything else to be saved. */
export const Shown = ({ files }: { files: readonly SentFile[] | undefined }) =>
  files && (
    <ul class="files" aria-label={say('fileList')}>
      {files.map((file) => (
        <li key={file.id}>
          <One file={file} />
        </li>
      ))}
    </ul>
  );

function One({ file: { id, name, size, picture } }: { file: SentFile }) {
  const link = linksOf(earlier.get(id))(id).value;
  const to = link ? { href: link } : {};
  if (picture) {
    return (
      <a class="shot" {...to} target="_blank" rel="noopener noreferrer" dir="auto">
        <img {...(link && { src: link })} alt={name} style={{ '--w': picture.width, '--h': picture.height }} />
      </a>
    );
  }
  return (
    <a class="doc" {...to} download={name} dir="auto">
      <Sheet />
      <bdi>{name}</bdi>
      <span>{sizeOf(size)}</span>
    </a>
  );
}

// Where files cannot be sent any more, what was chosen is of no use.
effect(() => {
  if (!takesFiles.value) for (const { key } of sending.items.peek()) sending.remove(key);
});
