import fc from 'fast-check';
import * as v from 'valibot';

export type AnySchema = v.GenericSchema<unknown, unknown>;
/** An object schema, as far as a walk needs it. */
export interface ObjectSchema extends AnySchema {
  entries: Record<string, AnySchema>;
}

const of = (schema: object, key: string): unknown => Reflect.get(schema, key);
const isSchema = (value: unknown): value is AnySchema =>
  typeof value === 'object' && value !== null && of(value, 'kind') === 'schema';
const isObject = (schema: AnySchema): schema is ObjectSchema => schema.type === 'object';
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The members of a union of frames; a single object is its own only member. */
export function optionsOf(schema: AnySchema): ObjectSchema[] {
  const members = schema.type === 'variant' ? list(of(schema, 'options')).filter(isSchema) : [schema];
  return members.flatMap((member) => (isObject(member) ? [member] : optionsOf(member)));
}

/** Inputs that a schema has to accept, made of nothing but the schema. Throws on a kind of schema that it does not know. */
export function validInput(schema: AnySchema): fc.Arbitrary<unknown> {
  const steps = list(of(schema, 'pipe')).slice(1) as { type: string; requirement?: unknown }[];
  const inner = () => {
    const wrapped = of(schema, 'wrapped');
    if (!isSchema(wrapped)) throw new Error(`${schema.type} wraps nothing`);
    return validInput(wrapped);
  };
  const limit = (name: string, fallback: number) => {
    const found = steps.find((step) => step.type === name)?.requirement;
    return typeof found === 'number' ? found : fallback;
  };
  const conforms = (value: unknown) => v.safeParse(schema, value).success;
  switch (schema.type) {
    case 'literal':
      return fc.constant(of(schema, 'literal'));
    case 'picklist':
      return fc.constantFrom(...list(of(schema, 'options')));
    case 'boolean':
      return fc.boolean();
    case 'number': {
      const integer = steps.some((step) => step.type === 'integer');
      const min = limit('min_value', -1e9);
      const max = limit('max_value', 1e15);
      return integer
        ? fc.integer({ min, max: Math.min(max, 2 ** 31 - 1) })
        : fc.double({ min, max, noNaN: true }).map((n) => n || 0);
    }
    case 'string': {
      // Nobody gets an address by drawing letters.
      if (steps.some((step) => step.type === 'email')) {
        return fc.stringMatching(/^[a-z]{1,9}[.+]?[a-z0-9]{1,9}@[a-z]{1,9}\.(example|test)$/);
      }
      const pattern = steps.find((step) => step.type === 'regex')?.requirement;
      if (pattern instanceof RegExp)
        return fc
          .stringMatching(new RegExp(pattern.source.replace(/^\^https\?:.*/, '^https?:\\/\\/[a-z]+\\/$')))
          .filter(conforms);
      const size = { minLength: limit('min_length', 0), maxLength: Math.min(limit('max_length', 40), 4_000) };
      return fc
        .oneof(fc.string({ ...size, unit: 'grapheme' }), fc.string({ ...size, unit: 'binary' }))
        .filter(conforms);
    }
    case 'nullable':
      return fc.option(inner(), { nil: null });
    case 'optional':
      return inner();
    case 'array': {
      const item = of(schema, 'item');
      if (!isSchema(item)) throw new Error('an array of nothing');
      return fc.array(validInput(item), { maxLength: 4 });
    }
    case 'union':
      return fc.oneof(...list(of(schema, 'options')).filter(isSchema).map(validInput));
    case 'variant':
      return fc.oneof(...optionsOf(schema).map(validInput));
    case 'object': {
      if (!isObject(schema)) throw new Error('an object without entries');
      const fields = Object.entries(schema.entries);
      const model = Object.fromEntries(fields.map(([name, field]) => [name, validInput(field)]));
      const requiredKeys = fields.filter(([, field]) => field.type !== 'optional').map(([name]) => name);
      return fc.record(model, { requiredKeys });
    }
    default:
      throw new Error(`validInput does not know "${schema.type}"`);
  }
}
