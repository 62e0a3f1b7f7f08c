import { env, runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressHash } from '../../src/channels/mail/address';
import { ADDRESS_A_DAY, takeFromCap } from '../../src/channels/mail/caps';
import { mailTo, planMail } from '../routes/visit';
import { bot } from './bot';
import { clientId } from './client';
import { DAY, MINUTE, pass, SECOND, shop } from './shop';

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

const someone = () => `mira-${crypto.randomUUID()}@customer.example`;
const inbound = (from: string, text: string, id = crypto.randomUUID().replaceAll('-', '')) => ({
  id,
  from,
  text,
  attachments: [],
});

/** Mira has left her address, talks to Ana, and goes. */
async function gone(address: string, settings = {}) {
  const stage = await shop(settings);
  const mira = await stage.customer();
  await mira.say('My secret question');
  await mira.message((m) => m.kind === 'assistant');
  await mira.ask({ type: 'request', id: clientId() });
  expect(await mira.ask({ type: 'email', id: clientId(), address })).toMatchObject({ type: 'ack' });
  const ana = await stage.staff();
  await ana.claim();
  await mira.phase('person');
  const leave = async () => {
    mira.close();
    await ana.until(() => !ana.state.customer.here);
  };
  return { ...stage, mira, ana, leave };
}
const arrived = (to: string, how: number) =>
  vi.waitFor(async () => {
    const mails = await mailTo(to);
    expect(mails).toHaveLength(how);
    return mails;
  });

describe('an address', () => {
  it('is known in every tab and after a reload; staff see it, and that nobody has confirmed it', async () => {
    const { customer, staff, stage } = await shop();
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    const tab = await customer();
    await mira.ask({ type: 'email', id: clientId(), address: ' Mira@Customer.Example ' });
    await tab.until(() => tab.state.contact);
    expect(tab.state.contact).toEqual({ address: 'mira@customer.example', confirmed: false });
    expect(mira.state.phase.is).toBe('waiting');
    await stage.evict();
    expect((await customer()).state.contact?.address).toBe('mira@customer.example');
    const ana = await staff();
    expect(ana.state.customer.email).toEqual({ address: 'mira@customer.example', confirmed: false });
    await ana.message((m) => m.kind === 'event' && m.event.what === 'mail' && m.event.is === 'left');
    expect(JSON.stringify(mira.messages)).not.toContain('"mail"');
  });

  it('can be corrected a few times, and is refused when it is none', async () => {
    const { customer } = await shop();
    const mira = await customer();
    const leave = (address: string) => mira.ask({ type: 'email', id: clientId(), address });
    expect(await leave('mira@')).toMatchObject({ code: 'bad_frame' });
    for (const n of [1, 2, 3, 4, 5]) expect(await leave(`mira${n}@customer.example`)).toMatchObject({ type: 'ack' });
    expect(await leave('mira6@customer.example')).toMatchObject({ code: 'not_allowed_now' });
    expect(mira.state.contact?.address).toBe('mira5@customer.example');
  });

  it('typing one sends nothing to it: the chat is no cannon', async () => {
    const address = someone();
    const { customer, stage } = await shop();
    const mira = await customer();
    await mira.say('Buy now at https://spam.example');
    await mira.ask({ type: 'email', id: clientId(), address });
    mira.close();
    await pass(stage.stub, 10 * MINUTE);
    await pass(stage.stub, 10 * MINUTE);
    expect(await mailTo(address)).toEqual([]);
  });
});

describe('a reply to a customer who has left', () => {
  it('is emailed after 90 seconds: what staff wrote, and never the customer’s own words', async () => {
    const address = someone();
    const { ana, leave, stage } = await gone(address);
    await leave();
    vi.useFakeTimers({ toFake: ['Date'] });
    await ana.reply('The lid ships on Thursday.');
    await pass(stage.stub, 89 * SECOND);
    expect(await mailTo(address)).toEqual([]);
    await stage.evict();
    await pass(stage.stub, 2 * SECOND);
    const [mail] = await arrived(address, 1);
    expect(mail?.text).toContain('The lid ships on Thursday.');
    expect(mail?.from).not.toContain('Kovač');
    expect(JSON.stringify(mail)).not.toContain('secret question');
    expect(mail?.text).toContain('/mail/confirm?token=');
    await ana.message((m) => m.kind === 'event' && m.event.what === 'mail' && m.event.is === 'sent');
  });

  it('is one email a burst, and the next burst is another', async () => {
    const address = someone();
    const { ana, leave, stage } = await gone(address);
    await leave();
    await ana.reply('First.');
    await pass(stage.stub, 60 * SECOND);
    await ana.reply('Second.');
    await pass(stage.stub, 60 * SECOND);
    await ana.reply('Third.');
    expect(await mailTo(address)).toEqual([]);
    await pass(stage.stub, 90 * SECOND);
    const [mail] = await arrived(address, 1);
    for (const words of ['First.', 'Second.', 'Third.']) expect(mail?.text).toContain(words);
    await ana.reply('Later.');
    await pass(stage.stub, 90 * SECOND);
    const [, next] = await arrived(address, 2);
    expect(next?.text).toContain('Later.');
    expect(next?.text).not.toContain('First.');
  });

  it('does not wait for the end of a burst that has none: it goes out three waits after its first word', async () => {
    const address = someone();
    const { ana, leave, stage } = await gone(address);
    await leave();
    for (const words of ['First.', 'Second.', 'Third.', 'Fourth.']) {
      await ana.reply(words);
      await pass(stage.stub, 80 * SECOND);
      if (words !== 'Fourth.') expect(await mailTo(address)).toEqual([]);
    }
    const [mail] = await arrived(address, 1);
    for (const words of ['First.', 'Fourth.']) expect(mail?.text).toContain(words);
  });

  it('is none as long as they are here, read or not', async () => {
    const address = someone();
    const { ana, stage } = await gone(address);
    await ana.reply('Look up.');
    await pass(stage.stub, 5 * MINUTE);
    expect(await mailTo(address)).toEqual([]);
  });

  it('names the files of a reply, and brings none', async () => {
    const address = someone();
    const { ana, leave, stage } = await gone(address);
    await leave();
    const file = { id: 'f'.repeat(22), name: 'return label.pdf', size: 9 };
    const of = { store: stage.store, conversation: stage.conversation };
    expect(await stage.stub.promiseFile(of, { ...file, by: 'ana', at: Date.now() })).toBe('ok');
    const reply = { type: 'send', id: clientId(), text: '', seen: ana.last, anyway: true, files: [file] } as const;
    expect(await ana.ask({ ...reply, files: [file] })).toMatchObject({ type: 'ack' });
    await pass(stage.stub, 90 * SECOND);
    const [mail] = await arrived(address, 1);
    expect(mail?.text).toContain('📎 return label.pdf');
  });

  it('is none if they have read it by then, or are here', async () => {
    const address = someone();
    const { ana, leave, stage, customer } = await gone(address);
    await leave();
    await ana.reply('Read in time.');
    const back = await customer();
    const reply = await back.message((m) => m.kind === 'staff');
    back.send({ type: 'read', seq: reply.seq });
    await ana.until(() => ana.state.seen > 0 && ana.state.customer.here);
    back.close();
    await ana.until(() => !ana.state.customer.here);
    await pass(stage.stub, 5 * MINUTE);
    expect(await mailTo(address)).toEqual([]);
  });

  it('says only what they have not read', async () => {
    const address = someone();
    const { mira, ana, leave, stage } = await gone(address);
    await ana.reply('The lid is here.');
    const { seq } = await mira.message((m) => m.kind === 'staff');
    mira.send({ type: 'read', seq });
    await ana.until(() => ana.state.seen > 0);
    await leave();
    await ana.reply('It ships today.');
    await pass(stage.stub, 90 * SECOND);
    const [mail] = await arrived(address, 1);
    expect(mail?.text).toContain('It ships today.');
    expect(mail?.text).not.toContain('The lid is here.');
  });

  it('carries no private note', async () => {
    const address = someone();
    const { ana, leave, stage } = await gone(address);
    await leave();
    await ana.ask({ type: 'note', id: clientId(), text: 'He is a difficult one' });
    await ana.reply('Hello?');
    await pass(stage.stub, 90 * SECOND);
    const [mail] = await arrived(address, 1);
    expect(JSON.stringify(mail)).not.toContain('difficult');
  });

  it('is sent once, the same each time, however often the mail API fails', async () => {
    const address = someone();
    await planMail(address, [{ status: 500 }, { status: 429, headers: { 'retry-after': '1' } }, { status: 0 }]);
    const { ana, leave, stage } = await gone(address);
    await leave();
    await ana.reply('Once.');
    await pass(stage.stub, 90 * SECOND);
    for (let tries = 0; tries < 6; tries++) await pass(stage.stub, 30 * SECOND);
    const mails = await arrived(address, 4);
    expect(new Set(mails.map(({ key }) => key)).size).toBe(1);
    expect(new Set(mails.map(({ text }) => text)).size).toBe(1);
    await ana.message((m) => m.kind === 'event' && m.event.what === 'mail' && m.event.is === 'sent');
  });

  it('that the mail API refuses is said to staff', async () => {
    const address = someone();
    await planMail(address, [{ status: 422 }]);
    const { ana, leave, stage } = await gone(address);
    await leave();
    await ana.reply('Hello?');
    await pass(stage.stub, 90 * SECOND);
    await ana.message((m) => m.kind === 'event' && m.event.what === 'mail' && m.event.is === 'failed');
    expect(await mailTo(address)).toHaveLength(1);
  });

  it('to one address is capped a day: further ones are held, and staff see it', async () => {
    // A day is one of UTC: it must not end in between.
    vi.useFakeTimers({ toFake: ['Date'], now: Math.ceil(Date.now() / DAY) * DAY + MINUTE });
    const address = someone();
    const { ana, leave, stage } = await gone(address);
    await leave();
    for (let n = 1; n <= 6; n++) {
      await ana.reply(`Number ${n}.`);
      await pass(stage.stub, 91 * SECOND);
      await arrived(address, n);
    }
    await ana.reply('One too many.');
    await pass(stage.stub, 91 * SECOND);
    await ana.message((m) => m.kind === 'event' && m.event.what === 'mail' && m.event.is === 'held');
    expect(await mailTo(address)).toHaveLength(6);
  });

  it('to a confirmed address is not counted', async () => {
    const address = someone();
    for (let n = 0; n < ADDRESS_A_DAY; n++)
      await takeFromCap(env.DB, { address, store: 'another', network: null }, Date.now());
    const { ana, leave, stage } = await gone(address);
    await stage.stub.confirmContact(await addressHash(address));
    await leave();
    await ana.reply('One more.');
    await pass(stage.stub, 90 * SECOND);
    await arrived(address, 1);
  });

  it('is not sent where they say at the last moment that they want none', async () => {
    const address = someone();
    const { ana, leave, stage } = await gone(address);
    const [{ DB }, hash] = [env, await addressHash(address)];
    const database = (its: unknown) =>
      runInDurableObject(stage.stub, (it) => void Object.assign(Reflect.get(it, 'env') as object, { DB: its }));
    await leave();
    await ana.reply('Hello?');
    let stopped = false;
    // The caps are asked while the mail is written.
    const asked = (bound: D1PreparedStatement) => ({
      all: async () => {
        stopped = await stage.stub.stopMail(hash);
        return bound.all();
      },
      run: () => bound.run(),
    });
    const prepare = (sql: string) => {
      const statement = DB.prepare(sql);
      return sql.includes('mail_cap') ? { bind: (...of: unknown[]) => asked(statement.bind(...of)) } : statement;
    };
    await database({ prepare, batch: (statements: D1PreparedStatement[]) => DB.batch(statements) });
    await pass(stage.stub, 90 * SECOND).finally(() => database(DB));
    expect(stopped).toBe(true);
    expect(await mailTo(address)).toEqual([]);
  });

  it('that failed is not tried again once they have read it', async () => {
    const address = someone();
    await planMail(address, [{ status: 500 }]);
    const { ana, leave, stage, customer } = await gone(address);
    await leave();
    await ana.reply('Read in time.');
    await pass(stage.stub, 90 * SECOND);
    await arrived(address, 1);
    const back = await customer();
    const { seq } = await back.message((m) => m.kind === 'staff');
    back.send({ type: 'read', seq });
    await ana.until(() => ana.state.seen > 0 && ana.state.customer.here);
    await pass(stage.stub, 5 * MINUTE);
    expect(await mailTo(address)).toHaveLength(1);
  });
});

describe('a copy of the chat', () => {
  const copy = (address?: string) => ({ type: 'transcript' as const, id: clientId(), ...(address && { address }) });

  it('is not sent to an address that was only typed: that is asked first, and the copy follows the yes', async () => {
    const address = someone();
    const { ana, mira, stage } = await gone(address);
    await ana.reply('The lid ships on Thursday.');
    await ana.ask({ type: 'note', id: clientId(), text: 'He is a difficult one' });
    expect(await mira.ask(copy())).toMatchObject({ type: 'ack' });
    const [question] = await arrived(address, 1);
    expect(question?.text).toContain('/mail/confirm?token=');
    expect(JSON.stringify(question)).not.toMatch(/secret question|Thursday/);
    await stage.evict();
    await stage.stub.confirmContact(await addressHash(address));
    const [, mail] = await arrived(address, 2);
    for (const words of ['You · ', 'My secret question', 'Assistant · ', 'Ana · ', 'Thursday'])
      expect(mail?.text).toContain(words);
    expect(JSON.stringify(mail)).not.toMatch(/difficult|Kovač/);
    // Confirmed again it is not sent again; asked for again it is.
    await stage.stub.confirmContact(await addressHash(address));
    expect(await mira.ask(copy())).toMatchObject({ type: 'ack' });
    await arrived(address, 3);
  });

  it('takes an address with it, and is asked for three times a day', async () => {
    const address = someone();
    const { customer } = await shop();
    const mira = await customer();
    expect(await mira.ask(copy(address))).toMatchObject({ code: 'not_allowed_now' });
    await mira.say('Hello');
    expect(await mira.ask(copy())).toMatchObject({ code: 'not_allowed_now' });
    for (const _ of [1, 2, 3]) expect(await mira.ask(copy(address))).toMatchObject({ type: 'ack' });
    expect(mira.state.contact).toEqual({ address, confirmed: false });
    expect(await mira.ask(copy(address))).toMatchObject({ code: 'too_fast' });
    await arrived(address, 3);
  });
});

describe('an answer by email', () => {
  it('lands in the same conversation, once, and confirms the address', async () => {
    const address = someone();
    const { ana, leave, stage } = await gone(address);
    await leave();
    const mail = inbound(address, 'Thursday is fine.');
    expect(await stage.stub.mailIn(mail)).toBe('posted');
    expect(await stage.stub.mailIn(mail)).toBe('known');
    const message = await ana.message((m) => m.kind === 'customer' && m.text === 'Thursday is fine.');
    expect(message).toMatchObject({ mail: { from: address, known: true } });
    await ana.until(() => ana.state.customer.email?.confirmed);
    await ana.reply('Good.');
    await pass(stage.stub, 90 * SECOND);
    const [sent] = await arrived(address, 1);
    // Now that it is theirs, their own words may stand below.
    expect(sent?.text).toContain('Thursday is fine.');
    expect(sent?.text).not.toContain('/mail/confirm');
  });

  it('confirms no address where mail went to another one before: a sender’s name is easily written', async () => {
    const [mine, theirs] = [someone(), someone()];
    const { ana, leave, stage } = await gone(mine);
    await leave();
    await ana.reply('Good.');
    await pass(stage.stub, 90 * SECOND);
    await arrived(mine, 1);
    const again = await stage.customer();
    expect(await again.ask({ type: 'email', id: clientId(), address: theirs })).toMatchObject({ type: 'ack' });
    expect(await stage.stub.mailIn(inbound(theirs, 'It is me.'))).toBe('posted');
    await ana.message((m) => m.kind === 'customer' && m.text === 'It is me.');
    expect(ana.state.customer.email).toEqual({ address: theirs, confirmed: false });
    await stage.stub.confirmContact(await addressHash(theirs));
    await ana.until(() => ana.state.customer.email?.confirmed);
  });

  it('from another address is shown as such and confirms nothing', async () => {
    const address = someone();
    const { ana, stage } = await gone(address);
    expect(await stage.stub.mailIn(inbound('else@customer.example', 'Me too.'))).toBe('posted');
    const message = await ana.message((m) => m.kind === 'customer' && m.text === 'Me too.');
    expect(message).toMatchObject({ mail: { from: 'else@customer.example', known: false } });
    expect(ana.state.customer.email?.confirmed).toBe(false);
  });

  it('on an ended handoff changes no first responder; a word is owed, and the assistant says none', async () => {
    const address = someone();
    const { ana, mira, stage } = await gone(address);
    await ana.end('resolved');
    await mira.phase('assistant');
    const before = bot.asked.length;
    await stage.stub.mailIn(inbound(address, 'It came broken.'));
    await mira.message((m) => m.kind === 'customer' && m.text === 'It came broken.');
    await pass(stage.stub, 10 * SECOND);
    expect(bot.asked.length).toBe(before);
    expect(mira.state.phase.is).toBe('assistant');
    await ana.until(() => ana.messages.some((m) => m.kind === 'customer' && m.text === 'It came broken.'));
    expect(ana.state.handoff).toMatchObject({ n: 1, status: 'ended', outcome: 'resolved' });
  });

  it('of a conversation that never was is nobody’s', async () => {
    const { stage } = await shop();
    expect(await stage.stub.mailIn(inbound('a@b.example', 'Hello'))).toBe('no_conversation');
  });
});

describe('a click', () => {
  it('on the link confirms the address that it was sent to, and no other', async () => {
    const address = someone();
    const { ana, stage } = await gone(address);
    expect(await stage.stub.confirmContact(await addressHash('else@customer.example'))).toBe(false);
    expect(await stage.stub.confirmContact(await addressHash(address))).toBe(true);
    await ana.until(() => ana.state.customer.email?.confirmed);
  });

  it('ends the mail to it: later replies wait in the chat', async () => {
    const address = someone();
    const { ana, leave, stage } = await gone(address);
    await leave();
    expect(await stage.stub.stopMail(await addressHash(address))).toBe(true);
    await ana.reply('Are you there?');
    await pass(stage.stub, DAY);
    expect(await mailTo(address)).toEqual([]);
    expect(ana.state.customer.email).toBeNull();
  });
});
