import type { Env } from '../../../src/env';
import { count, isOn, type Place } from './meter';

/** The same bindings, each call of which is counted. */

const made = new WeakMap<D1Database, Map<Place, D1Database>>();

/** @param place where queries to D1 are counted */
export function countedBindings(env: Env, place: Place = 'd1'): Env {
  // One for each, because what is built upon a database is kept by it.
  const databases = made.get(env.DB) ?? new Map<Place, D1Database>();
  made.set(env.DB, databases);
  const DB = databases.get(place) ?? countedDatabase(env.DB, place);
  databases.set(place, DB);
  return {
    ...env,
    DB,
    KV: countedKv(env.KV),
    CONVERSATION: countedObjects(env.CONVERSATION, 'conversation'),
    DESK: countedObjects(env.DESK, 'desk'),
  };
}

/** A member of a native object, which must be called on that object. */
function member(target: object, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key);
  return typeof value === 'function' ? value.bind(target) : value;
}

const TABLE = /\b(?:into|update|from|table(?:\s+if\s+not\s+exists)?)\s+"?(\w+)/i;

/** "insert handoff": what a statement does to which table. */
export function nameOf(sql: string): string {
  const [verb = ''] = /\w+/.exec(sql) ?? [];
  return `${verb.toLowerCase()} ${TABLE.exec(sql)?.[1] ?? ''}`;
}

function countedDatabase(db: D1Database, place: Place): D1Database {
  const originals = new WeakMap<object, D1PreparedStatement>();
  const names = new WeakMap<object, string>();
  const noted = <T>(result: D1Result<T>, what: string): D1Result<T> => {
    count(place, 'rowsRead', what, result.meta.rows_read);
    count(place, 'rowsWritten', what, result.meta.rows_written);
    return result;
  };
  const wrap = (original: D1PreparedStatement, what: string): D1PreparedStatement => {
    const all = async <T>(): Promise<D1Result<T>> => {
      count(place, 'calls', 'query');
      return noted(await original.all<T>(), what);
    };
    // `first` and `raw` keep to themselves what they read; `all` tells.
    const statement = {
      bind: (...values: unknown[]) => wrap(original.bind(...values), what),
      all,
      run: all,
      async first(column?: string) {
        if (!isOn()) return original.first(column as string);
        const row = (await all<Record<string, unknown>>()).results[0];
        return column === undefined ? (row ?? null) : (row?.[column] ?? null);
      },
      async raw(options?: { columnNames?: false }) {
        if (!isOn()) return original.raw(options);
        const { results } = await all<Record<string, unknown>>();
        // Columns of the same name are one in `results`: what only reads is asked once more, for its values.
        return what.startsWith('select') ? original.raw(options) : results.map((row) => Object.values(row));
      },
    };
    originals.set(statement, original);
    names.set(statement, what);
    return statement as unknown as D1PreparedStatement;
  };
  return new Proxy(db, {
    get(target, key) {
      if (key === 'prepare') return (sql: string) => wrap(target.prepare(sql), nameOf(sql));
      if (key !== 'batch') return member(target, key);
      return async (statements: D1PreparedStatement[]) => {
        count(place, 'calls', 'batch');
        const results = await target.batch(statements.map((one) => originals.get(one) ?? one));
        return results.map((result, i) => noted(result, names.get(statements[i] ?? {}) ?? ''));
      };
    },
  });
}

function countedKv(kv: KVNamespace): KVNamespace {
  return new Proxy(kv, {
    get(target, key) {
      const value = member(target, key);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        count('kv', key === 'get' || key === 'list' ? 'reads' : 'writes', String(key));
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });
}

/** Each call of an object, by fetch or by a method of its own, is a request to it. */
function countedObjects<N extends object>(namespace: N, place: Place): N {
  const stubOf = (stub: object): object =>
    new Proxy(stub, {
      get(target, key) {
        // A stub answers to any name; it must not look like a promise.
        if (key === 'then') return undefined;
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function' || typeof key === 'symbol') return value;
        return (...args: unknown[]) => {
          count(place, 'requests', key);
          return Reflect.apply(value, target, args) as unknown;
        };
      },
    });
  return new Proxy(namespace, {
    get(target, key) {
      const value = member(target, key);
      if (typeof value !== 'function' || (key !== 'get' && key !== 'getByName')) return value;
      return (...args: unknown[]) => stubOf(Reflect.apply(value, target, args) as object);
    },
  });
}
