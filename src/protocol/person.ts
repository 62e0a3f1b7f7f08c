import * as v from 'valibot';
import type { StaffRef } from '../domain/actor';

/** People as both faces show them. */

export const StaffPerson = v.object({ id: v.string(), name: v.string(), initials: v.string() });
export type StaffPerson = v.InferOutput<typeof StaffPerson>;

/** Up to two letters, of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (/\p{L}/u.test(last) ? first + last : first).toUpperCase();
}

export const personOf = ({ id, name }: StaffRef): StaffPerson => ({ id, name, initials: initialsOf(name) });
