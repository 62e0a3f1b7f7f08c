import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bot } from '../conversation/bot';
import { clientId } from '../conversation/client';
import { MINUTE, pass, SECOND, shop } from '../conversation/shop';
import { rawOf } from './mails/mime';
import { deliver } from './mails/post';
import { ask, mailArrives, mailTo } from './visit';

/** The whole circle, by the real objects: chat, gone, mail, answer, chat. */

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

let people = 0;
let mails = 0;

/** Mira asked, left an address, and closed the page; Ana has the chat. */
async function left() {
  const stage = await shop();
  const address = `mira-${++people}@mail.example`;
  // Our own address is known once somebody of the team has opened the dashboard.
  await stage.atDesk();
  const mira = await stage.customer();
  await mira.say('Where is my kettle 4711?');
  await mira.message((m) => m.kind === 'assistant');
  await mira.ask({ type: 'email', id: clientId(), address });
  await mira.ask({ type: 'request', id: clientId() });
  const ana = await stage.staff();
  await ana.claim();
  mira.close();
  await ana.until(() => ana.frames.length > 0 && !ana.state.customer.here);
  return { ...stage, address, ana };
}

/** What their mail program sends. */
const answer = (to: string, from: string, text: string, id = `m${++mails}`) =>
  deliver({
    from,
    to,
    raw: rawOf({
      name: '',
      says: text,
      text: `${text}\n\nOn 12.05.2026 at 14:03, Ana <${to}> wrote:\n> Hello\n> there`,
    })
      .replace(/^From: .*/, `From: Mira <${from}>`)
      .replace(/^Message-ID: .*/m, `Message-ID: <${id}@mail.example>`),
  });

const replyTo = (mail: unknown): string => (mail as { reply_to: string }).reply_to;

test('Ana’s words follow Mira home, and Mira’s answer comes back into the chat', async () => {
  const { ana, stage, address } = await left();
  vi.useFakeTimers({ toFake: ['Date'] });
  await ana.reply('It is on its way.');
  await ana.reply('It comes on Friday.');
  await pass(stage.stub, 89 * SECOND);
  expect(await mailTo(address)).toEqual([]);
  await pass(stage.stub, 2 * SECOND);
  const [mail] = await mailArrives(address);
  expect(mail?.subject).toMatch(/^Ana from /);
  expect(mail?.text).toContain('It is on its way.');
  expect(mail?.text).toContain('It comes on Friday.');
  expect(replyTo(mail)).toMatch(/^reply\+[a-z2-7]{40}@chat\.baton\.example$/);

  // To an address that was only typed goes nothing that a customer wrote (Zendesk 2025).
  expect(JSON.stringify(mail)).not.toContain('4711');

  expect(await answer(replyTo(mail), address, 'Friday is fine!', 'once')).toBeNull();
  const came = await ana.message((m) => m.kind === 'customer' && m.text === 'Friday is fine!');
  expect(came).toMatchObject({ mail: { from: address, known: true } });
  expect(await answer(replyTo(mail), address, 'Friday is fine!', 'once')).toBeNull();
  expect(ana.messages.filter((m) => m.kind === 'customer' && m.text === 'Friday is fine!')).toHaveLength(1);

  // The answer has shown whose address it is: from now on the mail quotes what they asked.
  await ana.reply('Good.');
  await pass(stage.stub, 91 * SECOND);
  const [, second] = await mailArrives(address, 2);
  expect(second?.text).toContain('You asked:\nFriday is fine!');
  expect(second?.text).not.toContain('/mail/confirm');
  expect(replyTo(second)).toBe(replyTo(mail));
});

test('a click confirms the address, and another one ends the mails', async () => {
  const { ana, stage, address } = await left();
  await ana.reply('Hello Mira.');
  await pass(stage.stub, 91 * SECOND);
  const [mail] = await mailArrives(address);
  const link = (action: string) => {
    const url = new RegExp(`https://[^\\s]+(/mail/${action}\\?\\S+)`).exec(mail?.text ?? '')?.[1] ?? '';
    expect(url).not.toBe('');
    return url;
  };
  const what = (is: string) => ana.message((m) => m.kind === 'event' && m.event.what === 'mail' && m.event.is === is);
  expect((await ask(link('confirm'))).status).toBe(200);
  expect((await ask(link('confirm'), { method: 'POST', body: '' })).status).toBe(200);
  await what('confirmed');

  expect(mail?.headers?.['List-Unsubscribe']).toContain(link('stop'));
  expect((await ask(link('stop'), { method: 'POST', body: 'List-Unsubscribe=One-Click' })).status).toBe(200);
  await what('stopped');
  await ana.reply('Are you there?');
  await pass(stage.stub, 5 * MINUTE);
  expect(await mailTo(address)).toHaveLength(1);
});

test('an absence note is no answer, and neither is what comes to an address that nobody made', async () => {
  const { ana, stage, address } = await left();
  await ana.reply('Hello Mira.');
  await pass(stage.stub, 91 * SECOND);
  const to = replyTo((await mailArrives(address))[0]);
  const raw = 'Auto-Submitted: auto-replied\r\nSubject: I am away\r\n\r\nI am on holiday.';
  expect(await deliver({ from: address, to, raw })).toBeNull();
  expect(
    await answer(
      to.replace(/(.)@/, (_, last) => `${last === 'a' ? 'b' : 'a'}@`),
      address,
      'Forged',
    ),
  ).toMatch(/does not take/);
  await answer(to, address, 'And this is me');
  await ana.message((m) => m.kind === 'customer' && m.text === 'And this is me');
  expect(JSON.stringify(ana.messages)).not.toMatch(/holiday|Forged/);
});
