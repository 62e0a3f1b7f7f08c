import { Temporal } from 'temporal-polyfill';
import { WINDOW } from '../domain/alerts';
import { type Forecast, forecast } from './forecast';
import type { Asked } from './schema';
import type { World } from './world';

export { worldOf } from './world';

const MINUTE = 60_000;
/** So long an assumed email is ago, and so long somebody assumed to be away. */
const AGO = MINUTE;

/** A wall time as an instant; in a skipped hour the one after it. Null where there is no such day. */
export function instantOf(when: string, timeZone: string): number | null {
  try {
    return Temporal.PlainDateTime.from(when).toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    return null;
  }
}

/** The store with what was assumed of it. */
function assumed(world: World, { people, justEmailed }: Asked, at: number): World {
  const others = world.onDuty.filter(({ id }) => !(id in people));
  const placed = world.people.flatMap(({ id }) => {
    const is = people[id];
    return is === 'here' || is === 'away' ? [{ id, leftAt: is === 'here' ? null : at - AGO }] : [];
  });
  const window = justEmailed ? { email: 'assumed', until: at - AGO + WINDOW, queued: true, sent: true } : null;
  const gate = justEmailed === null ? world.gate : { ...world.gate, window };
  return { ...world, onDuty: [...others, ...placed], gate };
}

/** Who is where, so that a page can show it and change it. */
export interface Present {
  id: string;
  name: string;
  is: 'here' | 'away' | 'off';
  /** Whether email and pushes can reach them at all. */
  optedIn: boolean;
  hasDevice: boolean;
}
export type Foreseen = Forecast & { people: Present[] };

export function foresee(known: World, asked: Asked, at: number): Foreseen {
  const world = assumed(known, asked, at);
  const { lang, reason, text, page, cart, properties, urgency } = asked;
  const people = world.people.map(({ id, name, optedIn, hasDevice }): Present => {
    const duty = world.onDuty.find((one) => one.id === id);
    return { id, name, optedIn, hasDevice, is: !duty ? 'off' : duty.leftAt === null ? 'here' : 'away' };
  });
  return { ...forecast(world, { at, lang, reason, text, page, cart, properties, urgency }), people };
}
