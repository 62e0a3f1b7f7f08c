import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CustomerView, StaffState } from '../../protocol/staff';
import { called, languageName, localTime, webAddress } from '../parts/format';
import { Icon } from '../parts/icons';
import { Later } from '../parts/later';
import { IconButton } from '../parts/parts';
import { factsHidden } from '../parts/screen';
import { clock } from '../session/clock';
import { common } from '../words/en/common';
import { facts } from '../words/en/facts';
import { ShopFacts } from './shop-facts';
import type { Talk } from './talk';

interface FactsProps {
  talk: Talk;
  state: StaffState;
  onAsk: (what: 'reminder' | 'check-in') => void;
  onClose: () => void;
}

const loadKept = () => import('./kept-facts').then(({ KeptFacts }) => KeptFacts);
const loadLater = () => import('../later/later-facts').then(({ LaterFacts }) => LaterFacts);
const loadPast = () => import('./past').then(({ PastConversations }) => PastConversations);

/** What is known of the customer. A column, or, where that has no room, a sheet over the conversation. */
export function Facts({ talk, state, onAsk, onClose }: FactsProps) {
  const box = useRef<HTMLElement>(null);
  const over = factsHidden.value;
  useLayoutEffect(() => {
    if (!over) return;
    const before = document.activeElement;
    box.current?.querySelector('button')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [over]);
  const { customer } = state;
  const { here, page, shop } = customer;
  const href = page && webAddress(page.url);
  return (
    <aside
      class={`facts${over ? ' over' : ''}`}
      aria-label={facts.customer}
      ref={box}
      onKeyDown={(event) => over && event.key === 'Escape' && onClose()}
    >
      <section>
        <h3>
          {facts.customer}
          <span class={`badge${here ? ' ok' : ''}`}>
            <span class={`dot${here ? '' : ' off'}`} />
            {here ? facts.here : facts.left}
          </span>
          {over && <IconButton label={common.close} icon="close" onClick={onClose} />}
        </h3>
        <Who customer={customer} />
      </section>
      {page && (
        <section>
          <h3>{here ? facts.browsing : facts.lastPage}</h3>
          <dl class="kv">
            <dt>{facts.page}</dt>
            <dd dir="auto">
              {href ? (
                <a class="lnk" href={href} target="_blank" rel="noopener noreferrer">
                  {page.title || href}
                </a>
              ) : (
                page.title
              )}
            </dd>
          </dl>
        </section>
      )}
      {shop && <ShopFacts shop={shop} />}
      <Later load={loadLater} props={{ talk, state, onAsk }} />
      <Later load={loadKept} props={{ talk, facts: state.facts }} />
      <Later load={loadPast} props={{ talk, state }} />
    </aside>
  );
}

function Who({ customer: { name, email, lang, tz, device, verified } }: { customer: CustomerView }) {
  return (
    <dl class="kv">
      <dt>{facts.name}</dt>
      <dd dir="auto">{called(name)}</dd>
      {email && (
        <>
          <dt>{facts.email}</dt>
          <dd dir="auto">
            {email.address}
            <small class="hint">{email.confirmed ? facts.confirmed : facts.typedByThem}</small>
          </dd>
        </>
      )}
      <dt>{facts.identity}</dt>
      <dd>
        {verified ? (
          <>
            <span class="badge ok">
              <Icon name="check" />
              {facts.signedIn}
            </span>
            <small class="hint">{facts.verifiedByShop}</small>
          </>
        ) : email?.confirmed ? (
          facts.confirmedByEmail
        ) : (
          facts.notVerified
        )}
      </dd>
      {verified && (
        <>
          <dt>{facts.customerId}</dt>
          <dd dir="auto">{verified.sub}</dd>
        </>
      )}
      <dt>{facts.language}</dt>
      <dd>{languageName(lang)}</dd>
      {tz && <LocalTime zone={tz} />}
      {device && (
        <>
          <dt>{facts.device}</dt>
          <dd>{device}</dd>
        </>
      )}
    </dl>
  );
}

function LocalTime({ zone }: { zone: string }) {
  const there = localTime(zone, clock.value);
  if (!there) return null;
  return (
    <>
      <dt>{facts.localTime}</dt>
      <dd class="num">{there}</dd>
    </>
  );
}
