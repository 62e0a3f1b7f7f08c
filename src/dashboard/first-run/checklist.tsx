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
  /** What the reader chose; null: open while nothing is done yet, since then it is all there is to do. */
  const chosen = useSignal(recall(FOLDED));
  useEffect(() => void look(store), [store]);
  const now = run.value;
  if (!now || now.isOver) return null;
  const done = now.steps.filter(({ is }) => is !== 'open').length;
  const folded = chosen.value === null ? done > 0 : chosen.value === 'yes';
  const fold = () => {
    chosen.value = folded ? 'no' : 'yes';
    remember(FOLDED, chosen.value);
  };
  return (
    <section class="first-run" aria-label={first.title}>
      <h2>
        <button type="button" aria-expanded={!folded} onClick={fold}>
          {first.title}
          <Icon name={folded ? 'up' : 'down'} />
        </button>
        <span class="hint">{first.progress({ done, all: now.steps.length })}</span>
      </h2>
      {!folded && (
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
