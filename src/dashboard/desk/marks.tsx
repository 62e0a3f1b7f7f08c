import type { QueueRow } from '../../protocol/desk';
import type { Target } from '../../protocol/staff';
import { firstName, lowerFirst } from '../parts/format';
import { Icon, type IconName } from '../parts/icons';
import { clock } from '../session/clock';
import { inbox } from '../words/en/inbox';
import { type Crew, isMeant, isOffered, isOverdue, minutesSince, waitsAgain } from './attention';

/** What a row says beyond its reason: whom it is offered to, whom it is for, that nobody replied. A word and an icon each. */

interface Mark {
  words: string;
  icon: IconName;
  look: string;
}
type Reader = Pick<Crew, 'me' | 'teams'>;

const isReader = (to: Target, me: string | null): boolean => to.kind === 'person' && to.id === me;
const nameOf = (to: Target): string => (to.kind === 'team' ? to.name : firstName(to.name));
const iconOf = (to: Target): IconName => (to.kind === 'team' ? 'people' : 'person');

/** Which of them stand on a row, the most pressing first. */
export function marksOf(row: QueueRow, reader: Reader, now: number): Mark[] {
  const marks: Mark[] = [];
  const { transfer, owed, destination } = row;
  if (row.test) marks.push({ words: inbox.test, icon: 'sliders', look: 'line' });
  if (transfer) {
    const offered = isOffered(row, reader);
    const words = isReader(transfer.to, reader.me)
      ? inbox.offeredToYou
      : inbox.offeredTo({ name: nameOf(transfer.to) });
    marks.push({ words, icon: 'transfer', look: offered ? 'accent' : 'line' });
  }
  if (owed && isOverdue(row, reader.me)) {
    const words = inbox.noReply({ n: minutesSince(owed.since, now) });
    marks.push(owed.told === 'desk' ? { words, icon: 'alarm', look: 'over' } : { words, icon: 'late', look: 'late' });
  }
  if (destination && (row.status === 'pending' || (row.status === 'assigned' && destination.kind === 'team'))) {
    const look = isMeant(destination, reader) ? 'accent' : 'line';
    const words = isReader(destination, reader.me) ? inbox.forYou : inbox.forName({ name: nameOf(destination) });
    marks.push({ words, icon: iconOf(destination), look });
  }
  if (waitsAgain(row)) marks.push({ words: inbox.waitsAgain, icon: 'owed', look: 'line' });
  if (hasLeft(row, now)) marks.push({ words: inbox.hasLeft, icon: 'gone', look: 'line' });
  if (row.tasks) marks.push({ words: inbox.tasks({ n: row.tasks }), icon: 'done', look: 'line' });
  if (row.email && row.status !== 'assistant') marks.push({ words: inbox.emailLeft, icon: 'mail', look: 'line' });
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
      .map(({ words }) => `, ${lowerFirst(words)}`)
      .join('')}
  </>
);
