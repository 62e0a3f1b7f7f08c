import { useEffect, useRef } from 'preact/hooks';
import type { Talk } from '../conversation/talk';
import type { Desk } from '../desk/desk';
import { Later } from '../parts/later';
import { composer } from '../words/en/composer';
import type { EmojiProps } from './emoji';
import type { ProductsProps } from './products';

export type PopKind = 'emoji' | 'products';

const loadEmoji = () => import('./emoji').then((part) => part.EmojiPicker);
const loadProducts = () => import('./products').then((part) => part.ProductPicker);

interface PopProps {
  is: PopKind;
  talk: Talk;
  desk: Desk;
  field: { current: HTMLTextAreaElement | null };
  onInsert: (text: string) => void;
  onClose: () => void;
}

/** A picker above the field, loaded when it is opened. Escape closes it, and so does a press beside it. */
export function Pop({ is, talk, desk, field, onInsert, onClose }: PopProps) {
  const box = useRef<HTMLDivElement>(null);
  const leave = useRef(onClose);
  leave.current = onClose;
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Element && !event.target.closest('.composer .pick-pop, .composer .tools'))
        leave.current();
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, []);
  const back = () => {
    onClose();
    field.current?.focus();
  };
  const label = is === 'emoji' ? composer.emoji : composer.showProduct;
  return (
    <div
      class="menu suggest pick-pop"
      ref={box}
      role="dialog"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        back();
      }}
    >
      {is === 'emoji' ? (
        <Later<EmojiProps>
          load={loadEmoji}
          props={{
            onPick: (emoji, stay) => {
              if (!stay) onClose();
              onInsert(emoji);
            },
          }}
        />
      ) : (
        <Later<ProductsProps>
          load={loadProducts}
          props={{
            talk,
            store: desk.store,
            onPick: (card) => {
              const { cards } = talk.draft;
              if (!cards.peek().some(({ id }) => id === card.id)) cards.value = [...cards.peek(), card];
              back();
            },
          }}
        />
      )}
    </div>
  );
}
