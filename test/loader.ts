/**
 * Modules that are loaded stay loaded, whoever asks.
 *
 * The runner asks Node about every import(), also of a module that it has, and all objects of a test that want it meanwhile
 * wait for that one answer. It reaches the object that asked first: where that one was evicted or aborted in between, it
 * reaches nobody, and every later import() of the module waits for ever. The platform knows nothing of this: there a module
 * comes from the bundle.
 */

interface Loaded {
  evaluated: boolean;
}

/** What this needs of Vite's `ModuleRunner`. */
interface Runner {
  evaluatedModules: { getModuleByUrl(url: string): Loaded | undefined };
  /** @param importer null for what the runner itself asks for */
  cachedModule(url: string, importer?: string): Promise<Loaded>;
}

declare global {
  var __vitest_mocker__: { moduleRunner: Runner };
}

const runner = globalThis.__vitest_mocker__.moduleRunner;
const ask = runner.cachedModule.bind(runner);
const late = new Set<string>();

runner.cachedModule = async (url, importer) => {
  const known = runner.evaluatedModules.getModuleByUrl(url);
  if (known?.evaluated) return known;
  late.add(url);
  return ask(url, importer);
};

/** Forgets which modules were loaded until now. @returns what was loaded since the last time */
export function loadedSince(): string[] {
  const since = [...late];
  late.clear();
  return since;
}
