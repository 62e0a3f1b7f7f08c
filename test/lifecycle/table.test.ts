import { describe, expect, it } from 'vitest';
import { faultsOf, tableOf } from './check.ts';
import { HELD } from './held.ts';
import { OPEN } from './open.ts';
import { browserEndings, type Endings, faultsEndings, unitEndings } from './reports.ts';
import { NUMBERS, SENTENCES, type SentenceNumber } from './sentences.ts';

/** The table itself: it must not be possible to have it green by mistake. */

const NAME = 'domain/a.test.ts › heading › one';
const everywhere = (names: readonly string[]) =>
  Object.fromEntries(NUMBERS.map((n) => [n, names])) as Record<SentenceNumber, readonly string[]>;
const passed: Endings = new Map([[NAME, 'passed']]);

describe('the table of sentences', () => {
  it('has every sentence: with tests, or open with a reason', () => {
    for (const n of NUMBERS) {
      const reason = OPEN[n];
      if (reason === undefined) expect(HELD[n], `${n} ${SENTENCES[n]}`).not.toEqual([]);
      else expect(reason.trim(), n).not.toBe('');
      for (const name of HELD[n]) expect(name, n).toMatch(/^[\w./-]+\.(test|spec)\.tsx? › \S|^faults\/[\w.-]+ › \S/);
      expect(new Set(HELD[n]).size, `${n} names a test twice`).toBe(HELD[n].length);
    }
  });

  it('is right where every test is there and passed', () => {
    expect(faultsOf({ held: everywhere([NAME]), open: {} }, passed, 'all')).toEqual([]);
  });

  it.each<[string, readonly string[], Endings, RegExp]>([
    ['a sentence without a test', [], passed, /^0\.1\.1 has no test: This page says/],
    ['a test that was renamed', [NAME, `${NAME}s`], passed, /^0\.1\.1 names a test that is not there .*ones$/],
    ['a test that failed', [NAME], new Map([[NAME, 'failed']]), /^0\.1\.1 is held by a test that failed/],
    ['a test that was skipped', [NAME], new Map([[NAME, 'skipped']]), /^0\.1\.1 is held by a test that did not run/],
    ['a heading with nothing under it', ['domain/a.test.ts › head › *'], passed, /not there/],
    [
      'a heading with one that failed',
      ['domain/a.test.ts › heading › *'],
      new Map([
        [NAME, 'passed'],
        ['domain/a.test.ts › heading › two', 'failed'],
      ]),
      /that failed: domain\/a\.test\.ts › heading › two$/,
    ],
  ])('is wrong with %s', (_, names, endings, line) => {
    const faults = faultsOf({ held: everywhere(names), open: {} }, endings, 'all');
    expect(faults).toHaveLength(NUMBERS.length);
    expect(faults[0]).toMatch(line);
  });

  it('excuses a sentence that is open from having a test, and no test from passing', () => {
    const held = { ...everywhere([NAME]), '2.1.1': [], '2.1.2': ['domain/a.test.ts › gone'] };
    const open = { '2.1.1': 'not built', '2.1.2': 'by halves' };
    expect(faultsOf({ held, open }, passed, 'all')).toEqual([expect.stringMatching(/^2\.1\.2 names a test/)]);
  });

  it('asks, after a partial run, after the files that ran', () => {
    const other = 'browser/b.spec.ts › two';
    const held = everywhere([NAME, other]);
    expect(faultsOf({ held, open: {} }, passed, 'what-ran')).toEqual([]);
    expect(faultsOf({ held, open: {} }, passed, 'all')).toHaveLength(NUMBERS.length);
    expect(faultsOf({ held: everywhere(['domain/a.test.ts › x']), open: {} }, passed, 'what-ran')).not.toEqual([]);
  });

  it('asks after the kill test only where it ran', () => {
    const held = everywhere([NAME, 'faults/kill.ts › nothing is lost']);
    expect(faultsOf({ held, open: {} }, passed, 'all')).toEqual([]);
    const ran: Endings = new Map([...passed, ['faults/kill.ts › nothing else', 'passed']]);
    expect(faultsOf({ held, open: {} }, ran, 'all')[0]).toMatch(/names a test that is not there/);
  });

  it('says what is held and what is not', () => {
    const table = tableOf({ held: everywhere([NAME]), open: { '1.2': 'Only | anonymous.' } });
    expect(table).toContain('| 1.5 | conversation \\| one customer');
    expect(table).toContain('[domain/a.test.ts](../domain/a.test.ts): heading › one |');
    expect(table).toContain('**Open:** Only \\| anonymous.');
    expect(table).toContain(`${NUMBERS.length - 1} of ${NUMBERS.length} sentences are held.`);
  });
});

describe('the reports', () => {
  it('of vitest: headings, then the title; of equal names the worst', () => {
    const one = (title: string, status: string) => ({ ancestorTitles: ['heading'], title, status });
    const report = {
      testResults: [
        {
          name: '/x/test/domain/a.test.ts',
          assertionResults: [one('one', 'passed'), one('two', 'failed'), one('two', 'passed'), one('three', 'skipped')],
        },
      ],
    };
    expect([...unitEndings(report, '/x/test')]).toEqual([
      [NAME, 'passed'],
      ['domain/a.test.ts › heading › two', 'failed'],
      ['domain/a.test.ts › heading › three', 'skipped'],
    ]);
  });

  it('of Playwright: a story, and each of its steps', () => {
    const spec = (title: string, status: string, steps: { title: string; error?: object }[]) => ({
      title,
      tests: [{ status, results: [{ steps }] }],
    });
    const broken = [{ title: 'asks' }, { title: 'ends', error: { message: 'no' } }];
    const specs = [spec('it ends well', 'unexpected', broken), spec('another', 'flaky', [])];
    expect([...browserEndings({ suites: [{ title: 'a.spec.ts', file: 'a.spec.ts', specs }] })]).toEqual([
      ['browser/a.spec.ts › it ends well', 'failed'],
      ['browser/a.spec.ts › it ends well › asks', 'passed'],
      ['browser/a.spec.ts › it ends well › ends', 'failed'],
      ['browser/a.spec.ts › another', 'failed'],
    ]);
  });

  it('of the kill test: a check each, and none where nothing was looked at', () => {
    const checks = [
      { name: 'nothing is lost', of: 3, wrong: [] },
      { name: 'nothing is doubled', of: 3, wrong: ['one is'] },
      { name: 'nobody waits', of: 0, wrong: [] },
    ];
    expect([...faultsEndings({ checks })]).toEqual([
      ['faults/kill.ts › nothing is lost', 'passed'],
      ['faults/kill.ts › nothing is doubled', 'failed'],
      ['faults/kill.ts › nobody waits', 'failed'],
    ]);
  });
});
