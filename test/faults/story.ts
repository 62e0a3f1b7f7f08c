import { setTimeout as pause } from 'node:timers/promises';
import { build, stateOf } from './build.ts';
import type { Chance } from './chance.ts';
import { type Check, check } from './check.ts';
import { checkHandoffs, waits } from './check-handoffs.ts';
import { checkMail } from './check-mail.ts';
import { checkMessages } from './check-messages.ts';
import { checkPeople } from './check-people.ts';
import { close, deskReadings, readings, rest } from './evidence.ts';
import { MailApi } from './mail-api.ts';
import { freePort } from './port.ts';
import { chaos } from './run.ts';
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
  // There is always somebody to be asked how it was, however the chaos ended.
  await Promise.all(
    crowd.customers.filter(({ name }) => name.startsWith('mira')).map((mira) => mira.changeTheirMind()),
  );
  // An answer that follows somebody who has left is on its way.
  const left = crowd.customers.filter(({ gone }) => gone).map(({ address }) => address);
  await crowd.world.comes('a mail to each who has left', () => left.every((address) => mail.wasTried(address)));
  await again(runtime, chance.of('following'));
  mail.calm();
  const restless = await rest(crowd, state, mail);
  // Last words, and nobody hears what became of them; whoever asked does not ask again.
  const heard = crowd.world.more({ 'acknowledged to customer': 1 });
  for (const customer of crowd.customers) customer.lastWords();
  await heard;
  await again(runtime, chance.of('last words'));
  restless.push(...(await rest(crowd, state, mail)));
  const read = await readings(crowd);
  const queues = await deskReadings(crowd, team);
  lap('At rest');

  // All that is left of it now stands on the disk.
  await runtime.kill();
  const stored = conversations(state);
  const history = { history: handoffsInHistory(state), transcripts: transcripts(state) };
  const given = desks(state).flatMap(({ outbox }) => outbox.filter((job) => job.parked !== null));
  // Now, before anything else happens to the pages that are open.
  const checks = [
    ...checkMessages(crowd, read),
    ...checkPeople(crowd, read),
    ...checkHandoffs({ crowd, readings: read, desks: queues, stored, ...history }),
    ...checkMail({ crowd, mail, team, stored }),
  ];
  runtime.start();
  await runtime.up();
  const reread = await readings(crowd);
  await close(crowd, team, chance.of('closing').between(0, 40));
  restless.push(...(await rest(crowd, state, mail)));
  const closed = conversations(state);
  await runtime.kill();
  lap('Closed');

  return [
    check(`It is killed ${kills} times, and comes back each time`, crowd.kills, () =>
      runtime.kills < kills ? `${runtime.kills} kills` : null,
    ),
    check('Everything comes to rest after the last kill', [restless], (left) => left.join('\n') || null),
    ...checks,
    check('What is read stays the same over one more kill', read, ({ conversation, customer }) => {
      const now = reread.find((one) => one.conversation === conversation)?.customer.messages;
      return JSON.stringify(now) === JSON.stringify(customer.messages) ? null : conversation;
    }),
    check('Nobody is left waiting when a shop closes', stored.filter(waits), ({ id }) => {
      const last = closed.find((one) => one.id === id)?.state.handoffs.at(-1);
      return last?.status === 'ended' && last.outcome === 'unanswered' ? null : `${id}: ${JSON.stringify(last)}`;
    }),
    check('No alert is given up', team.stores, () => (given.length > 0 ? JSON.stringify(given) : null)),
    check('Neither the runtime nor the Worker complains', crowd.kills, () => runtime.complaints.shift()),
  ];
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
