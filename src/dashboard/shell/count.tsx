import type { Desk } from '../desk/desk';
import { Icon } from '../parts/icons';
import { shell } from '../words/en/shell';

/** How many wait at a desk, and whether somebody urgent does. @param id of the same in words */
export function Count({ desk, id }: { desk: Desk; id?: string }) {
  const waiting = desk.waiting.value;
  const urgent = waiting.filter((row) => row.urgency === 'urgent').length;
  if (waiting.length === 0) return null;
  return (
    <span class={`n${urgent > 0 ? ' hot' : ''}`}>
      {urgent > 0 && <Icon name="flag" />}
      <span aria-hidden="true">{waiting.length}</span>
      <span class="sr" id={id}>
        {urgent > 0 ? shell.waitingUrgent({ n: waiting.length, urgent }) : shell.waiting({ n: waiting.length })}
      </span>
    </span>
  );
}
