import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { day, sameDay } from '../parts/format';
import { Icon } from '../parts/icons';
import { Switch, Warning } from '../parts/parts';
import { clock } from '../session/clock';
import { type Able, able, type Device, getDevices, removeDevice, testDevice, turnOff, turnOn } from './device';

const WHY: Record<Exclude<Able, 'yes'>, string> = {
  install:
    'First add Baton to your home screen: Share, then “Add to Home Screen”. Open it from there and come back here.',
  blocked: 'Your browser blocks notices from Baton. Allow them in its settings for this site, then reload this page.',
  no: 'This browser cannot show notices while no page is open.',
};

const since = (at: number): string => {
  const now = clock.peek();
  return sameDay(at, now) ? 'Since today' : `Since ${day(at, now)}`;
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
    failed.value = await work().catch(() => 'Something went wrong. Please try again.');
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
    said.value = answer.ok ? 'A test is on its way.' : '';
    return answer.ok ? '' : answer.message;
  };
  const remove = async (id: string) => {
    const answer = await removeDevice(id);
    return answer.ok ? '' : answer.message;
  };
  const can = able();
  return (
    <section>
      <h3>Your devices</h3>
      <p>Also while Baton is closed. Signing out on a device ends it there.</p>
      {can === 'yes' ? (
        <ul class="rows" aria-label="This device">
          <li>
            <span class="t">
              <span class="lbl">This device</span>
              <span class="hint">Your browser asks you once.</span>
            </span>
            <Switch
              label="Notices on this device"
              on={here !== undefined}
              disabled={busy.value || devices.value === null}
              onChange={(on) => void run(() => turn(on))}
            />
          </li>
        </ul>
      ) : (
        <p class="hint after">{WHY[can]}</p>
      )}
      {failed.value && <Warning>{failed.value}</Warning>}
      {devices.value && devices.value.length > 0 && (
        <ul class="rows" aria-label="Devices">
          {devices.value.map(({ id, name, createdAt, here: own }) => (
            <li key={id}>
              <span class="t">
                <span class="lbl">{name}</span>
                <span class="hint">{own ? 'This device' : since(createdAt)}</span>
              </span>
              <button class="btn sm" type="button" disabled={busy.value} onClick={() => void run(() => test(id))}>
                Send me a test
              </button>
              {!own && (
                <button
                  class="icon-btn"
                  type="button"
                  aria-label={`Remove ${name}`}
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
      <p class="hint after" role="status" aria-label="Test">
        {said.value}
      </p>
    </section>
  );
}
