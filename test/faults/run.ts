import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import { Customer } from './customer.ts';
import type { Nature } from './habits.ts';
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

/** Those who come to each shop; `leo` to the first one only, since what follows him takes half a minute. */
const PEOPLE: Record<string, Nature> = { mira: 'busy', jonas: 'busy', leila: 'busy', pat: 'patient', leo: 'leaving' };

/** @param kills how many; the shops open one after another over that time */
export async function chaos(
  runtime: Runtime,
  { team, mail, kills, chance }: { team: Team; mail: MailApi; kills: number; chance: Chance },
): Promise<Crowd> {
  const world = new World(runtime);
  const natures = new Map<string, Nature>();
  const staff = team.members.map((member) => new Staff(world, member, natures, chance));
  const crowd: Crowd = { world, customers: [], staff, kills: [] };
  const lives: Promise<void>[] = staff.map((member) => member.live(team));
  mail.rage(() => world.happened('mails'));
  for (let n = 0; n < kills; n++) {
    runtime.start();
    for (const [i, store] of team.stores.entries()) {
      if (n !== Math.floor((i * kills) / team.stores.length)) continue;
      for (const [name, nature] of Object.entries(PEOPLE)) {
        if (nature === 'leaving' && i > 0) continue;
        const customer = new Customer(world, store, `${name}-${i}`, nature, chance);
        crowd.customers.push(customer);
        lives.push(customer.live((conversation) => natures.set(conversation, nature)));
      }
    }
    crowd.kills.push(await theRightMoment(world, chance.of(`kill ${n}`)));
    await runtime.kill();
  }
  runtime.start();
  await world.comes('everybody who leaves has left, and was answered', () =>
    crowd.customers.every((one) => isDone(one, staff)),
  );
  world.acting = false;
  await Promise.all(lives);
  return crowd;
}

/** Nothing more happens to whoever has left once their handoff has ended. */
function isDone({ nature, gone, conversation }: Customer, staff: Staff[]): boolean {
  const states = staff.map(({ talks }) => talks.get(conversation)?.state?.handoff?.status);
  return nature !== 'leaving' || (gone && states.includes('ended'));
}

/** What is waited for, how often at most, and so many ms at most after it: between a message and its answer, most often. */
const MOMENTS = {
  returning: { of: 'frames', most: 60, after: 25 },
  asking: { of: 'sent by customer', most: 18, after: 3 },
  serving: { of: 'sent by staff', most: 8, after: 3 },
  asked: { of: 'acknowledged to customer', most: 20, after: 25 },
  served: { of: 'acknowledged to staff', most: 12, after: 25 },
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
