import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Warning } from '../parts/parts';
import { testing } from '../words/en/testing';
import { shopOf, typedOf } from './facts';
import type { Played } from './played';

const PAGES = ['', 'products/espresso-kettle', 'cart', 'help/returns'] as const;

/** A page of a shop that does not exist, with the real chat on it. */
export function ShopPage({ played }: { played: Played }) {
  const now = played.state.value;
  const title = now.is === 'ready' ? testing.shop({ store: now.name }) : testing.panel;
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (now.is === 'beginning') return null;
  return (
    <main class="shop" aria-label={title}>
      <h1>{title}</h1>
      {now.is === 'ready' ? (
        <>
          <p>{testing.lead}</p>
          <Pages store={played.store} />
          <Facts played={played} />
          <button class="btn sm" type="button" onClick={() => void played.anew()}>
            {testing.again}
          </button>
        </>
      ) : (
        <Warning>{now.is === 'signed_out' ? testing.signedOut : testing.failed}</Warning>
      )}
    </main>
  );
}

/** Real pages: whoever opens one has left the one before, and the chat goes along. */
function Pages({ store }: { store: string }) {
  const home = `/try/${store}/`;
  const names = { '': testing.front, 'products/espresso-kettle': testing.product, cart: testing.cart };
  return (
    <nav aria-label={testing.pages}>
      <ul>
        {PAGES.map((page) => (
          <li key={page}>
            <a href={home + page} aria-current={location.pathname === home + page ? 'page' : undefined}>
              {page === 'help/returns' ? testing.help : names[page]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Facts({ played }: { played: Played }) {
  const home = `/try/${played.store}/`;
  const path = useSignal(location.pathname.slice(home.length));
  const typed = useSignal(typedOf(played.shop.peek()));
  const said = useSignal<'told' | 'wrong' | ''>('');
  const change = (some: Partial<typeof typed.value>) => {
    typed.value = { ...typed.value, ...some };
    said.value = '';
  };
  const tell = () => {
    const shop = shopOf(typed.value);
    said.value = shop ? 'told' : 'wrong';
    if (!shop) return;
    played.tell(shop);
    const to = home + path.value.replace(/^\/+/, '');
    if (to !== location.pathname) location.assign(to);
  };
  return (
    <form
      aria-label={testing.facts}
      onSubmit={(event) => {
        event.preventDefault();
        tell();
      }}
    >
      <h2>{testing.facts}</h2>
      <div class="field">
        <label for="path">{testing.address}</label>
        <input
          class="input"
          id="path"
          maxLength={300}
          autoComplete="off"
          value={path.value}
          onInput={(event) => {
            path.value = event.currentTarget.value;
          }}
        />
      </div>
      <div class="two">
        <div class="field">
          <label for="value">{testing.cartValue}</label>
          <input
            class="input"
            id="value"
            inputMode="decimal"
            maxLength={12}
            autoComplete="off"
            value={typed.value.value}
            onInput={(event) => change({ value: event.currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for="currency">{testing.currency}</label>
          <input
            class="input"
            id="currency"
            maxLength={3}
            autoComplete="off"
            value={typed.value.currency}
            onInput={(event) => change({ currency: event.currentTarget.value })}
          />
        </div>
      </div>
      <div class="field">
        <label for="properties">{testing.properties}</label>
        <textarea
          class="input"
          id="properties"
          rows={2}
          maxLength={2_000}
          aria-describedby="properties-hint"
          value={typed.value.properties}
          onInput={(event) => change({ properties: event.currentTarget.value })}
        />
        <p class="hint" id="properties-hint">
          {testing.propertiesHint}
        </p>
      </div>
      <p>
        <button class="btn" type="submit">
          {testing.tell}
        </button>
      </p>
      <p class="hint" role="status">
        {said.value && testing[said.value]}
      </p>
    </form>
  );
}
