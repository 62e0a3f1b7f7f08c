import { existsSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** What the runs before this one left behind: which tests there were, and how each ended. */

export type Ending = 'passed' | 'failed' | 'skipped';

/** `file › title`, the file as seen from `test/`, the titles as the reporters print them. */
export type Endings = Map<string, Ending>;

/** What stands between a file and the titles that lead to a test. */
export const INTO = ' › ';

interface UnitReport {
  testResults: { name: string; assertionResults: { ancestorTitles: string[]; title: string; status: string }[] }[];
}
interface Step {
  title: string;
  error?: unknown;
  steps?: Step[];
}
interface Suite {
  title: string;
  file: string;
  specs?: { title: string; tests: { status: string; results: { steps?: Step[] }[] }[] }[];
  suites?: Suite[];
}
interface BrowserReport {
  suites: Suite[];
}
interface FaultsReport {
  /** `of`: how many cases were looked at; `wrong`: for which it does not hold. */
  checks: { name: string; of: number; wrong: unknown[] }[];
}

/** One name may stand for several tests (a table with equal lines): the worst of them counts. */
function note(endings: Endings, path: string[], ending: Ending): void {
  const name = path.join(INTO);
  const before = endings.get(name);
  if (!before || before === 'passed' || ending === 'failed') endings.set(name, ending);
}

const read = <T>(file: string): T | null => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null);

/** @param tests the folder `test/`, absolute */
export function unitEndings({ testResults }: UnitReport, tests: string): Endings {
  const endings: Endings = new Map();
  for (const { name, assertionResults } of testResults) {
    const file = relative(tests, name).split(sep).join('/');
    for (const { ancestorTitles, title, status } of assertionResults) {
      note(endings, [file, ...ancestorTitles, title], status === 'passed' || status === 'failed' ? status : 'skipped');
    }
  }
  return endings;
}

/** Steps count as tests of their own: one story holds many sentences. */
export function browserEndings({ suites }: BrowserReport): Endings {
  const endings: Endings = new Map();
  const steps = (path: string[], list: Step[] = []) => {
    for (const { title, error, steps: inner } of list) {
      note(endings, [...path, title], error ? 'failed' : 'passed');
      steps([...path, title], inner);
    }
  };
  const suite = (path: string[], { specs = [], suites: inner = [] }: Suite) => {
    for (const { title, tests } of specs) {
      for (const { status, results } of tests) {
        const ending = status === 'expected' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed';
        note(endings, [...path, title], ending);
        steps([...path, title], results.at(-1)?.steps);
      }
    }
    for (const one of inner) suite([...path, one.title], one);
  };
  for (const one of suites) suite([`browser/${one.file}`], one);
  return endings;
}

/** The kill test runs by itself too, and leaves its checks here. */
export const KILL_TEST = 'faults/kill.ts';

/** Its checks, under the file that runs them. What was looked at never proves nothing. */
export function faultsEndings({ checks }: FaultsReport): Endings {
  const endings: Endings = new Map();
  for (const { name, of, wrong } of checks)
    note(endings, [KILL_TEST, name], of > 0 && wrong.length === 0 ? 'passed' : 'failed');
  return endings;
}

/** @param build where the reports lie; what did not run has none */
export function readReports(build: string, tests: string): Endings {
  const unit = read<UnitReport>(`${build}/unit.json`);
  const browser = read<BrowserReport>(`${build}/browser.json`);
  const faults = read<FaultsReport>(`${build}/faults.json`);
  return new Map([
    ...(unit ? unitEndings(unit, tests) : []),
    ...(browser ? browserEndings(browser) : []),
    ...(faults ? faultsEndings(faults) : []),
  ]);
}
