import { catalogue } from './words';

/**
 * A refusal in the reader's language, by its code. @param english as the server says it; a server that is newer than the
 * page may know a code that the page does not
 */
export const refusal = (code: string, english: string): string => {
  const own: Partial<Record<string, string>> | undefined = catalogue()?.errors;
  return own?.[code] ?? english;
};
