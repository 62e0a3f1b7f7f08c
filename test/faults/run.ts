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
  /** When each kill came, in words. */
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

/**
 * Waits for a moment that chance has chosen: while it starts, while all come back, when some answers have come, between a
 * message and its answer, or while a mail is on its way.
 */
async function theRightMoment(world: World, chance: Chance): Promise<string> {
  const when = chance.weigh({ starting: 8, returning: 14, answered: 18, sent: 35, mailed: 17, late: 8 });
  if (when === 'starting') {
    await pause(chance.between(0, 250));
    return when;
  }
  await world.runtime.up();
  const n = chance.between(1, { returning: 80, answered: 25, sent: 25, mailed: 4, late: 100 }[when]);
  if (when === 'returning') await world.more({ frames: n });
  else if (when === 'sent') await world.more({ orders: n });
  // There is not always a mail to wait for.
  else if (when === 'mailed') await world.more({ mails: n, orders: 25 });
  else await world.more({ acks: n });
  const after = chance.next() * (when === 'sent' || when === 'mailed' ? 3 : 25);
  for (const from = performance.now(); performance.now() - from < after; ) await new Promise(setImmediate);
  return `${when} (${n})`;
}
