import { bodyLimit } from 'hono/body-limit';
import { validator } from 'hono/validator';
import * as v from 'valibot';
import { Refusal } from '../errors';

/** Everything from outside passes a size limit and a schema before a route looks at it. */

export const atMost = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal('too_large');
    },
  });

/** For bodies that people fill in. */
export const smallBody = atMost(16 * 1024);
/** For what a merchant's own bot answers: a message with its cards. */
export const botBody = atMost(64 * 1024);
/** For a store's settings: years of closures, with their own words in every language. */
export const settingsBody = atMost(256 * 1024);
type Parsed<S extends v.GenericSchema> = v.InferOutput<S>;

/** @throws Refusal `bad_request` */
export function parsed<S extends v.GenericSchema>(schema: S, value: unknown): Parsed<S> {
  const result = v.safeParse(schema, value);
  if (!result.success) throw new Refusal('bad_request');
  return result.output;
}

/** A JSON body; without `content-type: application/json` it counts as empty. */
export const json = <S extends v.GenericSchema>(schema: S) =>
  validator('json', (value: unknown): Parsed<S> => parsed(schema, value));

export const query = <S extends v.GenericSchema>(schema: S) =>
  validator('query', (value: unknown): Parsed<S> => parsed(schema, value));
