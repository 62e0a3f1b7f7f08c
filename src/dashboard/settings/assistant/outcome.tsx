import { day, time } from '../../parts/format';
import { Icon } from '../../parts/icons';
import type { Came } from './responder';

/** "today at 14:05". */
export const setOn = (at: number): string =>
  `${day(at, Date.now()).replace(/^(Today|Yesterday)$/, (word) => word.toLowerCase())} at ${time(at)}`;

/** Always on the page, so that it is heard when it says something. */
export const Outcome = ({ came, busy }: { came: Came | null; busy: boolean }) => (
  <p class={came ? (came.well ? 'came well' : 'came badly') : 'came'} role="status">
    {came && !busy && <Icon name={came.well ? 'check' : 'alert'} />}
    {busy ? 'One moment…' : came?.words}
  </p>
);
