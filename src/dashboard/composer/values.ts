import type { Values } from '../../domain/saved-replies';
import type { StaffState } from '../../protocol/staff';
import type { StoreSettings } from '../../settings/schema';
import { firstName } from '../parts/format';

/** What is known now of all that a saved reply can name. */

/** How shops' pages call their customer's name; the first that is there. */
const NAMES = [/^(?:first|given)[ _-]?name$/i, /^(?:customer[ _-]?)?name$/i];

type Properties = readonly { name: string; value: unknown }[];

/** A guest's number is no name to call anybody by. */
function nameIn(properties: Properties = []): string | null {
  for (const pattern of NAMES) {
    const value = properties.find(({ name }) => pattern.test(name))?.value;
    if (typeof value === 'string' && value.trim()) return value;
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
    // What the team wrote down, else what the shop's server vouches for, else what its page says.
    'customer.name': nameIn(facts?.properties) ?? customer.verified?.name ?? nameIn(customer.shop?.properties),
    'customer.email': customer.email?.address ?? null,
    'order.number': customer.shop?.order?.number ?? null,
    'order.status': customer.shop?.order?.status ?? null,
    'page.title': customer.page?.title ?? null,
    // As customers see it.
    'staff.name': settings?.shownAs === 'team' ? settings.teamName : firstName(me),
    'store.name': store,
  };
}
