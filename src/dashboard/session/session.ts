import { computed, signal } from '@preact/signals';
import { EVERYTHING, type Notices } from '../../domain/notices';
import { speakChosen } from '../words/language';
import { language } from '../words/words';
import { type Answer, type Choices, getMe, getTicket, keepChoices, type Me, signOut } from './api';
import { signedOut, tellSignedOut } from './over';

export type Session =
  | { is: 'loading' }
  | { is: 'signed_out' }
  | { is: 'setting_up' }
  | { is: 'failed'; message: string }
  | { is: 'ready'; me: Me };

/** Who is signed in, and for which stores. */
export const session = signal<Session>({ is: 'loading' });

const UNCHOSEN: Choices = { sendWith: 'ctrl_enter', singleKeys: true, language: null };

/** How the reader likes to work. */
export const choices = computed(() => (session.value.is === 'ready' ? session.value.me.choices : UNCHOSEN));

/** What is said of a button's key; nothing where keys of one letter are off. */
export const shortcut = (key: string): string | undefined => (choices.value.singleKeys ? key : undefined);

/** Takes effect at once; what could not be kept is as before. */
export async function choose(wanted: Partial<Choices>): Promise<void> {
  const before = choices.peek();
  const put = (next: Choices) => {
    const now = session.peek();
    if (now.is === 'ready') session.value = { is: 'ready', me: { ...now.me, choices: next } };
  };
  put({ ...before, ...wanted });
  if (!(await keepChoices(wanted)).ok) put({ ...choices.peek(), ...pick(before, wanted) });
}

const pick = (from: Choices, of: Partial<Choices>): Partial<Choices> =>
  Object.fromEntries(Object.keys(of).map((key) => [key, from[key as keyof Choices]]));

/** For all devices of the reader's, at once on this one. @param wanted null: as each browser asks for */
export async function chooseLanguage(wanted: Choices['language']): Promise<void> {
  await Promise.all([speakChosen(wanted), choose({ language: wanted })]);
}

/** What the reader is told of in a store. */
export function noticesIn(store: string): Notices {
  return myStores().find(({ id }) => id === store)?.notices ?? EVERYTHING;
}

export function keepNoticesIn(store: string, notices: Notices): void {
  const now = session.peek();
  if (now.is !== 'ready') return;
  const stores = now.me.stores.map((one) => (one.id === store ? { ...one, notices } : one));
  session.value = { is: 'ready', me: { ...now.me, stores } };
}

/** What a store of the reader's is called. */
export const storeName = (store: string): string => myStores().find(({ id }) => id === store)?.name ?? '';

export function myStores(): Me['stores'] {
  const now = session.value;
  return now.is === 'ready' ? now.me.stores : [];
}

/** Whoever is signed in on this browser. */
export const readerId = (): string => {
  const now = session.peek();
  return now.is === 'ready' ? now.me.user.id : '';
};

export async function loadSession(): Promise<void> {
  const answer = await getMe();
  session.value = answer.ok ? { is: 'ready', me: answer.value } : without(answer);
  const chosen = answer.ok ? answer.value.choices.language : null;
  // Chosen on another device since this one was used last.
  if (chosen && chosen !== language()) await speakChosen(chosen);
}

/** Looks again for which stores. Where there is no answer all stays as it is, and so does what was typed. */
export async function freshen(): Promise<void> {
  const answer = await getMe();
  if (answer.ok) session.value = { is: 'ready', me: answer.value };
}

/** Ends the session here and on the server, then shows the sign-in page. */
export async function leaveSession(): Promise<void> {
  await signOut();
  tellSignedOut();
  session.value = { is: 'signed_out' };
}

/** A ticket for one socket; null where trying again may help. */
export async function ticketFor(store: string): Promise<string | 'denied' | null> {
  const answer = await getTicket(store);
  if (answer.ok) return answer.value.ticket;
  if (answer.code === 'unauthorized') signedOut.value = true;
  if (answer.code === 'setting_up') session.value = without(answer);
  return ['unauthorized', 'forbidden', 'not_found'].includes(answer.code) ? 'denied' : null;
}

function without(refusal: Answer<unknown> & { ok: false }): Session {
  if (refusal.code === 'unauthorized') return { is: 'signed_out' };
  if (refusal.code === 'setting_up') return { is: 'setting_up' };
  return { is: 'failed', message: refusal.message };
}

/** Whether the reader is an owner or admin of this store. */
export function mayManage(store: string): boolean {
  const now = session.value;
  return now.is === 'ready' && now.me.stores.some(({ id, role }) => id === store && role !== 'agent');
}
