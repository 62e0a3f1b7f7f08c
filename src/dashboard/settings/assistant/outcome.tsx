import { day, lowerFirst, time } from '../../parts/format';
import { Icon } from '../../parts/icons';
import { assistant } from '../../words/en/assistant';
import { common } from '../../words/en/common';
import type { Came } from './responder';

/** "today at 14:05". */
export function setOn(at: number): string {
  const date = day(at, Date.now());
  const said = date === common.today || date === common.yesterday ? lowerFirst(date) : date;
  return assistant.at({ day: said, time: time(at) });
}

/** Always on the page, so that it is heard when it says something. */
export const Outcome = ({ came, busy }: { came: Came | null; busy: boolean }) => (
  <p class={came ? (came.well ? 'came well' : 'came badly') : 'came'} role="status">
    {came && !busy && <Icon name={came.well ? 'check' : 'alert'} />}
    {busy ? assistant.moment : came?.words}
  </p>
);
