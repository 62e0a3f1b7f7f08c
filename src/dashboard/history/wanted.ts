/** What is looked for, as the page's address holds it: a look can be kept, sent on and gone back to. */

const FIELDS = ['words', 'outcome', 'reason', 'staff', 'rating', 'lang', 'tag', 'from', 'to'] as const;
export type Field = (typeof FIELDS)[number];
export type Wanted = Partial<Record<Field, string>>;

export function wantedOf(query: Readonly<Record<string, string | undefined>>): Wanted {
  const wanted: Wanted = {};
  for (const field of FIELDS) {
    const value = query[field];
    if (value) wanted[field] = value;
  }
  return wanted;
}

/** `?words=refund&outcome=resolved`; empty where nothing is wanted. */
export function queryOf(wanted: Wanted): string {
  const query = new URLSearchParams();
  for (const field of FIELDS) {
    const value = wanted[field]?.trim();
    if (value) query.set(field, value);
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** How many filters hold, the words apart. */
export const filtersIn = (wanted: Wanted): number =>
  FIELDS.filter((field) => field !== 'words' && wanted[field]).length;

/** One of them changed; an empty value takes it away. */
export function withField(wanted: Wanted, field: Field, value: string): Wanted {
  const { [field]: _, ...rest } = wanted;
  return value === '' ? rest : { ...rest, [field]: value };
}
