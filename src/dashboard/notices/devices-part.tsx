import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { day, sameDay } from '../parts/format';
import { Icon } from '../parts/icons';
import { Switch, Warning } from '../parts/parts';
import { clock } from '../session/clock';
import { common } from '../words/en/common';
import { notices } from '../words/en/notices';
import { type Able, able, type Device, getDevices, removeDevice, testDevice, turnOff, turnOn } from './device';

const WHY = { install: 'install', blocked: 'blocked', no: 'unable' } as const satisfies Record<
  Exclude<Able, 'yes'>,
  string
>;

const since = (at: number): string => {
  const now = clock.peek();
  return sameDay(at, now) ? notices.sinceToday : notices.since({ day: day(at, now) });
};

/** On which devices the reader is told, this one first. */
export function DevicesPart({ person }: { person: string }) {
  const devices = useSignal<readonly Device[] | null>(null);
  const failed = useSignal('');
  const said = useSignal('');
  const busy = useSignal(false);
  const look = async () => {
    const answer = await getDevices();
    if (answer.ok) devices.value = answer.value.devices;
    else failed.value = answer.message;
  };
  useEffect(() => void look(), []);
  const here = devices.value?.find((device) => device.here);
  /** One at a time; what went wrong is said in words. */
  const run = async (work: () => Promise<string>) => {
    if (busy.value) return;
    busy.value = true;
    said.value = '';
    failed.value = await work().catch(() => common.unreadable);
    await look();
    busy.value = false;
  };
  const turn = async (on: boolean) => {
    if (on) return turnOn(person);
    await turnOff(devices.value ?? []);
    return '';
  };
  const test = async (id: string) => {
    const answer = await testDevice(id);
    said.value = answer.ok ? notices.testing : '';
    return answer.ok ? '' : answer.message;
  };
  const remove = async (id: string) => {
    const answer = await removeDevice(id);
    return answer.ok ? '' : answer.message;
  };
  const can = able();
  return (
    <section>
      <h3>{notices.yourDevices}</h3>
      <p>{notices.devicesHint}</p>
      {can === 'yes' ? (
        <ul class="rows" aria-label={notices.thisDevice}>
          <li>
            <span class="t">
              <span class="lbl">{notices.thisDevice}</span>
              <span class="hint">{notices.asksOnce}</span>
            </span>
            <Switch
              label={notices.onThisDevice}
              on={here !== undefined}
              disabled={busy.value || devices.value === null}
              onChange={(on) => void run(() => turn(on))}
            />
          </li>
        </ul>
      ) : (
        <p class="hint after">{notices[WHY[can]]}</p>
      )}
      {failed.value && <Warning>{failed.value}</Warning>}
      {devices.value && devices.value.length > 0 && (
        <ul class="rows" aria-label={notices.devices}>
          {devices.value.map(({ id, name, createdAt, here: own }) => (
            <li key={id}>
              <span class="t">
                <span class="lbl">{name}</span>
                <span class="hint">{own ? notices.thisDevice : since(createdAt)}</span>
              </span>
              <button class="btn sm" type="button" disabled={busy.value} onClick={() => void run(() => test(id))}>
                {notices.test}
              </button>
              {!own && (
                <button
                  class="icon-btn"
                  type="button"
                  aria-label={notices.remove({ name })}
                  disabled={busy.value}
                  onClick={() => void run(() => remove(id))}
                >
                  <Icon name="close" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <p class="hint after" role="status" aria-label={notices.testStatus}>
        {said.value}
      </p>
    </section>
  );
}
