import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { MAX_FRAME, MAX_TEXT } from '../../src/protocol/common';
import { CustomerFrame, SessionRequest, ToCustomer } from '../../src/protocol/customer';
import { DeskFrame, ToDesk } from '../../src/protocol/desk';
import { frameParser, whyNot } from '../../src/protocol/parse';
import { StaffFrame, ToStaff } from '../../src/protocol/staff';
import { type AnySchema, optionsOf, validInput } from './valid';

const INCOMING: [string, AnySchema][] = [
  ['CustomerFrame', CustomerFrame],
  ['StaffFrame', StaffFrame],
  ['DeskFrame', DeskFrame],
];
const ALL: [string, AnySchema][] = [
  ...INCOMING,
  ['ToCustomer', ToCustomer],
  ['ToStaff', ToStaff],
  ['ToDesk', ToDesk],
  ['SessionRequest', SessionRequest],
];
const ID = 'abcd-1234';

const accepts = (schema: AnySchema, value: unknown): boolean => v.safeParse(schema, value).success;

describe.each(ALL)('%s', (_, schema) => {
  it('takes every valid frame, through JSON, and its own result again unchanged', () => {
    fc.assert(
      fc.property(validInput(schema), (frame) => {
        const parsed = v.safeParse(schema, JSON.parse(JSON.stringify(frame)));
        expect(parsed.issues).toBeUndefined();
        expect(v.parse(schema, parsed.output)).toEqual(parsed.output);
      }),
      { numRuns: 500 },
    );
  });

  it('neither throws on nor accepts what is no frame', () => {
    const noise = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true, withMap: true }),
      fc.constantFrom(null, undefined, '', '{', 0, Number.NaN, [], [[]], { type: null }, { kind: 'customer' }),
    );
    fc.assert(
      fc.property(noise, (value) => {
        expect(accepts(schema, value)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses a frame that lacks a field, or has one of another type', () => {
    const others: unknown[] = [null, true, 12.5, -1, 'x'.repeat(70_000), '', [], {}, [1], { type: 'x' }];
    for (const option of optionsOf(schema)) {
      fc.assert(
        fc.property(validInput(option), (frame) => {
          for (const [name, field] of Object.entries(option.entries)) {
            const { [name]: _gone, ...without } = frame as Record<string, unknown>;
            if (field.type !== 'optional') expect(accepts(schema, without), `without ${name}`).toBe(false);
            for (const other of others) {
              if (accepts(field, other)) continue;
              expect(accepts(schema, { ...without, [name]: other }), `${name}: ${typeof other}`).toBe(false);
            }
          }
        }),
        { numRuns: 20 },
      );
    }
  });
});

describe.each([
  ['CustomerFrame', CustomerFrame, frameParser(CustomerFrame)],
  ['StaffFrame', StaffFrame, frameParser(StaffFrame)],
] as const)('%s, asked by its type', (_, schema, parse) => {
  it('says what the whole schema says, of frames that hold and of frames that do not', () => {
    const broken = fc.tuple(validInput(schema), fc.constantFrom('type', 'id', 'text', 'seq', 'after'), fc.anything());
    const frames = fc.oneof(
      validInput(schema),
      broken.map(([frame, name, value]) => ({ ...(frame as object), [name]: value })),
      fc.anything(),
    );
    fc.assert(
      fc.property(frames, (frame) => {
        const asked = parse(frame);
        const whole = v.safeParse(schema, frame);
        expect([asked.success, asked.output]).toEqual([whole.success, whole.output]);
        if (!asked.success && !whole.success) expect(whyNot(asked.issues)).toBe(whyNot(whole.issues));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe.each(INCOMING)('%s from a client', (_, schema) => {
  it('refuses every type that it does not know', () => {
    const known = optionsOf(schema).map((option) => Reflect.get(option.entries.type ?? {}, 'literal'));
    fc.assert(
      fc.property(validInput(schema), fc.string(), (frame, type) => {
        fc.pre(!known.includes(type));
        expect(accepts(schema, { ...(frame as object), type })).toBe(false);
      }),
    );
    for (const type of ['__proto__', 'constructor', 'toString', 'HELLO', 'hello ', ['hello'], { hello: 1 }])
      expect(accepts(schema, { type, after: 0, lang: 'en' })).toBe(false);
  });

  it('keeps nothing that it does not know: no stray field, no prototype', () => {
    fc.assert(
      fc.property(validInput(schema), (frame) => {
        const wire = `${JSON.stringify(frame).slice(0, -1)},"store":"other","actor":{"type":"staff"},"__proto__":{"x":1}}`;
        const parsed = v.parse(schema, JSON.parse(wire));
        expect(parsed).toEqual(v.parse(schema, frame));
        expect(Reflect.get(parsed as object, 'x')).toBeUndefined();
      }),
    );
  });

  it('takes no frame beyond the limit of a frame', () => {
    fc.assert(
      fc.property(validInput(schema), (frame) => {
        expect(JSON.stringify(v.parse(schema, frame)).length).toBeLessThan(MAX_FRAME);
      }),
      { numRuns: 500 },
    );
  });
});

const NOTHING = ['', '   ', '\n\t ', '\u0000', ' \u0007\u001b ', '\u007f'];

describe.each<[string, AnySchema, (text: unknown) => unknown, number]>([
  ['a customer’s message', CustomerFrame, (text) => ({ type: 'send', id: ID, text }), MAX_TEXT],
  ['a reply', StaffFrame, (text) => ({ type: 'send', id: ID, text, seen: 0 }), MAX_TEXT],
  ['a private note', StaffFrame, (text) => ({ type: 'note', id: ID, text }), MAX_TEXT],
])('the text of %s', (_, schema, frame, limit) => {
  const textOf = (value: unknown) => Reflect.get(v.parse(schema, frame(value)) as object, 'text');

  const nothing = ['', ' \n', '\u202e\u2066\u2069', '\u200b', '\u200f\u200e', '\u3164', '\u2800\u115f', '\ufeff'];
  it('is none where nothing of it is seen', () => {
    // A message may have files instead; without those it is refused where it is sent.
    for (const text of nothing) if (accepts(schema, frame(text))) expect(textOf(text), JSON.stringify(text)).toBe('');
    for (const text of ['.', 'ש\u200f', '👩\u200d🚀', '\u202eabc']) expect(accepts(schema, frame(text))).toBe(true);
  });

  it('has a limit', () => {
    expect(accepts(schema, frame('x'.repeat(limit)))).toBe(true);
    for (const length of [limit + 1, 2 * limit, 1_000_000])
      expect(accepts(schema, frame('x'.repeat(length)))).toBe(false);
  });

  it('fits its frame in whatever letters it is written', () => {
    for (const letter of ['x', 'ж', '語', '"', '\\', '\n', '\u2028'])
      expect(new TextEncoder().encode(JSON.stringify(frame(letter.repeat(limit)))).length).toBeLessThan(MAX_FRAME);
  });

  it('keeps every letter, line and tab, and no control character', () => {
    expect(textOf('a\u0000b\u001b[31mc\u007f')).toBe('ab[31mc');
    expect(textOf(' Здравей,\n\tсвят 🙂 \r\n')).toBe('Здравей,\n\tсвят 🙂');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (text) => {
        const parsed = v.safeParse(schema, frame(text));
        if (!parsed.success) return;
        const kept: string = Reflect.get(parsed.output as object, 'text');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone.
        expect(kept).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/);
        expect(kept).toBe(kept.trim());
      }),
    );
  });
});

it('a private note is not made of nothing; whether a message is shows beside its files only (bad-input.test.ts)', () => {
  for (const text of NOTHING) expect(accepts(StaffFrame, { type: 'note', id: ID, text })).toBe(false);
});

describe('what else has a limit', () => {
  const rate = { type: 'rate', id: ID, handoff: 1, thumb: 'up' };
  const hello = { type: 'hello', after: 0, lang: 'en' };
  const page = (url: string) => ({ type: 'page', page: { url, title: '' } });

  it.each<[string, AnySchema, unknown]>([
    ['a comment', CustomerFrame, { ...rate, comment: 'x'.repeat(1_001) }],
    ['the number of a handoff', CustomerFrame, { ...rate, handoff: 0 }],
    ['a broken number of a handoff', CustomerFrame, { ...rate, handoff: 1.5 }],
    ['a thumb', CustomerFrame, { ...rate, thumb: 'sideways' }],
    ['a place below', CustomerFrame, { ...hello, after: -1 }],
    ['a place above', CustomerFrame, { ...hello, after: 1e9 + 1 }],
    ['a place that is no number', CustomerFrame, { ...hello, after: '0' }],
    ['a language', CustomerFrame, { ...hello, lang: '<script>' }],
    ['a time zone', CustomerFrame, { ...hello, tz: '../../etc passwd' }],
    ['a page of a script', CustomerFrame, page('javascript://shop.example/%0aalert(1)')],
    ['a page of a data URL', CustomerFrame, page('data:text/html,hi')],
    ['a long page', CustomerFrame, page(`https://shop.example/${'x'.repeat(1_000)}`)],
    ['a cancel without an id', CustomerFrame, { type: 'cancel' }],
    ['a short client id', CustomerFrame, { type: 'request', id: 'abc' }],
    ['a long client id', CustomerFrame, { type: 'request', id: 'x'.repeat(41) }],
    ['a client id with a space', CustomerFrame, { type: 'request', id: 'abcd 1234' }],
    ['an ending note', StaffFrame, { type: 'end', id: ID, outcome: 'resolved', note: 'x'.repeat(2_001) }],
    ['an outcome that staff cannot set', StaffFrame, { type: 'end', id: ID, outcome: 'cancelled' }],
    ['a claim without what was seen', StaffFrame, { type: 'claim', id: ID }],
    ['a duty that is no switch', DeskFrame, { type: 'duty', on: 'yes' }],
    ['a store key', SessionRequest, { store: "x' OR 1=1" }],
  ])('%s', (_, schema, frame) => {
    expect(accepts(schema, frame)).toBe(false);
  });

  it('and what is left out has a default', () => {
    expect(v.parse(CustomerFrame, rate)).toEqual({ ...rate, comment: '' });
    expect(v.parse(StaffFrame, { type: 'end', id: ID, outcome: 'resolved' })).toMatchObject({ note: '' });
    expect(v.parse(StaffFrame, { type: 'send', id: ID, text: 'Hi', seen: 3 })).toMatchObject({ anyway: false });
  });
});
