/** One thing that must hold, and how often it was looked at: what was looked at never proves nothing. */
export interface Check {
  /** A sentence that says what somebody sees. */
  name: string;
  /** How many cases it was held against. */
  of: number;
  /** Each that it does not hold for, in words. */
  wrong: string[];
}

/** Holds each of `cases` against `holds`, which says what is wrong with it, or null. */
export function check<T>(name: string, cases: Iterable<T>, holds: (one: T) => string | null | undefined): Check {
  const all = [...cases];
  return { name, of: all.length, wrong: all.flatMap((one) => holds(one) ?? []) };
}

export const passed = ({ of, wrong }: Check): boolean => of > 0 && wrong.length === 0;

const MOST = 8;

export function told(one: Check): string {
  const mark = passed(one) ? '✓' : '✗';
  const why = one.of === 0 ? ['There was nothing to look at.'] : one.wrong;
  const shown = why.slice(0, MOST).map((line) => `    ${line.slice(0, 600)}`);
  const more = why.length > MOST ? [`    … and ${why.length - MOST} more`] : [];
  return [`  ${mark} ${one.name} (${one.of})`, ...(passed(one) ? [] : [...shown, ...more])].join('\n');
}
