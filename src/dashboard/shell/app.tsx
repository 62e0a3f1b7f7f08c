import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { Relay } from '../parts/icons';
import { recall } from '../parts/remember';
import type { Me, StoreOfMine } from '../session/api';
import { freshen, loadSession, session } from '../session/session';
import { common } from '../words/en/common';
import { shell } from '../words/en/shell';
import { StoreFrame } from './frame';

/** The whole app: who is signed in decides whether there is anything to show. */
export function App() {
  useEffect(() => void loadSession(), []);
  const now = session.value;
  useEffect(() => {
    if (now.is === 'signed_out') location.replace('/sign-in');
  }, [now.is]);
  switch (now.is) {
    case 'loading':
    case 'signed_out':
      return null;
    case 'setting_up':
      return (
        <Alone title={shell.settingUp}>
          <p>{shell.settingUpWhy}</p>
          <LookAgain />
        </Alone>
      );
    case 'failed':
      return (
        <Alone title={shell.failed}>
          <p>{now.message}</p>
          <button class="btn" type="button" onClick={() => void loadSession()}>
            {common.tryAgain}
          </button>
        </Alone>
      );
    case 'ready':
      return now.me.stores.length === 0 ? <NoStore me={now.me} /> : <Stores me={now.me} />;
  }
}

/** A page with one thing to say. */
export const Alone = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <main class="alone empty">
    <Relay />
    <h1>{title}</h1>
    {children}
  </main>
);

const LOOK_AGAIN = 5_000;

function LookAgain() {
  useEffect(() => {
    const timer = setInterval(() => void loadSession(), LOOK_AGAIN);
    return () => clearInterval(timer);
  }, []);
  return null;
}

const NoStore = ({ me }: { me: Me }) => (
  <Alone title={shell.noStore}>
    <p>{shell.noStoreWhy({ email: me.user.email })}</p>
  </Alone>
);

const Stores = ({ me }: { me: Me }) => (
  <LocationProvider scope="/dashboard">
    <Router>
      <Route path="/dashboard/:store/*" component={StoreRoute} me={me} />
      <Route default component={ToStore} me={me} />
    </Router>
  </LocationProvider>
);

function StoreRoute({ me, store: id }: { me: Me; store?: string }) {
  const last = useRef<StoreOfMine | null>(null);
  // Whoever was taken out of a store stays before what they typed until they leave it.
  const kept = last.current?.id === id ? last.current : null;
  const store = me.stores.find((one) => one.id === id) ?? kept;
  last.current = store;
  return store ? <StoreFrame key={store.id} me={me} store={store} /> : <Elsewhere key={id} me={me} />;
}

/** A link leads to a store that the reader did not have when the page came: they may have been invited since. */
function Elsewhere({ me }: { me: Me }) {
  const [looked, setLooked] = useState(false);
  useEffect(() => void freshen().then(() => setLooked(true)), []);
  return looked ? <ToStore me={me} /> : null;
}

/** To the store that was last open in this browser, or the first. */
function ToStore({ me }: { me: Me }) {
  const { route } = useLocation();
  const last = recall('store');
  const store = me.stores.find((one) => one.id === last) ?? me.stores[0];
  useLayoutEffect(() => {
    if (store) route(`/dashboard/${store.id}/inbox`, true);
  }, [store]);
  return null;
}
