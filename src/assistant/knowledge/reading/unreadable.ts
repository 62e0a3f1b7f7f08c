/** A file that cannot be read at all. Its message is for people, and says what to do. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

/** A line of the file and what is wrong there, for people. */
export interface Fault {
  line: number;
  cause: string;
}

/** What is known only when a file was read to its end. */
export interface Notes {
  /** False where the file ends in the middle: what is missing from it may be missing by accident. */
  complete: boolean;
  /** Drafts and hidden products, which are left out on purpose. */
  left: number;
}
