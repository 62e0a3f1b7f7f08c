import type { QueueRow } from '../../protocol/desk';
import type { Target } from '../../protocol/staff';
import { firstName } from '../parts/format';
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
  if (row.status === 'pending' && destination) {
    const look = isMeant(destination, reader) ? 'accent' : 'line';
    marks.push({ words: `For ${nameOf(destination, reader.me)}`, icon: iconOf(destination), look });
  }
  if (waitsAgain(row)) marks.push({ words: 'Waits again', icon: 'owed', look: 'line' });
  if (row.email && row.status !== 'assistant') marks.push({ words: 'Email left', icon: 'mail', look: 'line' });
  return marks;
}

/** Only what shows a running time is redrawn by the clock. */
const nowFor = (row: QueueRow): number => (row.owed ? clock.value : 0);

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
