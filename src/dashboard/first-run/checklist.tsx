import './first-run.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Icon, type IconName } from '../parts/icons';
import { recall, remember } from '../parts/remember';
import { first } from '../words/en/first-run';
import { look, type Run, run } from './state';

const FOLDED = 'folded:first-run';
type Is = Run['steps'][number]['is'];
const ICONS: Record<Is, IconName> = { done: 'check', not_needed: 'close', open: 'right' };

/** Below the queue until nothing of it is open; folded, it is one line. */
export function Checklist({ store }: { store: string }) {
  const folded = useSignal(recall(FOLDED) === 'yes');
  useEffect(() => void look(store), [store]);
  const now = run.value;
  if (!now || now.isOver) return null;
  const done = now.steps.filter(({ is }) => is !== 'open').length;
  const fold = () => {
    folded.value = !folded.value;
    remember(FOLDED, folded.value ? 'yes' : '');
  };
  return (
    <section class="first-run" aria-label={first.title}>
      <h2>
        <button type="button" aria-expanded={!folded.value} onClick={fold}>
          {first.title}
          <Icon name={folded.value ? 'up' : 'down'} />
        </button>
        <span class="hint">{first.progress({ done, all: now.steps.length })}</span>
      </h2>
      {!folded.value && (
        <ol>
          {now.steps.map(({ step, is }) => (
            <li key={step} class={is}>
              <Icon name={ICONS[is]} />
              <a href={`/dashboard/${store}/start/${step}`}>{first.steps[step]}</a>
              <span class="sr">{first.state[is]}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
