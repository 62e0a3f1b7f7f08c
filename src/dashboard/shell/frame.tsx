import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso';
import { Conversation } from '../conversation/conversation';
import type { Desk } from '../desk/desk';
import { Queue } from '../desk/queue';
import { FollowUps } from '../follow-ups/follow-ups';
import { Keys } from '../keys/keys';
import { followNotices, turnedOnBy } from '../notices/system';
import { Relay } from '../parts/icons';
import { Later } from '../parts/later';
import { recall, remember } from '../parts/remember';
import { phone } from '../parts/screen';
import type { Me, StoreOfMine } from '../session/api';
import type { Kept } from '../settings/kept';
import { Settings } from '../settings/settings';
import { adding, stopAsking } from '../stores/adding';
import { calling, keepBeside, placeOf } from '../stores/places';
import { testBeside } from '../testing/testing';
import { shell } from '../words/en/shell';
import { showBadge } from './badge';
import { Rail } from './rail';
import { title, useTitle } from './title';

interface StoreProps {
  me: Me;
  store: StoreOfMine;
}

const COLOUR = /^#[\da-f]{6}$/i;

/** One store: the rail, and the sheet with the page that is open. */
export function StoreFrame({ me, store }: StoreProps) {
  const { desk, kept } = useMemo(() => placeOf(store.id), [store.id]);
  const owed = useMemo(() => new FollowUps(desk), [desk]);
  useEffect(() => {
    remember('store', store.id);
    const look = document.documentElement.style;
    if (COLOUR.test(store.accent)) look.setProperty('--accent-base', store.accent);
    else look.removeProperty('--accent-base');
    return () => {
      owed.close();
      testBeside.value = false;
    };
  }, [desk]);
  useLayoutEffect(() => desk.show(), [desk]);
  useEffect(() => keepBeside(me.stores, store.id), [me.stores, store.id]);
  const n = calling.value;
  useEffect(() => {
    document.title = `${n > 0 ? `(${n}) ` : ''}${title.value || shell.inbox} – Baton`;
  }, [n, title.value]);
  useEffect(() => showBadge(n), [n]);

  const { path, route } = useLocation();
  useEffect(() => followNotices(route), [route]);
  useEffect(() => {
    if (turnedOnBy() === me.user.id) void import('../notices/device').then(({ renew }) => renew(me.user.id));
  }, [me.user.id]);
  const inTalk = /\/(inbox|follow-ups|history)\/[^/]+/.test(path);
  return (
    <div class={`app${inTalk ? ' in-talk' : ''}${testBeside.value ? ' testing' : ''}`}>
      <Rail me={me} store={store} desk={desk} kept={kept} owed={owed} path={path} />
      <Router>
        <Route path="/inbox/:conversation?" component={Inbox} of={store} desk={desk} kept={kept} />
        <Route path="/follow-ups" component={Owing} of={store} owed={owed} desk={desk} />
        <Route path="/follow-ups/:conversation" component={FollowUpChat} desk={desk} kept={kept} owed={owed} />
        <Route path="/history" component={History} of={store} />
        <Route path="/history/:conversation" component={PastChat} desk={desk} kept={kept} />
        <Route path="/history/:conversation/print" component={TakeAway} of={store} />
        <Route path="/start/:step?" component={Start} me={me} of={store} kept={kept} desk={desk} />
        <Route path="/settings/:page?" component={Settings} me={me} of={store} kept={kept} desk={desk} />
        <Route default component={ToInbox} desk={desk} />
      </Router>
      <Keys store={store} desk={desk} kept={kept} />
      {adding.value && <Later load={addStore} props={{ onClose: stopAsking }} />}
      {testBeside.value && <Later load={testPanel} props={{ store: store.id }} />}
    </div>
  );
}

const addStore = () => import('../stores/add-store').then((dialog) => dialog.AddStore);
const testPanel = () => import('../testing/panel').then((panel) => panel.TestPanel);

const firstRunPage = () => import('../first-run/page').then((page) => page.FirstRunPage);
const Start = ({ of, step, ...props }: { me: Me; of: StoreOfMine; kept: Kept; desk: Desk; step?: string }) => (
  <Later load={firstRunPage} props={{ ...props, store: of, step }} />
);

function ToInbox({ desk }: { desk: Desk }) {
  const { route } = useLocation();
  useLayoutEffect(() => route(`/dashboard/${desk.store}/inbox`, true), [desk]);
  return null;
}

function Inbox({ of, desk, kept, conversation }: { of: StoreOfMine; desk: Desk; kept: Kept; conversation?: string }) {
  useTitle(shell.inbox);
  useEffect(() => {
    desk.open.value = conversation ?? null;
    return () => {
      desk.open.value = null;
    };
  }, [desk, conversation]);
  return (
    <main class={`sheet inbox${conversation ? '' : ' idle'}`}>
      {phone.value && conversation ? (
        <h1 class="sr">{shell.inbox}</h1>
      ) : (
        <Queue desk={desk} open={conversation ?? null} below={<FirstSteps of={of} desk={desk} />} />
      )}
      {conversation ? (
        <Conversation key={conversation} desk={desk} kept={kept} id={conversation} />
      ) : (
        <Idle desk={desk} />
      )}
    </main>
  );
}

const checklist = () => import('../first-run/checklist').then((list) => list.Checklist);

/** Comes after the first rows, and to those only who can do something about it. */
const FirstSteps = ({ of, desk }: { of: StoreOfMine; desk: Desk }) =>
  of.role !== 'agent' && desk.known.value && recall(`first-run:${of.id}`) !== 'over' ? (
    <Later load={checklist} props={{ store: of.id }} />
  ) : null;

/** One that is still owed a word: answered from here, nobody is taken over. */
function FollowUpChat(props: { desk: Desk; kept: Kept; owed: FollowUps; conversation?: string }) {
  const { desk, kept, owed, conversation = '' } = props;
  useEffect(() => () => owed.soon(), [owed]);
  return (
    <main class="sheet inbox solo">
      <Conversation key={conversation} desk={desk} kept={kept} id={conversation} owed />
      <h1 class="sr">{shell.followUps}</h1>
    </main>
  );
}

const owedPage = () => import('../follow-ups/page').then((page) => page.FollowUpsPage);
const Owing = (props: { of: StoreOfMine; owed: FollowUps; desk: Desk }) => <Later load={owedPage} props={props} />;

const historyPage = () => import('../history/page').then((page) => page.HistoryPage);
const takeAwayPage = () => import('../history/take-away').then((page) => page.TakeAwayPage);

const History = ({ of }: { of: StoreOfMine }) => <Later load={historyPage} props={{ of }} />;

const TakeAway = ({ of, conversation = '' }: { of: StoreOfMine; conversation?: string }) => (
  <Later load={takeAwayPage} props={{ of, conversation }} />
);

/** One that was found in the history. */
const PastChat = ({ desk, kept, conversation = '' }: { desk: Desk; kept: Kept; conversation?: string }) => (
  <main class="sheet inbox solo">
    <Conversation key={conversation} desk={desk} kept={kept} id={conversation} past />
    <h1 class="sr">{shell.history}</h1>
  </main>
);

/** Beside the queue while nothing is open. */
function Idle({ desk }: { desk: Desk }) {
  if (!desk.known.value || phone.value) return null;
  const n = desk.waiting.value.length;
  return (
    <div class="empty">
      <Relay />
      <h2>{shell.waitingNow({ n })}</h2>
      <p>{n === 0 ? shell.nobodyWaits : shell.chooseOne}</p>
    </div>
  );
}
