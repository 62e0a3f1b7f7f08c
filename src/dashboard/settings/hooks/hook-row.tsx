import { useSignal } from '@preact/signals';
import { day, time } from '../../parts/format';
import { Icon } from '../../parts/icons';
import { Menu } from '../../parts/menu';
import { common } from '../../words/en/common';
import { words } from '../../words/en/hooks';
import { list as listed } from '../../words/words';
import { Snippet } from '../snippet';
import type { Failure, Hook, Parked } from './door';
import { EVENTS } from './hook-dialog';
import type { HookList } from './state';

interface HookRowProps {
  hook: Hook;
  list: HookList;
  parked: readonly Parked[];
  onChange: () => void;
  onRemove: () => void;
}

/** One hook: where it leads, what it is sent, and how that goes. */
export function HookRow({ hook, list, parked, onChange, onRemove }: HookRowProps) {
  const isOn = hook.off === null;
  const secret = list.secret.value;
  const { pathname, host } = new URL(hook.url);
  const short = host + (pathname === '/' ? '' : pathname);
  return (
    <li>
      <div class="top">
        <span class="mark bot" aria-hidden="true">
          <Icon name="code" />
        </span>
        <span class="t">
          <bdi class="lbl url" dir="ltr">
            {hook.url}
          </bdi>
          <span class="hint">
            {hook.events.length === EVENTS.length ? words.all : words.hears({ events: listed(hook.events) })}
          </span>
        </span>
        <Menu
          label={words.more({ hook: short })}
          class="icon-btn"
          opens="below"
          items={[
            { label: words.change, run: onChange },
            { label: words.test, run: () => void list.test(hook) },
            { label: words.renew, run: () => void list.renew(hook) },
            { label: isOn ? words.turnOff : words.turnOn, run: () => void list.turn(hook, !isOn) },
            { label: common.remove, run: onRemove },
          ]}
        >
          <Icon name="dots" />
        </Menu>
      </div>
      {secret?.of === hook.id && <Snippet label={words.secret} text={secret.text} />}
      <Tested of={hook.id} list={list} />
      <Standing hook={hook} parked={parked.length > 0} />
      {parked.length > 0 && <NotDelivered list={list} parked={parked} />}
    </li>
  );
}

/** Always on the page, so that it is heard when it says something. */
function Tested({ of, list }: { of: string; list: HookList }) {
  const came = list.came.value?.of === of ? list.came.value : null;
  const look = came?.is === 'arrived' ? ' well' : came?.is === 'failed' ? ' badly' : '';
  return (
    <p class={`came${look}`} role="status">
      {look && <Icon name={came?.is === 'arrived' ? 'check' : 'alert'} />}
      {came?.is === 'testing' && words.testing}
      {came?.is === 'arrived' && words.arrived}
      {came?.is === 'failed' && whyOf(came.failure)}
    </p>
  );
}

/** What holds of it beside that it is on and well. What was given up says by itself that it fails. */
function Standing({ hook: { off, failing }, parked }: { hook: Hook; parked: boolean }) {
  if (off?.why === 'merchant') return <p class="hint">{words.off.merchant}</p>;
  const last = parked ? null : failing?.last;
  if (!off && !last) return null;
  return (
    <div class="warn">
      <Icon name="alert" />
      <span>
        {off && words.off[off.why === 'gone' ? 'gone' : 'failing']({ since: since(off.at) })}
        {!off && last && words.failing({ since: since(last.at), why: whyOf(last) })}
      </span>
    </div>
  );
}

function NotDelivered({ list, parked }: { list: HookList; parked: readonly Parked[] }) {
  const busy = useSignal(false);
  const [latest] = parked;
  const again = async () => {
    if (busy.value) return;
    busy.value = true;
    await list.tryAgain(parked);
    busy.value = false;
  };
  if (!latest) return null;
  const values = { at: since(latest.at), why: whyOf(latest), b: (inside: preact.ComponentChild) => <b>{inside}</b> };
  return (
    <div class="warn parked">
      <Icon name="alert" />
      <span>{words.parked({ n: parked.length, ...values })}</span>
      <button class="btn sm" type="button" disabled={busy.value} onClick={() => void again()}>
        {common.tryAgain}
      </button>
    </div>
  );
}

function whyOf({ why, status }: Failure): string {
  return why === 'status' ? words.failure.status({ status: String(status ?? '') }) : words.failure[why];
}

const since = (at: number): string => words.since({ day: day(at, Date.now()), time: time(at) });
