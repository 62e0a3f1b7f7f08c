import { expect, it } from 'vitest';
import { initialsOf } from '../../src/protocol/names';

it.each([
  ['Ana Kovač', 'AK'],
  ['ana maria de la cruz', 'AC'],
  ['Mira', 'M'],
  ['Guest 4821', 'G'],
  ['  Łukasz   Żak ', 'ŁŻ'],
  ['👩🏽‍🔧 Dele', '👩D'],
  ['mira@mill.example', 'M'],
  ['', ''],
])('the picture of somebody called “%s” is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
