import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Desk } from '../desk/desk';
import { Icon } from '../parts/icons';

/** A connection that comes back within this time was never worth a word. */
const WORTH_SAYING = 1_200;
const BACK_FOR = 3_000;

/** Says when the page is cut off, and when it no longer is. */
export function Connection({ desk }: { desk: Desk }) {
  const line = desk.line.state.value;
  const said = useSignal<'' | 'lost' | 'back'>('');
  useEffect(() => {
    const away = line === 'lost' || line === 'failing';
    if (!away && said.peek() !== 'lost') return;
    if (!away) said.value = 'back';
    const timer = setTimeout(
      () => {
        said.value = away ? 'lost' : '';
      },
      away ? WORTH_SAYING : BACK_FOR,
    );
    return () => clearTimeout(timer);
  }, [line]);
  const outdated = line === 'outdated';
  const words = outdated
    ? 'Baton has been updated.'
    : { lost: 'Connection lost. Reconnecting…', back: 'Back online.', '': '' }[said.value];
  return (
    <div class="connection">
      <p role="status" aria-label="Connection" class={words && (said.value === 'back' ? 'said back' : 'said')}>
        {words && (
          <>
            <Icon name={said.value === 'back' ? 'check' : 'alert'} />
            <span>{words}</span>
          </>
        )}
      </p>
      {outdated && (
        <button class="btn sm" type="button" onClick={() => location.reload()}>
          Reload this page
        </button>
      )}
    </div>
  );
}
