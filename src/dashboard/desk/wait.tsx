import { elapsed } from '../parts/format';
import { Icon } from '../parts/icons';
import { clock } from '../session/clock';

const MINUTE = 60_000;
const LATE = 3 * MINUTE;
const VERY_LATE = 5 * MINUTE;

const LEVELS = {
  fine: { look: '', icon: 'clock', word: '' },
  late: { look: 'late', icon: 'late', word: ', late' },
  over: { look: 'over', icon: 'alarm', word: ', very late' },
} as const;

const levelOf = (waited: number) => LEVELS[waited >= VERY_LATE ? 'over' : waited >= LATE ? 'late' : 'fine'];

/** "6 min, very late" */
const inWords = (waited: number) => `${Math.floor(waited / MINUTE)} min${levelOf(waited).word}`;

const waitedSince = (since: number) => Math.max(0, clock.value - since);

/** A running wait. Redraws itself every second, and nothing around it. */
export function Wait({ since, spoken = false }: { since: number; spoken?: boolean }) {
  const waited = waitedSince(since);
  const { look, icon } = levelOf(waited);
  return (
    <span class={`wait ${look}`}>
      <Icon name={icon} />
      <span aria-hidden="true">{elapsed(waited)}</span>
      {spoken && <span class="sr">waiting {inWords(waited)}</span>}
    </span>
  );
}

/** The same as a sentence. */
export const WaitWords = ({ since }: { since: number }) => <>Waiting {inWords(waitedSince(since))}</>;

/** A running time without a level. */
export const Elapsed = ({ since }: { since: number }) => <>{elapsed(waitedSince(since))}</>;
