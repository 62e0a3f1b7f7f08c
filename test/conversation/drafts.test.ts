import { beforeEach, expect, test } from 'vitest';
import type { Written } from '../../src/protocol/staff';
import { bot } from './bot';
import { type StaffClient, scene } from './client';
import { keysOf } from './stored';

/** What staff write and have not sent: on all their devices, nowhere else. */

beforeEach(() => bot.reset());

const written = (text: string, at: number): Written => ({ text, cards: [], at });
const write = (who: StaffClient, kind: 'reply' | 'note', text: string, at = 1_000) =>
  who.send({ type: 'draft', kind, text, cards: [], at });
const draftsOf = async (who: StaffClient) => (await who.hello()).drafts;

/** Whatever was sent before has arrived: frames of one socket are taken one after another. */
const arrived = (who: StaffClient) => who.hello();

async function begun() {
  const stage = scene();
  const mira = await stage.customer();
  await mira.say('Hello');
  await mira.message((m) => m.kind === 'assistant');
  return { ...stage, stage, mira };
}

test('it is there on another device, reply and note apart, also after the object slept', async () => {
  const { stage, staff } = await begun();
  const laptop = await staff();
  write(laptop, 'reply', 'Your kettle is ');
  write(laptop, 'note', 'Ask Dele about the lid', 2_000);
  await arrived(laptop);
  await stage.evict();
  const phone = await staff();
  expect(await draftsOf(phone)).toEqual({
    reply: written('Your kettle is ', 1_000),
    note: written('Ask Dele about the lid', 2_000),
  });
});

test('an open device sees it at once, and the one that wrote it hears nothing', async () => {
  const { staff } = await begun();
  const [laptop, phone] = [await staff(), await staff()];
  const comes = phone.next('draft');
  write(laptop, 'reply', 'Your kettle');
  expect(await comes).toEqual({ type: 'draft', kind: 'reply', draft: written('Your kettle', 1_000) });
  await arrived(laptop);
  expect(laptop.frames.filter(({ type }) => type === 'draft')).toEqual([]);
});

test('nobody else sees it: no colleague, no customer, not the log', async () => {
  const { staff, mira } = await begun();
  const [ana, dele] = [await staff(), await staff('dele', 'Dele Adeyemi')];
  write(ana, 'reply', 'SECRET reply');
  write(ana, 'note', 'SECRET note');
  await arrived(ana);
  expect(await draftsOf(dele)).toEqual({});
  await mira.hello();
  for (const one of [dele, mira]) expect(JSON.stringify(one.frames)).not.toContain('SECRET');
  expect(JSON.stringify(ana.messages)).not.toContain('SECRET');
});

test('of two the newest stays, whichever comes first, and whoever was older is told', async () => {
  const { staff } = await begun();
  const [laptop, phone] = [await staff(), await staff()];
  write(phone, 'reply', 'The newer one', 5_000);
  await arrived(phone);
  const told = laptop.next('draft');
  write(laptop, 'reply', 'The older one', 4_000);
  expect((await told).draft).toEqual(written('The newer one', 5_000));
  expect((await draftsOf(laptop))?.reply).toEqual(written('The newer one', 5_000));
});

test('a clock that is ahead does not win for ever', async () => {
  const { staff } = await begun();
  const ana = await staff();
  write(ana, 'reply', 'From the year 3000', 32_503_680_000_000);
  await arrived(ana);
  write(ana, 'reply', 'From now', Date.now() + 60_000);
  expect((await draftsOf(ana))?.reply?.text).toBe('From now');
});

test('emptied, nothing is left of it', async () => {
  const { stub, staff } = await begun();
  const ana = await staff();
  const before = await keysOf(stub);
  write(ana, 'reply', 'Half a sen');
  await arrived(ana);
  expect(await keysOf(stub)).toHaveLength(before.length + 1);
  write(ana, 'reply', '', 2_000);
  await arrived(ana);
  expect(await keysOf(stub)).toEqual(before);
});

test('what is too long is refused', async () => {
  const { staff } = await begun();
  const ana = await staff();
  const refused = ana.next('error');
  write(ana, 'reply', 'x'.repeat(4_001));
  expect((await refused).code).toBe('too_large');
  expect(await draftsOf(ana)).toEqual({});
});
