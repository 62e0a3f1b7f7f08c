import { describe, expect, test } from 'vitest';
import { type FirstFacts, type FirstMarks, firstRun } from '../../src/domain/first-run';

const NEW: FirstFacts = { renamed: false, hoursSaved: false, knows: false, seenOnSite: false, tried: false };
const ALL: FirstFacts = { renamed: true, hoursSaved: true, knows: true, seenOnSite: true, tried: true };
const said = (facts: Partial<FirstFacts>, marks: FirstMarks = {}) =>
  firstRun({ ...NEW, ...facts }, marks).steps.map(({ step, is }) => `${step} ${is}`);

describe('the first steps of a store', () => {
  test('are all open at first, in their order', () => {
    expect(said({})).toEqual(['name open', 'hours open', 'knowledge open', 'script open', 'try open']);
  });

  const cases: [keyof FirstFacts, string][] = [
    ['renamed', 'name done'],
    ['hoursSaved', 'hours done'],
    ['knows', 'knowledge done'],
    ['seenOnSite', 'script done'],
    ['tried', 'try done'],
  ];
  test.each(cases)('by the fact %s: %s, and no other', (fact, done) => {
    const steps = said({ [fact]: true });
    expect(steps).toContain(done);
    expect(steps.filter((step) => step.endsWith('open'))).toHaveLength(4);
  });

  test('one may be right as it is, or not needed; a fact counts more', () => {
    expect(said({}, { name: 'right', knowledge: 'not_needed' })).toEqual([
      'name done',
      'hours open',
      'knowledge not_needed',
      'script open',
      'try open',
    ]);
    expect(said({ knows: true }, { knowledge: 'not_needed' })).toContain('knowledge done');
  });

  test('are over when nothing is open any more', () => {
    expect(firstRun(ALL, {}).isOver).toBe(true);
    expect(firstRun({ ...ALL, tried: false }, {}).isOver).toBe(false);
    expect(firstRun({ ...ALL, tried: false }, { try: 'not_needed' }).isOver).toBe(true);
  });
});
