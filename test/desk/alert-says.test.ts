import { expect, it } from 'vitest';
import { scene } from '../conversation/client';
import { mailArrives, newPerson, newStore } from '../routes/visit';

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
