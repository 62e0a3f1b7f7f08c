import { useState } from 'preact/hooks';
import type { Card, Link } from '../../../src/protocol/common';
import { webAddress } from '../links';
import { sayAny as say } from '../words';
import { Glyph } from './glyphs';
import { priceOf } from './price';

const AVAILABILITY = {
  in_stock: 'inStock',
  out_of_stock: 'outOfStock',
  preorder: 'preorder',
  backorder: 'backorder',
} as const;

/** Products inside the answer: one bordered list. An address that is not a web address is no link. */
export const Cards = ({ cards }: { cards: readonly Card[] | undefined }) =>
  cards?.[0] && (
    <ul class="items" aria-label={say('products')}>
      {cards.map((card) => (
        <Item key={card.id} card={card} />
      ))}
    </ul>
  );

function Item({ card }: { card: Card }) {
  const href = webAddress(card.url);
  const inside = (
    <>
      <Picture url={card.image} />
      <span class="name">
        <bdi>{card.title}</bdi>
      </span>
      <span class="price">
        {card.was && (
          <s>
            <span class="sr">{say('was', { price: priceOf(card.was) })} </span>
            <span aria-hidden="true">{priceOf(card.was)}</span>
          </s>
        )}
        {card.price && priceOf(card.price)}
      </span>
      <span class="sub">{say(AVAILABILITY[card.availability])}</span>
      {href && <Glyph name="right" class="flip" />}
    </>
  );
  return (
    <li>
      {href ? (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {inside}
        </a>
      ) : (
        <div class="item">{inside}</div>
      )}
    </li>
  );
}

/** Of fixed size, so that nothing jumps; a glyph where the picture is missing or broken. */
function Picture({ url }: { url: string | null }) {
  const [broken, setBroken] = useState(false);
  const src = url && webAddress(url);
  return (
    <span class="pic">
      {src && !broken ? (
        <img
          src={src}
          alt=""
          width={56}
          height={56}
          loading="lazy"
          referrerpolicy="no-referrer"
          onError={() => setBroken(true)}
        />
      ) : (
        <Glyph name="parcel" />
      )}
    </span>
  );
}

/** The articles that an answer stands on. */
export const Articles = ({ links }: { links: readonly Link[] }) =>
  links[0] && (
    <ul class="refs" aria-label={say('articles')}>
      {links.map(({ title, url }) => {
        const href = webAddress(url);
        return (
          <li key={url}>
            {href ? (
              <a href={href} target="_blank" rel="noopener noreferrer">
                <bdi>{title}</bdi>
              </a>
            ) : (
              <bdi>{title}</bdi>
            )}
          </li>
        );
      })}
    </ul>
  );
