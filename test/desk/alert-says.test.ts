import { runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, expect, it, vi } from 'vitest';
import { personChoice } from '../../src/db/schema';
import { scene } from '../conversation/client';
import { db, mailArrives, newPerson, newStore } from '../routes/visit';
import { clock, MINUTE, NORMAL, quiet, row, shop, summary } from './shop';

afterEach(() => {
  vi.useRealTimers();
});

const speaks = (userId: string, language: 'en' | 'bg') =>
  db.insert(personChoice).values({ userId, sendWith: 'enter', language });

it('an alert says why, how urgent, what it is about, what was said last, and leads into the chat', async () => {
  const to = `ana-${crypto.randomUUID()}@alerts.example`;
  const ana = await newPerson('Ana Kovač', to);
  const { id: store } = await newStore('Mill & Kettle', { [ana]: 'owner' });
  const { conversation, customer, atDesk } = scene(store);
  (await atDesk()).close();
  const mira = await customer();
  await mira.say('Which power banks may I take on a plane?');
  await mira.message((m) => m.kind === 'assistant');
  await mira.say('This is unacceptable');
  await mira.phase('waiting');
  const [mail] = await mailArrives(to);
  expect(mail?.subject).toMatch(/^Urgent: .*complaint/);
  for (const words of [mail?.text ?? '', mail?.html ?? '']) {
    expect(words).toMatch(/urgent/i);
    expect(words).toMatch(/complaint/i);
    expect(words).toMatch(/open question/i);
    expect(words).toContain('Which power banks may I take on a plane?');
    // What the assistant answered stands among the last messages only.
    expect(words).toContain('I couldn’t find anything about that.');
    expect(words).toContain('This is unacceptable');
    expect(words).toContain(`https://baton.example/dashboard/${store}/inbox/${conversation}`);
  }
  expect(mail?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
});

it('a Bulgarian colleague and an English one of the same store each read of a customer in their own language', async () => {
  const { store, ana, tomas, anaId } = await shop();
  await speaks(anaId, 'bg');
  const { customer } = scene(store);
  const mira = await customer();
  await mira.say('Which power banks may I take on a plane?');
  await mira.message((m) => m.kind === 'assistant');
  await mira.say('This is unacceptable');
  await mira.phase('waiting');
  const [[bulgarian], [english]] = [await mailArrives(ana), await mailArrives(tomas)];
  expect(english?.subject).toMatch(/^Urgent: Guest \d{4}, complaint \(Mill & Kettle\)$/);
  expect(bulgarian?.subject).toMatch(/^Спешно: Гост \d{4}, оплакване \(Mill & Kettle\)$/);
  const parts = (mail: typeof english) => [mail?.text ?? '', mail?.html ?? ''];
  for (const part of parts(bulgarian)) {
    for (const words of ['Отвори чата', 'Открит въпрос', 'Поиска с', 'Асистент,', 'чака човек', 'This is unacceptable'])
      expect(part).toContain(words);
    expect(part).toMatch(/какво се случи дотук/i);
    expect(part).not.toMatch(/Guest|Open|Urgent|Asked|Assistant|Waiting|email|Looked/);
  }
  for (const part of parts(english)) expect(part).not.toMatch(/[а-я]/i);
  expect(bulgarian?.html).toContain('<html lang="bg"');
  expect(bulgarian?.key).not.toBe(english?.key);
});

it('what is owed later and the list of who waits are told to each in their own language too', async () => {
  const { desk, ana, tomas, anaId, tomasId } = await shop();
  await speaks(anaId, 'bg');
  await speaks(tomasId, 'en');
  await desk.alert({ conversation: 'c7', handoff: 1, kind: 'unanswered' }, 1, summary());
  expect((await mailArrives(ana))[0]?.subject).toBe('Спешно: Никой не отговори на Mira, оплакване (Mill & Kettle)');
  expect((await mailArrives(tomas))[0]?.subject).toBe('Urgent: Nobody answered Mira, complaint (Mill & Kettle)');
  const begun = Date.now();
  clock(begun);
  await desk.update(row('1'));
  expect((await mailArrives(ana, 2))[1]?.subject).toBe('Guest 1, иска човек (Mill & Kettle)');
  expect((await mailArrives(tomas, 2))[1]?.subject).toBe(NORMAL('1'));
  await quiet(desk);
  vi.setSystemTime(begun + 3 * MINUTE);
  await runDurableObjectAlarm(desk);
  expect((await mailArrives(ana, 3))[2]?.subject).toBe('1 клиент чака (Mill & Kettle)');
  expect((await mailArrives(tomas, 3))[2]?.subject).toBe('1 customer is waiting (Mill & Kettle)');
});
