import { money } from '../parts/format';
import { IconButton } from '../parts/parts';
import { composer } from '../words/en/composer';
import type { Draft } from './draft';

/** The products that go with the reply. */
export function Chosen({ draft }: { draft: Draft }) {
  const cards = draft.cards.value;
  if (cards.length === 0) return null;
  return (
    <ul class="chosen" aria-label={composer.chosen}>
      {cards.map((card) => (
        <li key={card.id}>
          <bdi class="cutoff">{card.title}</bdi>
          {card.price && <span class="num">{money(card.price)}</span>}
          <IconButton
            label={composer.removeProduct({ title: card.title })}
            icon="close"
            onClick={() => (draft.cards.value = cards.filter((one) => one !== card))}
          />
        </li>
      ))}
    </ul>
  );
}
