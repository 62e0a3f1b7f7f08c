import { money } from '../parts/format';
import { IconButton } from '../parts/parts';
import type { Draft } from './draft';

/** The products that go with the reply. */
export function Chosen({ draft }: { draft: Draft }) {
  const cards = draft.cards.value;
  if (cards.length === 0) return null;
  return (
    <ul class="chosen" aria-label="Products in this reply">
      {cards.map((card) => (
        <li key={card.id}>
          <bdi class="cutoff">{card.title}</bdi>
          {card.price && <span class="num">{money(card.price)}</span>}
          <IconButton
            label={`Remove ${card.title}`}
            icon="close"
            onClick={() => (draft.cards.value = cards.filter((one) => one !== card))}
          />
        </li>
      ))}
    </ul>
  );
}
