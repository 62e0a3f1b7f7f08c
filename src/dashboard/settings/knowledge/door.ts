import type { InferResponseType } from 'hono/client';
import type { Session, Store } from '../../../assistant/knowledge/importing';
import type { Begin } from '../../../assistant/knowledge/rows';
import { type Answer, ask, knowledgeRoutes as routes } from '../../session/api';

/** A store's knowledge over HTTP: what is there, and the store's side of an import. */

export type Knows = InferResponseType<typeof routes.$get, 200>;
export type Source = Knows['sources'][number];

export const getKnowledge = (store: string): Promise<Answer<Knows>> => ask(() => routes.$get({ param: { store } }));
export const removeSource = (store: string, source: number) =>
  ask(() => routes.sources[':source'].$delete({ param: { store, source: String(source) } }));
export const discardImport = (store: string, source: number) =>
  ask(() => routes.sources[':source'].import.$delete({ param: { store, source: String(source) } }));

/** What an import cannot go on from; its message is for people. */
export class Refused extends Error {
  override name = 'Refused';
}

async function orThrow<T>(answer: Promise<Answer<T>>): Promise<T> {
  const got = await answer;
  if (!got.ok) throw new Refused(got.message);
  return got.value;
}

/** @throws Refused by every call */
export function doorOf(store: string): Store {
  const at = (session: Session) => ({ store, source: String(session.source), import: session.import });
  const under = routes.imports[':source'][':import'];
  return {
    begin: (wanted: Begin) => orThrow(ask(() => routes.imports.$post({ param: { store }, json: wanted }))),
    known: (session, after) => orThrow(ask(() => under.known.$get({ param: at(session), query: { after } }))),
    // The route checks rows by the kind of the import, so the client's types know of no body.
    chunk: (session, n, chunk) =>
      orThrow(
        ask<{ rowsWritten: number }>(() =>
          under.chunks[':n'].$put(
            { param: { ...at(session), n: String(n) } },
            { init: { body: JSON.stringify(chunk), headers: { 'content-type': 'application/json' } } },
          ),
        ),
      ),
    finish: (session, how) => orThrow(ask(() => under.finish.$post({ param: at(session), json: how }))),
    clean: (source, after) =>
      orThrow(
        ask(() => routes.sources[':source'].clean.$post({ param: { store, source: String(source) }, json: { after } })),
      ),
  };
}
