import type { Env } from '../../../src/env';
import index from '../../../src/index';
import { countedBindings } from '../bill/bindings';
import { busy, count, read, start, stop } from '../bill/meter';
import { CountedConversation, CountedDesk } from '../bill/objects';
import type { Progress } from '../bill/world';

/** The Worker on a meter, with a clock that stands where it is put. Beside its own routes it answers to `POST /bench/…`. */

export { CountedConversation as Conversation, CountedDesk as Desk };

type CountedEnv = Omit<Env, 'CONVERSATION' | 'DESK'> & {
  CONVERSATION: DurableObjectNamespace<CountedConversation>;
  DESK: DurableObjectNamespace<CountedDesk>;
};

let now: number | null = null;
const real = Date.now;
Date.now = () => now ?? real();

const arrived = (unit: string): number =>
  read()
    .lines.filter((line) => line.unit === unit)
    .reduce((total, { n }) => total + n, 0);

async function control(what: string, url: URL, env: CountedEnv): Promise<unknown> {
  const [object = '', name = ''] = [url.searchParams.get('object'), url.searchParams.get('name')].map(String);
  const stub = () =>
    object === 'desk'
      ? env.DESK.get(env.DESK.idFromName(name))
      : env.CONVERSATION.get(env.CONVERSATION.idFromName(name));
  switch (what) {
    case 'start':
      return start();
    case 'stop':
      return stop();
    case 'clock':
      now = Number(url.searchParams.get('now'));
      return;
    case 'progress':
      return { busy: busy(), frames: arrived('frames'), closes: arrived('closes') } satisfies Progress;
    case 'next-alarm':
      return stub().nextAlarm();
    case 'fire-alarm':
      return stub().fireAlarm();
  }
}

export default {
  async fetch(request: Request, env: CountedEnv, ctx: ExecutionContext): Promise<Response> {
    const url = new URL(request.url);
    const [, command] = /^\/bench\/([\w-]+)$/.exec(url.pathname) ?? [];
    if (command) return Response.json((await control(command, url, env)) ?? null);
    count('worker', 'requests', request.method);
    return index.fetch(request, countedBindings(env), ctx);
  },
};
