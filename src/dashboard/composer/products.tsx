import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Card } from '../../protocol/common';
import type { Talk } from '../conversation/talk';
import { money, webAddress } from '../parts/format';
import { Icon } from '../parts/icons';
import { composer } from '../words/en/composer';
import { findProducts } from './door';

export interface ProductsProps {
  talk: Talk;
  store: string;
  onPick: (card: Card) => void;
}

/** As many as a reply shows. */
const MOST = 4;
/** Ms without a key before it is looked up: each look is a search in the database. */
const REST = 250;

/** The store's products by the assistant's own search; before anything is typed, what this chat has shown already. */
export function ProductPicker({ talk, store, onPick }: ProductsProps) {
  const id = useId();
  const typed = useSignal('');
  const found = useSignal<readonly Card[] | null>(null);
  const failed = useSignal('');
  const at = useSignal(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const lang = talk.state.value?.customer.lang ?? 'en';
  useLayoutEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const sought = typed.value.trim();
    found.value = sought === '' ? null : found.peek();
    if (sought === '') return;
    const timer = setTimeout(async () => {
      const answer = await findProducts(store, sought, lang);
      // Answers may overtake each other.
      if (typed.peek().trim() !== sought) return;
      if (answer.ok) found.value = answer.value.products;
      failed.value = answer.ok ? '' : answer.message;
      at.value = 0;
    }, REST);
    return () => clearTimeout(timer);
  }, [typed.value]);

  const cards = found.value ?? (typed.value.trim() === '' ? shownIn(talk) : []);
  const full = talk.draft.cards.value.length >= MOST;
  const active = cards.length > 0 ? Math.min(at.value, cards.length - 1) : -1;
  useLayoutEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    const card = cards[active];
    if (event.key === 'ArrowDown' && cards.length > 0) at.value = (active + 1) % cards.length;
    else if (event.key === 'ArrowUp' && cards.length > 0) at.value = (active - 1 + cards.length) % cards.length;
    else if (event.key === 'Enter' && !event.isComposing) {
      if (card && !full) onPick(card);
    } else return;
    event.preventDefault();
  };
  const words =
    failed.value ||
    (full
      ? composer.most({ n: MOST })
      : cards.length > 0
        ? ''
        : found.value
          ? composer.noProduct
          : typed.value.trim() === ''
            ? composer.typeName
            : '');
  return (
    <>
      <input
        class="input"
        ref={field}
        role="combobox"
        aria-label={composer.searchProducts}
        aria-expanded={cards.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
        placeholder={composer.searchProducts}
        autoComplete="off"
        maxLength={200}
        dir="auto"
        value={typed.value}
        onInput={(event) => (typed.value = event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {cards.length > 0 && !found.value && <p class="hint">{composer.shownHere}</p>}
      <div class="found" role="listbox" id={id} aria-label={composer.products} ref={list} hidden={cards.length === 0}>
        {cards.map((card, n) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, which keeps the focus.
          <div
            key={card.id}
            id={`${id}-${n}`}
            role="option"
            tabIndex={-1}
            aria-selected={n === active}
            aria-disabled={full}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => !full && onPick(card)}
          >
            <Picture url={card.image} />
            <span class="t">
              <bdi>{card.title}</bdi>
              <small>{composer.stock[card.availability]}</small>
            </span>
            {card.price && <span class="num">{money(card.price)}</span>}
          </div>
        ))}
      </div>
      <p class="hint" role="status">
        {words}
      </p>
    </>
  );
}

/** What the assistant and the team have shown, the newest first. */
function shownIn(talk: Talk): Card[] {
  const cards = talk.messages.value
    .flatMap((message) => (message.kind === 'assistant' || message.kind === 'staff' ? (message.cards ?? []) : []))
    .filter(({ url }) => webAddress(url))
    .reverse();
  return [...new Map(cards.map((card) => [card.id, card])).values()].slice(0, 8);
}

function Picture({ url }: { url: string | null }) {
  const broken = useSignal(false);
  const src = url && webAddress(url);
  return (
    <span class="pic" aria-hidden="true">
      {src && !broken.value ? (
        <img src={src} alt="" loading="lazy" referrerpolicy="no-referrer" onError={() => (broken.value = true)} />
      ) : (
        <Icon name="box" />
      )}
    </span>
  );
}
