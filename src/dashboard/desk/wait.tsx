import { elapsed, lowerFirst } from '../parts/format';
import { Icon } from '../parts/icons';
import { clock } from '../session/clock';
import { inbox } from '../words/en/inbox';

const MINUTE = 60_000;
const LATE = 3 * MINUTE;
const VERY_LATE = 5 * MINUTE;

const LEVELS = {
  fine: { look: '', icon: 'clock', words: 'waits' },
  late: { look: 'late', icon: 'late', words: 'waitsLate' },
  over: { look: 'over', icon: 'alarm', words: 'waitsVeryLate' },
} as const;

const levelOf = (waited: number) => LEVELS[waited >= VERY_LATE ? 'over' : waited >= LATE ? 'late' : 'fine'];

/** "Waiting 6 min, very late" */
const inWords = (waited: number) => inbox[levelOf(waited).words]({ n: Math.floor(waited / MINUTE) });

const waitedSince = (since: number) => Math.max(0, clock.value - since);

/** A running wait. Redraws itself every second, and nothing around it. */
export function Wait({ since, spoken = false }: { since: number; spoken?: boolean }) {
  const waited = waitedSince(since);
  const { look, icon } = levelOf(waited);
  return (
    <span class={`wait ${look}`}>
      <Icon name={icon} />
      <span aria-hidden="true">{elapsed(waited)}</span>
      {spoken && <span class="sr">{lowerFirst(inWords(waited))}</span>}
    </span>
  );
}

/** The same as a sentence. */
export const WaitWords = ({ since }: { since: number }) => <>{inWords(waitedSince(since))}</>;

/** A running time without a level. */
export const Elapsed = ({ since }: { since: number }) => <>{elapsed(waitedSince(since))}</>;
