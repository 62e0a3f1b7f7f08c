import { batch, computed, effect, signal } from '@preact/signals';
import type { ErrorCode } from '../../src/errors';
import type { Page } from '../../src/protocol/common';
import type { CustomerFrame, SessionAnswer, ToCustomer } from '../../src/protocol/customer';
import type { SentFile } from '../../src/protocol/files';
import { createConnection } from './connection';
import { contactPlace } from './contact';
import type { Thumb } from './entries';
import { identified, inSight, keep, kept, page, unsentBefore } from './host';
import * as outgoing from './outgoing';
import { reload, storeKey } from './reload';
import { openSession } from './session';
import { cursorOf, EMPTY, hasGap, left, receive, stored, type Thread } from './thread';

/** The customer's conversation: what is known, what is on its way, and what the customer can do. */

const TYPING_EVERY = 3_000;
const TYPING_LASTS = 6_000;
const READ_AFTER = 800;
const DRAFT_AFTER = 400;

export const thread = signal<Thread>(EMPTY);
export const queue = signal<outgoing.Queue>([]);
export const store = signal<SessionAnswer['store'] | null>(null);
/** Why there is no conversation, or why the last press of a button came to nothing. */
export const trouble = signal<ErrorCode | null>(null);
export const refused = signal<ErrorCode | null>(null);
/** What stands in the field, and what the shop's page keeps of it. */
export const draft = signal('');
export const draftKept = signal('');
/** Files can be sent here. */
export const takesFiles = signal<true | undefined>();
/** The last place seen before what came while the customer was away: new messages begin after it. 0: none do. */
export const newAfter = signal(0);
/** A public reply is being composed. */
export const typing = signal(false);
/** The conversation was erased: the present one is another. */
export const erased = signal(false);
/** The assistant has been asked and has not begun to answer. */
export const thinking = signal(false);

export const state = computed(() => thread.value.state);
export const phase = computed(() => state.value?.phase ?? { is: 'assistant' as const });
export const place = computed(() => contactPlace(thread.value));
export const asking = computed(() => queue.value.some(({ frame }) => frame.type === 'request'));
export const cancelling = computed(() => queue.value.some(({ frame }) => frame.type === 'cancel'));

export let begun = false;
/** How a session is asked for, and whether another is wanted than the present one: the shop may sign somebody in. */
export const door = { open: openSession, anew: false };
let language = 'en';
let token: string | undefined;
let conversation = '';
let typingSaid = 0;
let typingTimer: ReturnType<typeof setTimeout> | undefined;
let readTimer: ReturnType<typeof setTimeout> | undefined;
let readSaid = 0;
let pageSaid = '';
let draftTimer: ReturnType<typeof setTimeout> | undefined;
/** What came last, came before the customer's eyes. */
let isLive = false;

export const connection = createConnection({
  authorize,
  onFrame,
  greeting: () => [hello(), ...outgoing.due(queue.peek())],
  onErased() {
    token = undefined;
    erased.value = true;
  },
  onTooOld() {
    // A cache may hold an old panel: once, a fresh one; then the customer is told.
    connection.stop();
    if (!renew()) trouble.value = 'unsupported_version';
  },
});
export const { connected, broken, send } = connection;

/** Connects, on the first call. @param lang BCP 47 */
export function begin(lang: string): void {
  // What ended for good, as with a key that nobody knows, is not asked for again by opening the panel once more.
  if (begun) return;
  begun = true;
  language = lang;
  token ??= kept.peek().token;
  connection.start();
}

async function authorize(anew: boolean): Promise<string | null> {
  await identified;
  if (token && !anew && !door.anew) return token;
  const session = await door.open(storeKey, token);
  if (!session.ok) {
    if (session.code === 'unauthorized' || session.code === 'forbidden') token = undefined;
    if (session.code !== 'offline') trouble.value = session.code;
    if (session.code === 'unknown_store') {
      console.warn(`Baton: no store has the key "${storeKey}".`);
      connection.stop();
    }
    return null;
  }
  take(session.answer);
  return door.anew ? authorize(true) : (token ?? null);
}

function take(answer: SessionAnswer): void {
  batch(() => {
    trouble.value = null;
    token = answer.token;
    store.value = answer.store;
    if (answer.conversation !== conversation) {
      const before = conversation ? queue.peek() : [...outgoing.revive(unsentBefore), ...queue.peek()];
      const same = answer.conversation === kept.peek().conversation;
      conversation = answer.conversation;
      thread.value = EMPTY;
      // Words that were meant for an older conversation are still the customer's; its ratings are not this one's.
      queue.value = same ? before : before.filter(({ frame }) => frame.type === 'send');
    }
    if (kept.peek().conversation !== conversation) keep({ conversation, started: false, seen: 0, peeked: 0 });
    keep({ token, name: answer.store.name, accent: answer.store.accent, ...answer.store.launcher });
  });
}

/** Goes on in another conversation, as it was begun here or in another tab. */
export function goOnIn(answer: SessionAnswer): void {
  if (answer.conversation === conversation) return;
  connection.stop();
  readSaid = 0;
  take(answer);
  connection.start();
}

function hello(): CustomerFrame {
  const at = currentPage();
  pageSaid = JSON.stringify(at);
  return {
    type: 'hello',
    after: cursorOf(thread.peek()),
    lang: language,
    tz: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(at && { page: at }),
  };
}

/** Where the customer is; without the fragment, which is the page's own business. */
function currentPage(): Page | undefined {
  const { url = '', title = '' } = page.peek() ?? {};
  const plain = url.split('#')[0]!;
  return /^https?:\/\//i.test(plain) && plain.length <= 1_000 ? { url: plain, title: title.slice(0, 200) } : undefined;
}

function onFrame(frame: ToCustomer): void {
  isLive = inSight.peek() && frame.type !== 'welcome';
  batch(() => {
    const before = thread.peek();
    thread.value = receive(before, frame);
    switch (frame.type) {
      case 'welcome':
        queue.value = outgoing.settleStored(queue.peek(), frame.messages);
        takesFiles.value = frame.files;
        break;
      case 'message':
        queue.value = outgoing.settleStored(queue.peek(), [frame.message]);
        if (frame.message.kind !== 'customer') setTyping(false);
        break;
      case 'ack': {
        const sent = queue.peek().find((item) => item.frame.id === frame.id)?.frame;
        if (sent?.type === 'send')
          thread.value = stored(thread.peek(), {
            kind: 'customer',
            seq: frame.seq,
            at: frame.at,
            id: sent.id,
            text: sent.text,
            files: sent.files,
          });
        if (sent?.type === 'email') thread.value = left(thread.peek(), sent.address);
        queue.value = outgoing.settle(queue.peek(), frame.id);
        break;
      }
      case 'typing':
        setTyping(frame.on);
        break;
      case 'error':
        if (frame.id) onRefusal(frame.id, frame.code as ErrorCode);
        break;
    }
    if (hasGap(thread.peek()) && !hasGap(before)) connection.send(hello());
    if (thread.peek().messages.length > 0 && !kept.peek().started) keep({ started: true });
  });
}

function onRefusal(id: string, code: ErrorCode): void {
  const item = queue.peek().find(({ frame }) => frame.id === id);
  const pressed = item?.frame.type;
  // A press that comes to nothing mostly shows in the state; these would not.
  if (
    pressed === 'email' ||
    pressed === 'transcript' ||
    (pressed && pressed !== 'send' && (code === 'too_fast' || code === 'unavailable'))
  )
    refused.value = code;
  queue.value = outgoing.refuse(queue.peek(), id, code === 'id_reused' ? outgoing.newId() : id);
}

function setTyping(on: boolean): void {
  clearTimeout(typingTimer);
  typing.value = on;
  if (on) typingTimer = setTimeout(setTyping, TYPING_LASTS, false);
}

export function deliver(frame: outgoing.Delivery): void {
  refused.value = null;
  queue.value = outgoing.add(queue.peek(), frame, Date.now());
  connection.send(frame);
}

export function sendMessage(text: string, files?: SentFile[]): void {
  typingSaid = 0;
  draft.value = draftKept.value = '';
  // Controls, which nobody sees, are six bytes each in JSON: the server closes the line at a frame of more than 16 KiB.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant.
  deliver({ type: 'send', id: outgoing.newId(), text: text.replace(/[\0-\b\v-\x1f]/g, ''), files });
}

export function tryAgain(id: string): void {
  queue.value = outgoing.retry(queue.peek(), id);
  const item = queue.peek().find(({ frame }) => frame.id === id);
  if (item) connection.send(item.frame);
}

export function askForPerson(): void {
  if (!asking.peek()) deliver({ type: 'request', id: outgoing.newId() });
}

/** `seen`: what the button that was pressed stood for, so that it does not end a talk that has just begun. */
export function cancel(seen: 'waiting' | 'talking'): void {
  if (!cancelling.peek()) deliver({ type: 'cancel', id: outgoing.newId(), seen });
}

export function rate(handoff: number, thumb: Thumb, comment: string): void {
  deliverNewest({ type: 'rate', id: outgoing.newId(), handoff, thumb, comment });
}

/** Where an answer may go. @param address checked: the server refuses what is none */
export function leaveEmail(address: string): void {
  deliverNewest({ type: 'email', id: outgoing.newId(), address });
}

/** Only the newest opinion, and the newest address, is worth sending. */
function deliverNewest(newest: outgoing.Delivery): void {
  queue.value = queue.peek().filter(({ frame }) => frame.type !== newest.type);
  deliver(newest);
}

const keepDraft = (): void => {
  draftKept.value = draft.peek();
};

/** @returns false where loading the panel again has brought the same */
export function renew(): boolean {
  keepDraft();
  return reload();
}

/** Called with every change of the field; says it at most once in three seconds, and only where a person may look. */
export function composing(text: string): void {
  draft.value = text;
  clearTimeout(draftTimer);
  draftTimer = setTimeout(keepDraft, DRAFT_AFTER);
  if (phase.peek().is === 'assistant') return;
  const now = Date.now();
  if (text && now - typingSaid > TYPING_EVERY) {
    typingSaid = now;
    connection.send({ type: 'typing', on: true });
  } else if (!text && typingSaid) {
    typingSaid = 0;
    connection.send({ type: 'typing', on: false });
  }
}

// What stands in sight is read, in one frame for a burst.
effect(() => {
  const last = thread.value.messages.findLast(({ kind }) => kind !== 'customer')?.seq ?? 0;
  if (!inSight.value) newAfter.value = 0;
  if (!inSight.value || !connected.value || last <= readSaid) return;
  const { seen = 0 } = kept.peek();
  if (last > seen) {
    if (!isLive) newAfter.value = seen;
    keep({ seen: last });
  }
  clearTimeout(readTimer);
  readTimer = setTimeout(() => {
    readSaid = last;
    connection.send({ type: 'read', seq: last });
  }, READ_AFTER);
});

// A shop that changes its page without loading one.
effect(() => {
  if (!page.value || !connected.value) return;
  const at = currentPage();
  if (!at || JSON.stringify(at) === pageSaid) return;
  pageSaid = JSON.stringify(at);
  connection.send({ type: 'page', page: at });
});

/** Asks the conversation for all that is new; the greeting wakes it where it slept. */
export const askAfter = (): void => connection.send(hello());
