import { useSignal } from '@preact/signals';
import { Dialog } from '../../parts/dialog';
import { Warning } from '../../parts/parts';
import { Several } from '../../parts/several';
import { common } from '../../words/en/common';
import { en, words } from '../../words/en/hooks';
import { AddressField, addressFault } from '../address-field';
import type { Hook, Wanted } from './door';
import type { HookList } from './state';

type Event = Wanted['events'][number];
export const EVENTS = Object.keys(en.events) as Event[];
const FIRST: readonly Event[] = ['handoff.opened', 'handoff.ended'];

/** A new hook, or another address and other events of one. */
export function HookDialog({ hook, list, onClose }: { hook: Hook | null; list: HookList; onClose: () => void }) {
  const url = useSignal(hook?.url ?? '');
  const chosen = useSignal<readonly Event[]>(hook?.events ?? FIRST);
  const fault = useSignal('');
  const failed = useSignal('');
  const busy = useSignal(false);
  const submit = async () => {
    if (busy.value) return;
    fault.value = addressFault(url.value);
    if (fault.value) return;
    if (chosen.value.length === 0) {
      failed.value = words.pickOne;
      return;
    }
    busy.value = true;
    failed.value = await list.save(hook, { url: url.value.trim(), events: [...chosen.value] });
    busy.value = false;
    if (!failed.value) onClose();
  };
  return (
    <Dialog
      title={hook ? words.changeTitle : words.addTitle}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={hook ? common.save : words.addIt}
      disabled={url.value.trim() === '' || busy.value}
    >
      <div class="field">
        <AddressField
          label={words.address}
          placeholder="https://crm.shop.example/baton"
          value={url.value}
          fault={fault.value}
          onInput={(typed) => {
            url.value = typed;
            fault.value = '';
            failed.value = '';
          }}
        />
      </div>
      <Several
        legend={words.which}
        class="events"
        options={EVENTS}
        chosen={chosen.value}
        onChange={(now) => {
          chosen.value = now;
          failed.value = '';
        }}
      >
        {(event) => (
          <>
            {words.events[event]}
            <code>{event}</code>
          </>
        )}
      </Several>
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}
