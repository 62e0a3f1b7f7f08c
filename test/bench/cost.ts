import type { Reading } from './bill/meter.ts';
import { emailed, openStage, type Stage, talk } from './bill/talk.ts';
import type { PlayedObject, World } from './bill/world.ts';
import { doorOf } from './door.ts';
import { Runtime, type Server } from './runtime.ts';

/** One conversation as test/conversation/bill.test.ts plays it, here for the time in which its objects are awake. */

export interface Costs {
  /** Where the team is emailed about it. */
  emailed: Reading;
  /** Within the five minutes after an email. */
  quiet: Reading;
}

const HOUR = 3_600_000;

export async function cost(bundles: Record<Server, string>, storage: string): Promise<Costs> {
  const runtime = await Runtime.start(bundles, ['counted'], storage);
  try {
    const world = worldOf(runtime);
    const metered = async (stage: Stage): Promise<{ reading: Reading; over: number }> => {
      Object.assign(world.sent, { frames: 0, closes: 0 });
      await ask(runtime, 'start');
      const over = await talk(stage);
      return { reading: (await ask(runtime, 'stop')) as Reading, over };
    };
    await ask(runtime, 'start');
    const stage = await openStage(world, Date.UTC(2040, 5, 9, 10));
    const first = await metered({ ...stage, now: stage.now + HOUR });
    Object.assign(world.sent, { frames: 0, closes: 0 });
    await ask(runtime, 'start');
    await emailed({ ...stage, now: first.over });
    const later = await metered({ ...stage, now: first.over + 10_000 });
    return { emailed: first.reading, quiet: later.reading };
  } finally {
    await runtime.stop();
  }
}

async function ask(runtime: Runtime, what: string, query: Record<string, string> = {}): Promise<unknown> {
  const url = `${runtime.url('counted')}/bench/${what}?${new URLSearchParams(query)}`;
  const answer = await fetch(url, { method: 'POST' });
  if (!answer.ok) throw new Error(`${what} answered ${answer.status}`);
  return answer.json();
}

function worldOf(runtime: Runtime): World {
  const played = (object: string, className: string, name: string): PlayedObject => ({
    nextAlarm: async () => (await ask(runtime, 'next-alarm', { object, name })) as number | null,
    fireAlarm: async () => void (await ask(runtime, 'fire-alarm', { object, name })),
    hibernate: () => runtime.hibernate('counted', className, name),
  });
  return {
    ...doorOf(runtime, 'counted'),
    setClock: async (now) => void (await ask(runtime, 'clock', { now: String(now) })),
    progress: async () => (await ask(runtime, 'progress')) as { busy: number; frames: number; closes: number },
    objects: ({ store, conversation }) => [
      played('conversation', 'Conversation', `${store}/${conversation}`),
      played('desk', 'Desk', store),
    ],
  };
}
