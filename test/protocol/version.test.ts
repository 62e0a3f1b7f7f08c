import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import * as common from '../../src/protocol/common';
import { CustomerFrame, SessionRequest, ToCustomer } from '../../src/protocol/customer';
import { DeskFrame, ToDesk } from '../../src/protocol/desk';
import { StaffFrame, ToStaff } from '../../src/protocol/staff';

const ADVICE = `
The wire has changed. Widgets sit cached in strangers' pages, and old and new code run side by side during a deploy.
- Compatible (an old client and an old server still understand each other: a new optional field, a new frame that
  nobody has to know): copy the new hash into PINNED.
- Anything else: raise PROTOCOL.version in src/protocol/common.ts, raise its floor only when the old one is no longer
  served, and copy version, floor and hashes into PINNED.
`;

/** The wire as it is, beside its version. */
const PINNED = {
  version: 1,
  floor: 1,
  handshake: 'baton.v1 token. 16384 4000',
  CustomerFrame: '06d38cb790c37cd1',
  ToCustomer: '98b339df91a69018',
  StaffFrame: '841393908ce768f9',
  ToStaff: '34527851fea5d689',
  DeskFrame: '21caae3672ea4e85',
  ToDesk: 'ec047fb730857cc2',
  SessionRequest: '7ce3c587ace129d3',
};

const SCHEMAS = { CustomerFrame, ToCustomer, StaffFrame, ToStaff, DeskFrame, ToDesk, SessionRequest };

/**
 * What a schema says, without what depends on the library's version: types, limits, literals, fields in a fixed order.
 * Transformations only count by being there; what they do is tested in frames.test.ts.
 */
function describe(node: unknown): unknown {
  if (node instanceof RegExp) return String(node);
  if (Array.isArray(node)) return node.map(describe);
  if (typeof node !== 'object' || node === null) return typeof node === 'function' ? undefined : node;
  const of = (key: string): unknown => Reflect.get(node, key);
  // `pipe` repeats the schema itself as its first step.
  const pipe = of('pipe');
  const steps = Array.isArray(pipe) ? pipe.slice(1).map(describe) : undefined;
  const entries = of('entries');
  const fields = typeof entries === 'object' && entries !== null ? Object.entries(entries) : undefined;
  const options = of('options');
  return {
    type: of('type'),
    key: of('key'),
    literal: of('literal'),
    requirement: describe(of('requirement')),
    default: of('default'),
    fields: fields
      ?.map(([name, field]) => [name, describe(field)])
      .sort(([a], [b]) => String(a).localeCompare(String(b))),
    options: Array.isArray(options) ? options.map((option) => JSON.stringify(describe(option))).sort() : undefined,
    item: of('item') && describe(of('item')),
    wrapped: of('wrapped') && describe(of('wrapped')),
    steps,
  };
}

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

it('is pinned beside its version', () => {
  const { PROTOCOL, SUBPROTOCOL, TOKEN_PREFIX, MAX_FRAME, MAX_TEXT } = common;
  const wire = {
    ...PROTOCOL,
    handshake: [SUBPROTOCOL, TOKEN_PREFIX, MAX_FRAME, MAX_TEXT].join(' '),
    ...Object.fromEntries(Object.entries(SCHEMAS).map(([name, schema]) => [name, hash(describe(schema))])),
  };
  expect(wire, ADVICE).toEqual(PINNED);
});

it('still serves its own version', () => {
  expect(common.PROTOCOL.floor).toBeLessThanOrEqual(common.PROTOCOL.version);
});
