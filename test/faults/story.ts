import { setTimeout as pause } from 'node:timers/promises';
import { build, stateOf } from './build.ts';
import type { Chance } from './chance.ts';
import { type Check, check } from './check.ts';
import { checkHandoffs, waits } from './check-handoffs.ts';
import { checkMail } from './check-mail.ts';
import { checkMessages } from './check-messages.ts';
import { checkPeople } from './check-people.ts';
import { close, deskReadings, readings, rest, unsettled } from './evidence.ts';
import { MailApi } from './mail-api.ts';
import { freePort } from './port.ts';
import { type Crowd, chaos } from './run.ts';
import { Runtime } from './runtime.ts';
import { furnish, open, setUp, type Team } from './shop.ts';
import { conversations, desks, handoffsInHistory, transcripts } from './storage.ts';

/** The whole of it: shops open, people work and the runtime is killed under them, and what is left is looked at. */

interface Options {
  /** An empty folder. */
  at: string;
  chance: Chance;
  kills: number;
  lap(what: string): void;
}

const SETUP_KEY = 'set-up-key-for-faults';

export async function story({ at, chance, kills, lap }: Options): Promise<Check[]> {
  const state = stateOf(at);
  const mail = new MailApi(chance.of('mail'));
  await mail.listen();
  const runtime = await built(at, mail);
  const team = await opened(runtime, state, mail);
  runtime.kills = 0;
  lap('The shops are open');

  const crowd = await chaos(runtime, { team, mail, kills, chance });
  const { counts } = crowd.world;
  const acknowledged = `${counts['acknowledged to customer']} to customers, ${counts['acknowledged to staff']} to staff`;
  lap(`${runtime.kills} kills; acknowledged: ${acknowledged}; ${counts.mails} tries to send a mail`);
  const scene: Scene = { crowd, team, mail, state, chance };
  const restless = await lastWords(scene);
  const reading = await readings(crowd);
  const queues = await deskReadings(crowd, team);
  lap('At rest');

  // All that is left of it now stands on the disk.
  await runtime.kill();
  const stored = conversations(state);
  const history = { history: handoffsInHistory(state), transcripts: transcripts(state) };
  // Now, before anything else happens to the pages that are open.
  const checks = [
    ...checkMessages(crowd, reading),
    ...checkPeople(crowd, reading),
    ...checkHandoffs({ crowd, readings: reading, desks: queues, stored, ...history }),
  ];
  const { reread, closed, unclosed } = await closing(scene);
  await runtime.kill();
  const parked = desks(state).flatMap(({ outbox }) => outbox.filter((job) => job.parked !== null));
  lap('Closed');

  const leftWaiting = stored.filter(waits);
  return [
    check(`It is killed ${kills} times, and comes back each time`, crowd.kills, () =>
      runtime.kills < kills ? `${runtime.kills} kills` : null,
    ),
    check('Everything comes to rest', [restless, unclosed], (left) => left.join('\n') || null),
    ...checks,
    check('What is read stays the same over one more kill', reading, ({ conversation, customer }) => {
      const now = reread.find((one) => one.conversation === conversation)?.customer.messages;
      return JSON.stringify(now) === JSON.stringify(customer.messages) ? null : conversation;
    }),
    check('Nobody is left waiting when a shop closes', leftWaiting, ({ id }) => {
      const last = closed.find((one) => one.id === id)?.state.handoffs.at(-1);
      return last?.status === 'ended' && last.outcome === 'unanswered' ? null : `${id}: ${JSON.stringify(last)}`;
    }),
    ...checkMail({ crowd, mail, team, stored: closed, leftWaiting }),
    check('No alert is given up', team.stores, () => (parked.length > 0 ? JSON.stringify(parked) : null)),
    check('Neither the runtime nor the Worker complains', crowd.kills, () => runtime.complaints.shift()),
  ];
}

interface Scene {
  crowd: Crowd;
  team: Team;
  mail: MailApi;
  state: string;
  chance: Chance;
}

/** What happens for certain, however the chaos ended, each with a kill in it. @returns what does not come to rest */
async function lastWords({ crowd, mail, state, chance }: Scene): Promise<string[]> {
  const { customers, world } = crowd;
  // There is somebody to be asked how it was: a reply that is still on its way would take them over.
  await world.comes('everybody has heard what became of their words', () => unsettled(crowd).length === 0);
  const fickle = customers.filter(({ name }) => name.startsWith('mira'));
  await Promise.all(fickle.map((mira) => mira.changeTheirMind()));
  // An answer that follows somebody who has left is on its way.
  const left = customers.filter(({ gone }) => gone).map(({ address }) => address);
  await world.comes('a mail to each who has left', () => left.every((address) => mail.wasTried(address)));
  await again(world.runtime, chance.of('following'));
  mail.calm();
  const restless = await rest(crowd, state, mail);
  // Nobody hears what became of their last words; and whoever asked does not ask again.
  const heard = world.more({ 'acknowledged to customer': 1 });
  for (const customer of customers) customer.lastWords();
  await heard;
  await again(world.runtime, chance.of('last words'));
  return [...restless, ...(await rest(crowd, state, mail))];
}

/** The shops close while some still wait, and the mail API rages once more. */
async function closing({ crowd, team, mail, state, chance }: Scene) {
  const { runtime } = crowd.world;
  runtime.start();
  await runtime.up();
  const reread = await readings(crowd);
  mail.rage();
  await close(crowd, team, chance.of('closing').between(0, 40));
  mail.calm();
  const unclosed = await rest(crowd, state, mail);
  return { reread, unclosed, closed: conversations(state) };
}

async function built(at: string, mail: MailApi): Promise<Runtime> {
  const port = await freePort();
  const vars = {
    AUTH_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
    SETUP_KEY,
    MAIL_API_URL: mail.url,
    MAIL_API_KEY: 'mail-key-for-tests',
    MAIL_FROM: 'Baton <chat@baton.example>',
  };
  return new Runtime(await build({ at, port, vars }), `http://127.0.0.1:${port}`);
}

/** Two shops of one team, with something to sell; and the runtime is down again. */
async function opened(runtime: Runtime, state: string, mail: MailApi): Promise<Team> {
  runtime.start();
  await runtime.up();
  const first = await setUp({ origin: runtime.origin, setupKey: SETUP_KEY, mail });
  await runtime.kill();
  const team = open(state, first, 'Salt & Stove');
  runtime.start();
  await runtime.up();
  await furnish(runtime.origin, team);
  await runtime.kill();
  return team;
}

/** One more kill, in a moment. */
async function again(runtime: Runtime, chance: Chance): Promise<void> {
  await pause(chance.between(0, 3));
  await runtime.kill();
  runtime.start();
  await runtime.up();
}
