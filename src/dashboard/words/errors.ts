import type { ErrorCode } from '../../errors';
import { catalogue } from './words';

/**
 * A refusal in the reader's language, by its code. @param english as the server says it; a server that is newer than the
 * page may know a code that the page does not
 */
export const refusal = (code: ErrorCode, english: string): string => catalogue()?.errors[code] ?? english;
