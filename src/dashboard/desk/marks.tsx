import type { QueueRow } from '../../protocol/desk';
import type { Target } from '../../protocol/staff';
import { firstName, plural } from '../parts/format';
import { Icon, type IconName } from '../parts/icons';
import { clock } from '../session/clock';
import { type Crew, isMeant, isOffered, isOverdue, minutesSince, waitsAgain } from './attention';

/** What a row says beyond its reason: whom it is offered to, whom it is for, that nobody replied. A word and an icon each. */

interface Mark {
  words: string;
  icon: IconName;
  look: string;
}
type Reader = Pick<Crew, 'me' | 'teams'>;

const nameOf = (to: Target, me: string | null): string => {
  if (to.kind === 'team') return to.name;
  return to.id === me ? 'you' : firstName(to.name);
};
const iconOf = (to: Target): IconName => (to.kind === 'team' ? 'people' : 'person');

/** Which of them stand on a row, the most pressing first. */
export function marksOf(row: QueueRow, reader: Reader, now: number): Mark[] {
  const marks: Mark[] = [];
  const { transfer, owed, destination } = row;
  if (transfer) {
    const offered = isOffered(row, reader);
    const whom = offered && transfer.to.kind === 'person' ? 'you' : nameOf(transfer.to, reader.me);
    marks.push({ words: `Offered to ${whom}`, icon: 'transfer', look: offered ? 'accent' : 'line' });
  }
  if (owed && isOverdue(row, reader.me)) {
    const words = `No reply for ${minutesSince(owed.since, now)} min`;
    marks.push(owed.told === 'desk' ? { words, icon: 'alarm', look: 'over' } : { words, icon: 'late', look: 'late' });
  }
  if (destination && (row.status === 'pending' || (row.status === 'assigned' && destination.kind === 'team'))) {
    const look = isMeant(destination, reader) ? 'accent' : 'line';
    marks.push({ words: `For ${nameOf(destination, reader.me)}`, icon: iconOf(destination), look });
  }
  if (waitsAgain(row)) marks.push({ words: 'Waits again', icon: 'owed', look: 'line' });
  if (hasLeft(row, now)) marks.push({ words: 'Has left', icon: 'gone', look: 'line' });
  if (row.tasks) marks.push({ words: plural(row.tasks, 'task', 'tasks'), icon: 'done', look: 'line' });
  if (row.email && row.status !== 'assistant') marks.push({ words: 'Email left', icon: 'mail', look: 'line' });
  return marks;
}

/** Whoever goes to another page of the shop is gone for a moment. */
const BLINK = 8_000;
const hasLeft = ({ status, left }: QueueRow, now: number): boolean =>
  status !== 'assistant' && typeof left === 'number' && now - left >= BLINK;

/** Only what a running time changes is redrawn by the clock. */
const nowFor = (row: QueueRow): number => (row.owed || row.left ? clock.value : 0);

export const Marks = ({ row, reader }: { row: QueueRow; reader: Reader }) => (
  <>
    {marksOf(row, reader, nowFor(row)).map(({ words, icon, look }) => (
      <span key={icon} class={`badge ${look}`}>
        <Icon name={icon} />
        {words}
      </span>
    ))}
  </>
);

/** The same for those who listen: "offered to you, email left". */
export const MarkWords = ({ row, reader }: { row: QueueRow; reader: Reader }) => (
  <>
    {marksOf(row, reader, nowFor(row))
      .map(({ words }) => `, ${words[0]?.toLowerCase()}${words.slice(1)}`)
      .join('')}
  </>
);
