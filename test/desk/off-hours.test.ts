import { env } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type StoreSettings } from '../../src/settings/schema';
import { writeSettings } from '../../src/settings/store';
import { clientId, scene } from '../conversation/client';
import { delivered } from '../conversation/stored';
import { mailArrives, mailTo } from '../routes/visit';
import { quiet, shop } from './shop';

/** From a customer's words in the night to the team's mailboxes, over real sockets. */
async function night(settings: Partial<StoreSettings> = {}) {
  const team = await shop();
  const closures = [{ from: '2020-01-01', to: '2020-12-31', yearly: true }];
  await writeSettings(env.DB, team.store, { ...DEFAULT_SETTINGS, closures, ...settings }, Date.now());
  const room = scene(team.store);
  /** Everything that was owed has been delivered, and the desk has sent what it would send. */
  const settled = async () => {
    await delivered(room.stub);
    await quiet(team.desk);
  };
  return { ...team, room, settled };
}

it('a complaint at night is emailed at once, to everybody who is opted in; nothing else of that night is', async () => {
  const { ana, tomas, key, room, settled } = await night();
  const mira = await room.customer();
  await mira.ask({ type: 'request', id: clientId() });
  await mira.say('Can I talk to a person?');
  await settled();
  for (const to of [ana, tomas]) expect(await mailTo(to)).toEqual([]);

  await mira.say('This is unacceptable');
  for (const to of [ana, tomas]) {
    const [mail] = await mailArrives(to);
    expect(mail?.subject).toMatch(/^Urgent: Guest \d{4}, complaint \(Mill & Kettle\)$/);
    expect(mail?.text).toContain('This is unacceptable');
  }
  await mira.say('I want my money back');
  await settled();
  for (const to of [ana, tomas]) expect(await mailTo(to)).toHaveLength(1);
  expect(await key()).toBeNull();
});

it('where the store has switched that off, nobody is woken', async () => {
  const { ana, tomas, room, settled } = await night({ emailUrgentOffHours: false });
  const mira = await room.customer();
  await mira.say('This is unacceptable');
  await mira.message((m) => m.kind === 'event' && m.event.what === 'away');
  await settled();
  for (const to of [ana, tomas]) expect(await mailTo(to)).toEqual([]);
});
