import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import { Customer } from './customer.ts';
import type { MailApi } from './mail-api.ts';
import type { Runtime } from './runtime.ts';
import type { Team } from './shop.ts';
import { Staff } from './staff.ts';
import { World } from './world.ts';

/** The people of all shops at work, while the runtime under them is killed again and again. */

export interface Crowd {
  world: World;
  customers: Customer[];
  staff: Staff[];
  /** At which kind of moment each kill came. */
  kills: string[];
}

/** In each shop: three who talk, and one who waits. */
const NAMES = ['mira', 'jonas', 'leila', 'patient'];

/** @param kills how many; the shops open one after another over that time */
export async function chaos(
  runtime: Runtime,
  { team, mail, kills, chance }: { team: Team; mail: MailApi; kills: number; chance: Chance },
): Promise<Crowd> {
  const world = new World(runtime);
  const left = new Set<string>();
  const staff = team.members.map((member) => new Staff(world, member, left, chance));
  const crowd: Crowd = { world, customers: [], staff, kills: [] };
  const lives: Promise<void>[] = staff.map((member) => member.live(team.stores));
  mail.rage(() => world.happened('mails'));
  for (let n = 0; n < kills; n++) {
    runtime.start();
    for (const [i, store] of team.stores.entries()) {
      if (n !== Math.floor((i * kills) / team.stores.length)) continue;
      for (const name of NAMES) {
        const nature = name === 'patient' ? 'patient' : 'busy';
        const customer = new Customer(world, store, `${name}-${i}`, nature, chance);
        crowd.customers.push(customer);
        lives.push(customer.live((conversation) => nature === 'patient' && left.add(conversation)));
      }
    }
    crowd.kills.push(await theRightMoment(world, chance.of(`kill ${n}`)));
    await runtime.kill();
  }
  world.acting = false;
  mail.calm();
  runtime.start();
  await Promise.all(lives);
  return crowd;
}

/** What is waited for, how often at most, and so many ms at most after it: between a message and its answer, most often. */
const MOMENTS = {
  returning: { of: 'frames', most: 80, after: 25 },
  asking: { of: 'sent by customer', most: 25, after: 3 },
  serving: { of: 'sent by staff', most: 10, after: 3 },
  asked: { of: 'acknowledged to customer', most: 30, after: 25 },
  served: { of: 'acknowledged to staff', most: 25, after: 25 },
  mailing: { of: 'mails', most: 4, after: 3 },
} as const;

/** Waits for a moment that chance has chosen. @returns which it was */
async function theRightMoment(world: World, chance: Chance): Promise<string> {
  const when = chance.weigh({
    starting: 8,
    returning: 12,
    asking: 22,
    serving: 22,
    asked: 10,
    served: 10,
    mailing: 16,
  });
  if (when === 'starting') {
    await pause(chance.between(0, 250));
    return when;
  }
  await world.runtime.up();
  const { of, most, after } = MOMENTS[when];
  // There is not always a mail to wait for.
  const otherwise = when === 'mailing' ? { 'sent by staff': 10 } : {};
  await world.more({ ...otherwise, [of]: chance.between(1, most) });
  const left = chance.next() * after;
  for (const from = performance.now(); performance.now() - from < left; ) await new Promise(setImmediate);
  return when;
}
