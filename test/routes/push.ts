import { env, runInDurableObject } from 'cloudflare:test';
import { expect, vi } from 'vitest';
import type { PushText } from '../../src/protocol/push';
import type { PushAnswer, Pushed } from './push-service';
import { ask } from './visit';

declare global {
  interface TestEnv {
    /** Where browsers of the tests are reached. */
    PUSH_URL: string;
  }
}

/** A browser that takes pushes, as its push service sees it. */
export class Browser {
  constructor(readonly subscription: { endpoint: string; keys: { p256dh: string; auth: string } }) {}

  get #id(): string {
    return this.subscription.endpoint.split('/').at(-1) ?? '';
  }

  async raw(): Promise<Pushed[]> {
    return (await fetch(`${env.PUSH_URL}/received/${this.#id}`)).json<Pushed[]>();
  }

  /** How many were sent, also where the service's clock is so far behind the test's that it refuses them. */
  async tried(): Promise<number> {
    return (await fetch(`${env.PUSH_URL}/tried/${this.#id}`)).json<number>();
  }

  async texts(): Promise<PushText[]> {
    return (await this.raw()).map(({ text }) => JSON.parse(text) as PushText);
  }

  /** Waits until so many reached it. */
  arrive(count = 1): Promise<Pushed[]> {
    return vi.waitFor(
      async () => {
        const received = await this.raw();
        if (received.length < count) throw new Error(`${received.length} of ${count} pushes`);
        return received;
      },
      { timeout: 10_000, interval: 30 },
    );
  }

  async plan(answers: PushAnswer[]): Promise<void> {
    await fetch(`${env.PUSH_URL}/plan/${this.#id}`, { method: 'POST', body: JSON.stringify(answers) });
  }
}

/** As a browser does when its reader turns notices on. */
export async function newBrowser(key: string): Promise<Browser> {
  const answer = await fetch(`${env.PUSH_URL}/subscribe`, { method: 'POST', body: JSON.stringify({ key }) });
  return new Browser(await answer.json());
}

/** Turns notices on in a new browser of whoever is signed in. */
export async function subscribed(cookie: string, headers: Record<string, string> = {}): Promise<Browser> {
  const { key } = await (await ask('/api/me/push', { cookie })).json<{ key: string }>();
  const browser = await newBrowser(key);
  const answer = await ask('/api/me/push', { method: 'PUT', json: browser.subscription, cookie, headers });
  if (!answer.ok) throw new Error(`Turning notices on was answered ${answer.status}`);
  return browser;
}

/** Waits until the desk has no push under way any more: what it would send, it has sent. */
export const pushed = (desk: DurableObjectStub) =>
  vi.waitFor(
    () =>
      runInDurableObject(desk, (_, { storage }) => {
        expect(storage.sql.exec('SELECT key FROM push_outbox').toArray()).toEqual([]);
      }),
    { timeout: 10_000, interval: 20 },
  );
