import { EMAIL_REGEX } from 'valibot';

const MAX_ADDRESS = 254;

/** What is typed as the server keeps it, or null where the server would refuse it (`EmailAddress` in src/protocol). */
export function readAddress(text: string): string | null {
  const address = text.trim().toLowerCase();
  return address.length <= MAX_ADDRESS && EMAIL_REGEX.test(address) ? address : null;
}
