import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { bold } from '../parts/bold';
import { day, initials, sameDay, time } from '../parts/format';
import { Icon } from '../parts/icons';
import { Switch, Warning } from '../parts/parts';
import {
  type AlertSwitch,
  getAlertSwitches,
  getStoreAlerts,
  type Me,
  retryAlert,
  type StoreAlerts,
  setAlertSwitch,
} from '../session/api';
import { clock } from '../session/clock';
import { common } from '../words/en/common';
import { team } from '../words/en/team';
import { parkedWhy } from './parked-why';

/** The reader's own switches. @param onTurned when one was turned */
export function AlertSwitches({ me, onTurned }: { me: Me; onTurned?: () => Promise<void> }) {
  const switches = useSignal<AlertSwitch[] | null>(null);
  const failed = useSignal('');
  useEffect(() => {
    void getAlertSwitches().then((answer) => {
      if (answer.ok) switches.value = answer.value.stores;
      else failed.value = answer.message;
    });
  }, []);
  const turn = async (one: AlertSwitch, on: boolean) => {
    failed.value = '';
    const set = (emailAlerts: boolean) => {
      switches.value =
        switches.value?.map((other) => (other.id === one.id ? { ...other, emailAlerts } : other)) ?? null;
    };
    set(on);
    const answer = await setAlertSwitch(one.id, on);
    if (answer.ok) switches.value = answer.value.stores;
    else {
      set(!on);
      failed.value = answer.message;
    }
    await onTurned?.();
  };
  const accentOf = (id: string) => me.stores.find((one) => one.id === id)?.accent ?? '';
  return (
    <>
      <ul class="rows" aria-label={team.byStore}>
        {switches.value?.map((one) => (
          <li key={one.id}>
            <span class="mark" aria-hidden="true" data-accent style={{ '--accent-base': accentOf(one.id) }}>
              {initials(one.name)}
            </span>
            <span class="t">
              <span class="lbl">{one.name}</span>
            </span>
            <Switch
              label={team.alertsFor({ store: one.name })}
              on={one.emailAlerts}
              onChange={(on) => void turn(one, on)}
            />
          </li>
        ))}
      </ul>
      {failed.value && <Warning>{failed.value}</Warning>}
    </>
  );
}

/** The reader's own switches, whether anybody of this store is told at all, and what could not be sent. */
export function EmailAlerts({ me, store }: { me: Me; store: string }) {
  const alerts = useSignal<StoreAlerts | null>(null);
  const failed = useSignal('');
  const look = async () => {
    const answer = await getStoreAlerts(store);
    if (answer.ok) alerts.value = answer.value;
    else failed.value = answer.message;
  };
  useEffect(() => void look(), [store]);
  return (
    <section>
      <h3>{team.alerts}</h3>
      <p>{team.alertsAbout}</p>
      <AlertSwitches me={me} onTurned={look} />
      <p class="hint after">{team.alertsHint}</p>
      {failed.value && <Warning>{failed.value}</Warning>}
      {alerts.value?.optedIn === 0 && (
        <div class="warn" role="status" aria-label={team.nobodyTold}>
          <Icon name="alert" />
          <span>{team.nobodyGets({ b: bold })}</span>
        </div>
      )}
      <Parked store={store} parked={alerts.value?.parked ?? []} onDone={look} />
    </section>
  );
}

const when = (at: number): string => {
  const now = clock.peek();
  return sameDay(at, now) ? time(at) : `${day(at, now)} ${time(at)}`;
};

interface ParkedProps {
  store: string;
  parked: StoreAlerts['parked'];
  onDone: () => Promise<void>;
}

/** What was given up, until somebody tries it again. */
function Parked({ store, parked, onDone }: ParkedProps) {
  const said = useSignal('');
  const busy = useSignal(false);
  const again = async () => {
    if (busy.value) return;
    busy.value = true;
    const answers = await Promise.all(parked.map(({ key }) => retryAlert(store, key)));
    const lost = answers.find((answer) => !answer.ok && answer.code !== 'not_found');
    said.value = lost && !lost.ok ? lost.message : team.onItsWay;
    await onDone();
    busy.value = false;
  };
  const of = ({ to, at }: StoreAlerts['parked'][number]) => ({ b: bold, n: parked.length, to, when: when(at) });
  const [latest] = [...parked].sort((a, b) => b.at - a.at);
  return (
    <div role="status" aria-label={team.unsent}>
      {latest ? (
        <div class="warn parked">
          <Icon name="alert" />
          <span>
            {latest.why ? team.parkedWhy({ ...of(latest), why: parkedWhy(latest.why) }) : team.parked(of(latest))}
          </span>
          <button class="btn sm" type="button" disabled={busy.value} onClick={() => void again()}>
            {common.tryAgain}
          </button>
        </div>
      ) : (
        said.value && <p class="hint after">{said.value}</p>
      )}
    </div>
  );
}
