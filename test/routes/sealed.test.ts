import { expect, test } from 'vitest';
import { seal, unseal } from '../../src/accounts/sealed';
import { SECRET } from './visit';

const KEY = 'sk-of-the-store';

test('what was sealed opens for the same purpose under the same secret, and for no other', async () => {
  const sealed = await seal(SECRET, 'model-key/a', KEY);
  expect(sealed).not.toContain(KEY);
  expect(await unseal(SECRET, 'model-key/a', sealed)).toBe(KEY);
  expect(await unseal(SECRET, 'model-key/b', sealed)).toBeNull();
  expect(await unseal(`${SECRET}2`, 'model-key/a', sealed)).toBeNull();
});

test('sealed twice, it never looks the same', async () => {
  expect(await seal(SECRET, 'a', KEY)).not.toBe(await seal(SECRET, 'a', KEY));
});

test('what was changed, cut short, or is no sealed text at all opens to nothing', async () => {
  const sealed = await seal(SECRET, 'a', KEY);
  const changed = (sealed[20] === 'A' ? 'B' : 'A') + sealed.slice(21);
  for (const wrong of [sealed.slice(0, 20) + changed, sealed.slice(0, 12), '', 'not sealed']) {
    expect(await unseal(SECRET, 'a', wrong)).toBeNull();
  }
});
