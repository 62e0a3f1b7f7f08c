import { filled, textFor } from '../../domain/saved-replies';
import type { StaffState } from '../../protocol/staff';
import type { Desk } from '../desk/desk';
import { session } from '../session/session';
import type { Kept } from '../settings/kept';
import type { SavedReply } from './door';
import { valuesOf } from './values';

/** One as it would stand in the field: in the customer's language, with what is known filled in. */
export interface FilledReply {
  reply: SavedReply;
  lang: string;
  text: string;
}

/** @param state of the chat it is for; null: as it was written, in the store's first language */
export function filledReplies(
  replies: readonly SavedReply[],
  state: StaffState | null,
  desk: Desk,
  kept: Kept,
): FilledReply[] {
  const settings = kept.saved.value;
  const values = state ? valuesOf(state, desk.me.value?.name ?? '', storeName(desk.store), settings) : {};
  return replies.flatMap((reply) => {
    const found = textFor(reply.texts, state?.customer.lang ?? '', settings?.firstLanguage ?? 'en');
    return found ? [{ reply, lang: found.lang, text: state ? filled(found.text, values) : found.text }] : [];
  });
}

function storeName(store: string): string {
  const now = session.value;
  return now.is === 'ready' ? (now.me.stores.find((one) => one.id === store)?.name ?? '') : '';
}
