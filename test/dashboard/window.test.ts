import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Heights, piecesOf } from '../../src/dashboard/desk/window';

const ids = Array.from({ length: 1_000 }, (_, n) => `c${n}`);
const flat = () => 84;
const none = new Set<string | null>();

describe('a long list', () => {
  test('draws what is in sight, and holds the place of the rest', () => {
    const pieces = piecesOf(ids, flat, { from: 840, to: 1_680 }, none);
    expect(pieces[0]).toEqual({ is: 'gap', before: 'c10', height: 840 });
    expect(pieces.slice(1, -1).map((piece) => piece.is === 'row' && piece.id)).toEqual(ids.slice(10, 20));
    expect(pieces.at(-1)).toEqual({ is: 'gap', before: '', height: 980 * 84 });
  });

  test('draws what has the focus wherever it is', () => {
    const pieces = piecesOf(ids, flat, { from: 0, to: 84 }, new Set(['c500', null]));
    expect(pieces).toEqual([
      { is: 'row', id: 'c0', at: 0 },
      { is: 'gap', before: 'c500', height: 499 * 84 },
      { is: 'row', id: 'c500', at: 500 },
      { is: 'gap', before: '', height: 499 * 84 },
    ]);
  });

  test('is as high as all of its rows, in their order, wherever one looks', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 80 });
    fc.assert(
      fc.property(heights, fc.integer({ min: -500, max: 9_000 }), fc.nat(2_000), (all, from, tall) => {
        const some = all.map((_, n) => `c${n}`);
        const of = (id: string) => all[Number(id.slice(1))] ?? 0;
        const pieces = piecesOf(some, of, { from, to: from + tall }, none);
        const total = pieces.reduce((sum, piece) => sum + (piece.is === 'row' ? of(piece.id) : piece.height), 0);
        expect(total).toBe(all.reduce((sum, height) => sum + height, 0));
        const rows = pieces.flatMap((piece) => (piece.is === 'row' ? [piece.at] : []));
        expect(rows).toEqual([...rows].sort((a, b) => a - b));
      }),
    );
  });
});

test('rows that were never drawn count as high as the others on average', () => {
  const heights = new Heights(84);
  expect(heights.of('a')).toBe(84);
  expect(heights.learn('a', 60)).toBe(true);
  expect(heights.learn('b', 100)).toBe(true);
  expect(heights.of('c')).toBe(80);
  expect(heights.learn('c', 80)).toBe(false);
  expect(heights.learn('a', 60.4)).toBe(false);
  expect(heights.learn('a', 100)).toBe(true);
  expect(heights.of('d')).toBeCloseTo(280 / 3);
});
