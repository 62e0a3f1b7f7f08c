import { computed, effect, signal } from '@preact/signals';
import { Desk } from '../desk/desk';
import { firstRows } from '../session/early';
import { signedOut } from '../session/over';
import { freshen } from '../session/session';
import { Kept } from '../settings/kept';

/**
 * The stores that are open in this page. One is before the reader; the desks of the others go on beside it, so that their
 * reader is there for all of them: customers are not told that nobody is, chats stay with whoever has them, and who waits is
 * heard of wherever the reader works. Whoever comes back to a store finds its rows, and settings that were not saved.
 */
export interface Place {
  store: string;
  desk: Desk;
  kept: Kept;
}

/** Desks beside the one before the reader: a socket and two requests each. Further stores tell by push and email. */
const MOST_BESIDE = 20;

const open = signal<readonly Place[]>([]);

export function placeOf(store: string): Place {
  const known = placeIn(store);
  if (known) return known;
  const kept = new Kept(store);
  const alertAgainAfter = () => kept.saved.value?.alertAgainAfter ?? Number.POSITIVE_INFINITY;
  const place = { store, kept, desk: new Desk(store, alertAgainAfter) };
  open.value = [...open.peek(), place];
  return place;
}

const placeIn = (store: string): Place | undefined => open.peek().find((one) => one.store === store);

/** The desk of a store, where this page has it open. */
export const deskOf = (store: string): Desk | undefined => open.value.find((one) => one.store === store)?.desk;

/** Opens what belongs beside the store that is shown, after its rows, and closes what the reader has left. */
export function keepBeside(stores: readonly { id: string }[], shown: string): () => void {
  const ids = stores.map(({ id }) => id);
  const isMine = ({ store }: Place) => store === shown || ids.includes(store);
  for (const { desk } of open.peek().filter((place) => !isMine(place))) desk.close();
  open.value = open.peek().filter(isMine);
  let over = false;
  const others = ids.filter((id) => id !== shown).slice(0, MOST_BESIDE);
  void firstRows.then(() => {
    if (!over) for (const id of others) placeOf(id);
  });
  return () => {
    over = true;
  };
}

/** Who is let in to a store beside no more learns which are left. The one before them says so itself, with all that was typed. */
effect(() => {
  const isOut = ({ desk }: Place) => !desk.shown.value && desk.line.state.value === 'denied';
  if (!signedOut.value && open.value.some(isOut)) void freshen();
});

/** How much calls for the reader, in all of their stores. */
export const calling = computed(() => open.value.reduce((n, { desk }) => n + desk.calling.value, 0));

/** The same in those that are not before them. */
export const callingBeside = computed(() =>
  open.value.reduce((n, { desk }) => (desk.shown.value ? n : n + desk.calling.value), 0),
);

/** What there is to say aloud, of all of them. */
export const announced = computed(() =>
  open.value.flatMap(({ store, desk }) =>
    desk.announced.value.map(({ nth, words }) => ({ key: `${store} ${nth}`, words })),
  ),
);
