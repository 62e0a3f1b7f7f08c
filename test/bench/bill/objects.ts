import { assistantFor } from '../../../src/assistant';
import type { Assistant } from '../../../src/assistant/assistant';
import { Conversation } from '../../../src/conversation/conversation';
import { Desk } from '../../../src/desk/desk';
import type { Env } from '../../../src/env';
import type { StoreSettings } from '../../../src/settings/schema';
import { countedBindings, nameOf } from './bindings';
import { count, countRows, during, type Place } from './meter';

/** The real objects, counted; and an alarm that whoever plays a conversation fires when it is time. */

export class CountedConversation extends Conversation {
  readonly #env: Env;

  constructor(ctx: DurableObjectState, env: Env) {
    countStorage(ctx.storage, 'conversation');
    countBackground(ctx, 'conversation');
    super(ctx, countedBindings(env));
    this.#env = env;
  }

  protected override assistant(_store: string, settings: StoreSettings): Assistant {
    return assistantFor(countedBindings(this.#env, 'assistant'), settings);
  }

  override webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): void {
    count('conversation', 'frames', typeOf(data));
    super.webSocketMessage(socket, data);
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    super.webSocketClose(socket, code);
    count('conversation', 'closes', 'socket');
  }

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    count('conversation', 'alarms', 'alarm');
    return super.alarm(info);
  }

  nextAlarm(): Promise<number | null> {
    return this.ctx.storage.getAlarm();
  }

  async fireAlarm(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.alarm();
  }
}

export class CountedDesk extends Desk {
  constructor(ctx: DurableObjectState, env: Env) {
    countStorage(ctx.storage, 'desk');
    countBackground(ctx, 'desk');
    super(ctx, countedBindings(env));
  }

  override webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): void {
    count('desk', 'frames', typeOf(data));
    super.webSocketMessage(socket, data);
  }

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    count('desk', 'alarms', 'alarm');
    return super.alarm(info);
  }

  nextAlarm(): Promise<number | null> {
    return this.ctx.storage.getAlarm();
  }

  async fireAlarm(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.alarm();
  }
}

/** Whatever comes to an object keeps it awake until it is done. */
for (const [Counted, who] of [
  [CountedConversation, 'conversation'],
  [CountedDesk, 'desk'],
] as const) {
  for (const prototype of [Counted.prototype, Object.getPrototypeOf(Counted.prototype) as object]) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name === 'constructor' || name === 'assistant' || typeof value !== 'function') continue;
      if (prototype !== Counted.prototype && Object.hasOwn(Counted.prototype, name)) continue;
      const awake = function (this: object, ...args: unknown[]): unknown {
        return during(who, () => Reflect.apply(value, this, args) as unknown);
      };
      Object.defineProperty(Counted.prototype, name, { value: awake, configurable: true, writable: true });
    }
  }
}

function countBackground(ctx: DurableObjectState, who: string): void {
  const waitUntil = ctx.waitUntil.bind(ctx);
  ctx.waitUntil = (work) => waitUntil(during(who, () => work));
}

function countStorage(storage: DurableObjectStorage, place: Place): void {
  const { sql } = storage;
  const exec = sql.exec.bind(sql);
  sql.exec = ((query: string, ...bindings: unknown[]) => {
    const cursor = exec(query, ...bindings);
    countRows(place, whatOf(query, bindings), cursor);
    return cursor;
  }) as typeof exec;
  countKeys(storage.kv, place);
  const setAlarm = storage.setAlarm.bind(storage);
  storage.setAlarm = (at, options) => {
    count(place, 'alarmsSet', 'setAlarm');
    return setAlarm(at, options);
  };
}

/** The runtime keeps no figures of these: by its price pages each key that is put or deleted is a row, and each one read. */
function countKeys(kv: SyncKvStorage, place: Place): void {
  const [get, put, remove, list] = [kv.get.bind(kv), kv.put.bind(kv), kv.delete.bind(kv), kv.list.bind(kv)];
  const folder = (key: string) => key.split('/')[0] ?? '';
  kv.get = ((key: string) => {
    count(place, 'rowsRead', `get ${folder(key)}`);
    return get(key);
  }) as typeof get;
  kv.put = ((key: string, value: unknown) => {
    count(place, 'rowsWritten', `put ${folder(key)}`);
    put(key, value);
  }) as typeof put;
  kv.delete = (key) => {
    count(place, 'rowsWritten', `delete ${folder(key)}`);
    return remove(key);
  };
  kv.list = ((options?: SyncKvListOptions) => {
    const found = [...list(options)];
    count(place, 'rowsRead', `list ${folder(options?.prefix ?? '')}`, found.length);
    return found;
  }) as typeof list;
}

/** Tables of keys and values: which key says what a row is for. */
const KEYED = /^(insert|delete) (fact|outbox|alert)$/;

function whatOf(query: string, [key]: unknown[]): string {
  const name = nameOf(query);
  return KEYED.test(name) && typeof key === 'string' ? `${name} ${key.split(/[/-]/)[0]}` : name;
}

function typeOf(data: string | ArrayBuffer): string {
  const [, type = 'other'] = /"type":"(\w+)"/.exec(String(data)) ?? [];
  return type;
}
