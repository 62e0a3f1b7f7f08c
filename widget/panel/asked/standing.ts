import type { CustomerState } from '../../../src/protocol/customer';

/** How it stands with the address. `changing`: the customer corrects the one that is known. */
export function standingOf(
  contact: CustomerState['contact'],
  { onItsWay, changing }: { onItsWay: string | null; changing: boolean },
): { is: 'asking' } | { is: 'sending'; address: string } | { is: 'known'; address: string; confirmed: boolean } {
  if (onItsWay !== null) return { is: 'sending', address: onItsWay };
  return contact && !changing ? { is: 'known', ...contact } : { is: 'asking' };
}
