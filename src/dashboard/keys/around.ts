import { signal } from '@preact/signals';
import type { StaffState } from '../../protocol/staff';
import type { Mode } from '../conversation/standing';

/** What the commands act upon: whatever is before the reader says what can be done with it. */

/** The open conversation, as it was drawn last. */
export interface OpenChat {
  id: string;
  state: StaffState;
  mode: Mode;
  /** First name of the colleague who has it. */
  colleague: string | null;
  /** Whether that colleague offers it to the reader. */
  offered: boolean;
  /** Whether the reader has offered it to somebody already. */
  passingOn: boolean;
  /** With what the reader saw when they decided to; whoever was faster is not run over. */
  claim: () => void;
  /** To the button that takes over, for what should not happen by one letter. */
  toClaim: () => void;
  release: () => void;
  ask: (what: 'end' | 'transfer' | 'reminder') => void;
  takeAway: () => void;
  /** Null where nothing can be written. */
  writing: Writing | null;
}

/** The composer, seen from elsewhere. */
export interface Writing {
  /** To one of the two fields. */
  write: (tab: 'reply' | 'note') => void;
  /** Puts a saved reply into the field for replies. @param reply its id */
  insert: (text: string, reply: string) => void;
}

/** Plain, since commands look only when they are asked for. */
export const around: {
  chat: OpenChat | null;
  /** Moves the focus along the rows of the queue, where it is shown. */
  walk: ((by: 1 | -1) => void) | null;
  /** A conversation that was opened by a command: its heading gets the focus once it is there. */
  arriving: string | null;
} = { chat: null, walk: null, arriving: null };

export type Panel = 'palette' | 'help';

/** Which of the two dialogs is open, or on its way. No key of ours means anything else meanwhile. */
export const panel = signal<Panel | null>(null);
