import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Desk } from '../desk/desk';
import { Icon } from '../parts/icons';
import { signedOut } from '../session/over';
import { shell } from '../words/en/shell';

/** A connection that comes back within this time was never worth a word. */
const WORTH_SAYING = 1_200;
const BACK_FOR = 3_000;

interface End {
  words: string;
  button: string;
  go: () => void;
}

/** What ends a page for good, and the way on. What was typed stays in sight until it is taken. */
function endOf(line: Desk['line']['state']['value'], store: string): End | null {
  if (signedOut.value) {
    return { words: shell.signedOut, button: shell.signIn, go: () => location.assign('/sign-in') };
  }
  if (line === 'denied') {
    return { words: shell.removed({ store }), button: shell.leave, go: () => location.assign('/dashboard/') };
  }
  if (line !== 'outdated') return null;
  return { words: shell.updated, button: shell.reload, go: () => location.reload() };
}

/** Says when the page is cut off, when it no longer is, and when it will not be connected any more. */
export function Connection({ desk, store }: { desk: Desk; store: string }) {
  const line = desk.line.state.value;
  const said = useSignal<'' | 'lost' | 'back'>('');
  useEffect(() => {
    const away = line === 'lost' || line === 'failing';
    if (!away && said.peek() !== 'lost') return;
    if (!away) said.value = line === 'open' ? 'back' : '';
    const timer = setTimeout(
      () => {
        said.value = away ? 'lost' : '';
      },
      away ? WORTH_SAYING : BACK_FOR,
    );
    return () => clearTimeout(timer);
  }, [line]);
  const end = endOf(line, store);
  const words = end?.words ?? { lost: shell.lost, back: shell.back, '': '' }[said.value];
  return (
    <div class={`connection${end ? ' ended' : ''}`}>
      <p
        role="status"
        aria-label={shell.connection}
        class={words && (!end && said.value === 'back' ? 'said back' : 'said')}
      >
        {words && (
          <>
            <Icon name={!end && said.value === 'back' ? 'check' : 'alert'} />
            <span>{words}</span>
          </>
        )}
      </p>
      {end && (
        <button class="btn sm" type="button" onClick={end.go}>
          {end.button}
        </button>
      )}
    </div>
  );
}
