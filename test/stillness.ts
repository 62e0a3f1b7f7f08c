import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Longer than any single test may take. */
const STILL_FOR = 300_000;

/** Says what runs where nothing has ended for five minutes, and ends the run: a runner that waits for ever tells nobody why. */
export default class Stillness implements Reporter {
  readonly #underWay = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;

  onTestRunStart(): void {
    this.#moved();
  }

  onTestModuleQueued({ moduleId }: TestModule): void {
    this.#underWay.set(moduleId, 'being loaded');
  }

  onTestModuleStart({ moduleId }: TestModule): void {
    this.#underWay.set(moduleId, 'before its first test');
  }

  onTestCaseReady(test: TestCase): void {
    this.#underWay.set(test.module.moduleId, `in “${test.fullName}”`);
  }

  onTestCaseResult(test: TestCase): void {
    this.#underWay.set(test.module.moduleId, `after “${test.fullName}”`);
    this.#moved();
  }

  onTestModuleEnd({ moduleId }: TestModule): void {
    this.#underWay.delete(moduleId);
    this.#moved();
  }

  onTestRunEnd(): void {
    clearTimeout(this.#timer);
  }

  #moved(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const what = [...this.#underWay].map(([file, where]) => `\n  ${file}: ${where}`);
      console.error(`No test has ended for ${STILL_FOR / 60_000} minutes. Under way:${what.join('') || ' none'}`);
      process.exit(1);
    }, STILL_FOR);
  }
}
