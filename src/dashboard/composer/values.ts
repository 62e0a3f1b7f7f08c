import type { Values } from '../../domain/saved-replies';
import type { StaffState } from '../../protocol/staff';
import type { StoreSettings } from '../../settings/schema';
import { firstName } from '../parts/format';

/** What is known now of all that a saved reply can name. */

/** How shops' pages call their customer's name; the first that is there. */
const NAMES = [/^(?:first|given)[ _-]?name$/i, /^(?:customer[ _-]?)?name$/i];

type Properties = readonly { name: string; value: unknown }[];

/** The name that the team wrote down, else the shop's page's; a guest's number is no name to call anybody by. */
function nameIn(...all: (Properties | undefined)[]): string | null {
  for (const properties of all) {
    for (const pattern of NAMES) {
      const value = properties?.find(({ name }) => pattern.test(name))?.value;
      if (typeof value === 'string' && value.trim()) return value;
    }
  }
  return null;
}

export function valuesOf(
  { customer, facts }: Pick<StaffState, 'customer' | 'facts'>,
  me: string,
  store: string,
  settings: Pick<StoreSettings, 'shownAs' | 'teamName'> | null,
): Values {
  return {
    'customer.name': nameIn(facts?.properties, customer.shop?.properties),
    'customer.email': customer.email?.address ?? null,
    'order.number': customer.shop?.order?.number ?? null,
    'order.status': customer.shop?.order?.status ?? null,
    'page.title': customer.page?.title ?? null,
    // As customers see it.
    'staff.name': settings?.shownAs === 'team' ? settings.teamName : firstName(me),
    'store.name': store,
  };
}
