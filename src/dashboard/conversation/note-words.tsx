import type { StaffMessage } from '../../protocol/staff';
import { Linked } from './linked';

const CALLED = /(@[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*)/u;

/** The words of a private note; where it names colleagues, their names stand out. */
export const NoteWords = ({ note }: { note: StaffMessage & { kind: 'note' } }) => (
  <div class="words" dir="auto">
    {note.mentions ? (
      note.text.split(CALLED).map((part, n) => (n % 2 ? <b class="called">{part}</b> : <Linked text={part} />))
    ) : (
      <Linked text={note.text} />
    )}
  </div>
);
