import * as v from 'valibot';
import type { StaffRef } from '../domain/actor';
import { initialsOf } from './names';

/** People as both faces show them. */

export const StaffPerson = v.object({ id: v.string(), name: v.string(), initials: v.string() });
export type StaffPerson = v.InferOutput<typeof StaffPerson>;

export const personOf = ({ id, name }: StaffRef): StaffPerson => ({ id, name, initials: initialsOf(name) });
