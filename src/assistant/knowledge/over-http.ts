import { type Plan, plan, type Store } from './importing.ts';
import { type Format, kindOf } from './reading/formats.ts';
import { carryOut } from './sending.ts';

/** A store's side of an import for programs outside the dashboard: the same routes, by a signed-in session's cookie or an API key. */

export interface Door {
  origin: string;
  /** The store's id. */
  store: string;
  /** Of a session, or an API key. */
  cookie?: string;
  key?: string;
  /** In place of the platform's, in tests. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/** What opens the door. */
export const letIn = ({ cookie, key }: Pick<Door, 'cookie' | 'key'>): Record<string, string> => ({
  ...(cookie && { cookie }),
  ...(key && { authorization: `Bearer ${key}` }),
});

/** A refusal of the server's, by its code. */
export class Refused extends Error {
  override name = 'Refused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Beside what an import needs: `giveUp` ends one that is not to be gone on with. @throws Refused */
export function overHttp(door: Door): Store & { giveUp(source: number): Promise<unknown> } {
  const { origin, store, fetch: reach = fetch } = door;
  // What our own routes answer: their types are those of the calls below.
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await reach(`${origin}/api/stores/${store}/knowledge${path}`, {
      method,
      headers: { origin, ...letIn(door), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said = (await answer.json().catch(() => null)) as { error?: { code: string; message: string } } | null;
    if (answer.ok) return said as T;
    const { code = 'unavailable', message = `The server answered ${answer.status}.` } = said?.error ?? {};
    throw new Refused(code, message);
  };
  const at = ({ source, import: id }: { source: number; import: string }) => `/imports/${source}/${id}`;
  return {
    begin: (wanted) => send('POST', '/imports', wanted),
    known: (session, after) => send('GET', `${at(session)}/known?after=${encodeURIComponent(after)}`),
    chunk: (session, n, chunk) => send('PUT', `${at(session)}/chunks/${n}`, chunk),
    finish: (session, how) => send('POST', `${at(session)}/finish`, how),
    clean: (source, after) => send('POST', `/sources/${source}/clean`, { after }),
    giveUp: (source) => send('DELETE', `/sources/${source}/import`),
  };
}

/**
 * Imports files whose contents are at hand, asking nobody: what `npm start` fills the demo shop with, and tests theirs.
 * @param files contents by name
 * @returns the bad rows
 */
export async function importTexts(
  door: Door,
  { name, format, files }: { name: string; format: Format; files: Record<string, string> },
): Promise<Plan['faults']> {
  const through = overHttp(door);
  const kind = kindOf(format);
  const known = await (door.fetch ?? fetch)(`${door.origin}/api/stores/${door.store}/knowledge`, {
    headers: letIn(door),
  });
  const { sources } = (await known.json()) as { sources: { n: number; name: string }[] };
  const source = sources.find((one) => one.name === name)?.n ?? null;
  const made = await plan(through, {
    files: Object.entries(files).map(([name, text]) => ({ name, stream: () => new Blob([text]).stream() })),
    begin: { kind, source, name, reading: { format } },
    now: Date.now(),
  });
  await carryOut(through, made);
  return made.faults;
}
