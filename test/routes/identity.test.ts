import { env, runInDurableObject } from 'cloudflare:test';
import { sign } from 'hono/jwt';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { endSecretBefore, removeIdentity } from '../../src/accounts/identity-key';
import { openToken, sealToken } from '../../src/accounts/tokens';
import { addressHash } from '../../src/channels/mail/address';
import { chatLink, contactLinks } from '../../src/channels/mail/links';
import { conversationStub } from '../../src/conversation/door';
import { CLOSE } from '../../src/errors';
import { eraseFromHistory } from '../../src/history/erase';
import { pastOf } from '../../src/history/past';
import type { SessionAnswer } from '../../src/protocol/customer';
import { type CustomerClient, scene } from '../conversation/client';
import { MINUTE, pass } from '../conversation/shop';
import { closing, Device, editor, MILA, newShop, rotate, type Shop, seconds, tokenOf, words } from './identified';
import { ask, db, HTML, mailArrives, newStore, ORIGIN, refusal, SECRET } from './visit';

/** Customers whom the shop signs in: who they are, what is theirs on every device, and what nobody else gets. */

let shop: Shop;
let other: Shop;
beforeAll(async () => {
  shop = await newShop('Volt & Vine');
  other = await newShop('Mill & Kettle');
});

/** A customer whom no other test knows. */
let people = 0;
const somebody = (over: Record<string, unknown> = {}) => {
  const n = ++people;
  return { sub: `person-${n}`, name: `Person ${n}`, email: `person-${n}@identity.example`, ...over };
};
const seenBy = async (conversation: string, of = shop) => {
  const ana = await scene(of.id, conversation).staff();
  return ana.state.customer;
};
const part = (value: unknown) =>
  btoa(JSON.stringify(value)).replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');

describe('a token of the shop’s', () => {
  test('says who the customer is, and staff see it: name, address and that it is verified', async () => {
    const phone = new Device(shop);
    const { customer } = await phone.signIn(MILA);
    expect(customer).toEqual(expect.any(String));
    await phone.say('Where is my order?');
    expect(await seenBy(phone.conversation)).toMatchObject({
      name: 'Mila Petrova',
      initials: 'MP',
      email: { address: MILA.email, confirmed: true },
      verified: MILA,
    });
  });

  test.each<[string, (mila: typeof MILA) => Promise<string> | string, string]>([
    [
      'signed by nobody (alg none)',
      (who) => `${part({ alg: 'none', typ: 'JWT' })}.${part({ aud: shop.key, exp: seconds(60), ...who })}.`,
      'refused',
    ],
    [
      'that says it is RS256',
      async (who) => {
        const [, payload, signature] = (await tokenOf(shop, who)).split('.');
        return `${part({ alg: 'RS256', typ: 'JWT' })}.${payload}.${signature}`;
      },
      'refused',
    ],
    [
      'signed by another algorithm with the same secret',
      async (who) => {
        return sign({ aud: shop.key, exp: seconds(60), ...who }, shop.secret, 'HS512');
      },
      'refused',
    ],
    ['signed with another secret', (who) => tokenOf(shop, who, 'idn_another'), 'refused'],
    ['signed with the store’s public key', (who) => tokenOf(shop, who, shop.key), 'refused'],
    [
      'with other words than were signed',
      async (who) => {
        const [head, , signature] = (await tokenOf(shop, who)).split('.');
        return `${head}.${part({ aud: shop.key, exp: seconds(60), ...who, sub: 'c-2' })}.${signature}`;
      },
      'refused',
    ],
    ['of another store', (who) => tokenOf(other, who), 'refused'],
    ['of another store, that names this one', (who) => tokenOf(other, { ...who, aud: shop.key }), 'refused'],
    ['for another store, by this one', (who) => tokenOf(shop, { ...who, aud: other.key }), 'refused'],
    ['for nobody', (who) => tokenOf(shop, { ...who, aud: undefined }), 'refused'],
    ['that has run out', (who) => tokenOf(shop, { ...who, exp: seconds(-90) }), 'expired'],
    ['that never runs out', (who) => tokenOf(shop, { ...who, exp: undefined }), 'refused'],
    ['that holds for more than a day', (who) => tokenOf(shop, { ...who, exp: seconds(25 * 3_600) }), 'refused'],
    ['that holds only later', (who) => tokenOf(shop, { ...who, nbf: seconds(120) }), 'refused'],
    ['that was made in the future', (who) => tokenOf(shop, { ...who, iat: seconds(120) }), 'refused'],
    ['about nobody', (who) => tokenOf(shop, { ...who, sub: undefined }), 'refused'],
    ['about somebody with an empty name for them', (who) => tokenOf(shop, { ...who, sub: '' }), 'refused'],
    ['with a subject that is too long', (who) => tokenOf(shop, { ...who, sub: 'x'.repeat(129) }), 'refused'],
    ['with a line break in its subject', (who) => tokenOf(shop, { ...who, sub: 'a\nb' }), 'refused'],
    ['with half a character in its subject', (who) => tokenOf(shop, { ...who, sub: '\ud800x' }), 'refused'],
    ['with an address that is none', (who) => tokenOf(shop, { ...who, email: 'mila' }), 'refused'],
    ['with a name that is too long', (who) => tokenOf(shop, { ...who, name: 'x'.repeat(81) }), 'refused'],
    ['that is no token', () => 'mila', 'refused'],
    ['that is no JSON', () => 'e30.x.x', 'refused'],
  ])('%s is refused, and changes nothing', async (_, make, why) => {
    const laptop = new Device(shop);
    await laptop.open();
    const before = { token: laptop.token, conversation: laptop.conversation };
    expect(await laptop.refused(await make(MILA))).toBe(`401 identity_${why}`);
    await laptop.open();
    expect(laptop.conversation).toBe(before.conversation);
    expect((await laptop.claims())?.signedIn).toBeUndefined();
  });

  test('that is longer than any is not read', async () => {
    expect(await new Device(shop).refused('x'.repeat(4_097))).toBe('400 bad_request');
  });

  test('may be a minute off, number its customers, leave the rest empty, and be meant for several', async () => {
    const claims = { sub: 4711, exp: seconds(-30), iat: seconds(30), name: '', email: null, aud: ['x', shop.key] };
    const phone = new Device(shop);
    await phone.signIn(claims);
    expect((await phone.claims())?.signedIn).toMatchObject({ sub: '4711' });
  });

  test('of a store that signs nobody in is refused', async () => {
    const plain = { ...(await newStore('Plain')), secret: 'idn_none' };
    expect(await new Device(plain).refused(await tokenOf(plain))).toBe('401 identity_refused');
  });

  test('signed with the secret before holds for a day, and no longer', async () => {
    const own = await newShop('Rotating');
    const before = { ...own };
    own.secret = await rotate(own);
    expect(own.secret).not.toBe(before.secret);
    const first = new Device(before);
    await first.signIn(somebody());
    await new Device(own).signIn(somebody());
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 3_600_000 });
    try {
      expect(await new Device(before).refused(await tokenOf(before))).toBe('401 identity_refused');
      await new Device(own).signIn(somebody());
    } finally {
      vi.useRealTimers();
    }
  });

  test('signed with a secret that the store has ended is refused there, and other stores’ hold on', async () => {
    const [own, next] = [await newShop('Ending'), await newShop('Going on')];
    const [before, nextBefore] = [{ ...own }, { ...next }];
    own.secret = await rotate(own);
    next.secret = await rotate(next);
    await endSecretBefore(env, editor(own.id), Date.now());
    expect(await new Device(before).refused(await tokenOf(before))).toBe('401 identity_refused');
    await new Device(own).signIn(somebody());
    await new Device(nextBefore).signIn(somebody());
    await removeIdentity(env, editor(own.id), Date.now());
    expect(await new Device(own).refused(await tokenOf(own))).toBe('401 identity_refused');
    await new Device(next).signIn(somebody());
  });

  test('is kept nowhere, and the secret only sealed', async () => {
    const kept = JSON.stringify(await db.query.identityKey.findMany());
    expect(kept).not.toContain(shop.secret.slice(4));
  });
});

describe('one customer on two devices', () => {
  test('has one conversation, live on both', async () => {
    const mila = somebody();
    const [phone, laptop] = [new Device(shop), new Device(shop)];
    await phone.signIn(mila);
    const onPhone = await phone.say('Do you ship to Norway?');
    await laptop.signIn(mila);
    expect(laptop.conversation).toBe(phone.conversation);
    const onLaptop = await laptop.connect();
    expect(words(onLaptop)).toContain('Do you ship to Norway?');
    expect((await onLaptop.say('And to Iceland?')).type).toBe('ack');
    await onPhone.message((m) => m.kind === 'customer' && m.text === 'And to Iceland?');
  });

  test('has one also where both sign in for the first time at the same instant', async () => {
    const mila = somebody();
    const devices = Array.from({ length: 4 }, () => new Device(shop));
    await Promise.all(devices.map((device) => device.signIn(mila)));
    expect(new Set(devices.map(({ conversation }) => conversation)).size).toBe(1);
  });

  test('goes on where they wait for a person, whatever they had elsewhere', async () => {
    const mila = somebody();
    const [phone, laptop] = [new Device(shop), new Device(shop)];
    await phone.signIn(mila);
    await phone.say('Hello');
    await laptop.open();
    const waiting = await laptop.say('Hi');
    await waiting.ask({ type: 'request', id: 'request-0001' });
    const begun = laptop.conversation;
    await laptop.signIn(mila);
    expect(laptop.conversation).toBe(begun);
    expect((await new Device(shop).signIn(mila)).conversation).toBe(begun);
  });

  test('stays where they wait for a person, whatever they say elsewhere before they sign in there', async () => {
    const mila = somebody();
    const [phone, laptop] = [new Device(shop), new Device(shop)];
    await phone.signIn(mila);
    const waiting = await phone.say('Hello');
    await waiting.ask({ type: 'request', id: 'request-0001' });
    await laptop.open();
    await laptop.say('Hi');
    await laptop.signIn(mila);
    expect(laptop.conversation).toBe(phone.conversation);
  });

  test('finds on the second what was said on the first, and what they said there before stands with it for staff', async () => {
    const mila = somebody();
    const [phone, laptop] = [new Device(shop), new Device(shop)];
    await phone.signIn(mila);
    await phone.say('On the phone');
    await laptop.open();
    await laptop.say('On the laptop, not signed in');
    const before = laptop.conversation;
    await laptop.signIn(mila);
    expect(laptop.conversation).toBe(phone.conversation);
    expect((await seenBy(before)).verified).toMatchObject({ sub: mila.sub });
  });
});

describe('somebody who was anonymous and signs in', () => {
  test('keeps what they said; the anonymous token opens it no more, and begins another', async () => {
    const mila = somebody();
    const laptop = new Device(shop);
    await laptop.open();
    const before = await laptop.say('I was nobody when I wrote this');
    const anonymous = new Device(shop, laptop.token);
    const begun = laptop.conversation;
    await laptop.signIn(mila);
    expect(laptop.conversation).toBe(begun);
    expect(await closing(before)).toBe(CLOSE.unauthorized);
    expect(words(await laptop.connect())).toEqual(['I was nobody when I wrote this']);
    expect((await seenBy(begun)).name).toBe(mila.name);
    // The token of before, used as it is, and renewed.
    expect(await closing(await anonymous.knock())).toBe(CLOSE.unauthorized);
    expect((await anonymous.open()).conversation).not.toBe(begun);
  });

  test('does not take along a conversation in which nothing was said', async () => {
    const laptop = new Device(shop);
    await laptop.open();
    const empty = laptop.conversation;
    expect((await laptop.signIn(somebody())).conversation).not.toBe(empty);
  });

  test('does not get one that is somebody else’s by now', async () => {
    const [mila, jonas] = [somebody(), somebody()];
    const device = new Device(shop);
    await device.open();
    await device.say('Mila’s words');
    const anonymous = device.token;
    await device.signIn(mila);
    const late = new Device(shop, anonymous);
    await late.signIn(jonas);
    expect(late.conversation).not.toBe(device.conversation);
    expect(words(await late.connect())).toEqual([]);
    expect((await seenBy(device.conversation)).verified?.sub).toBe(mila.sub);
  });
});

describe('what they talked about before', () => {
  test('is theirs on every device, whoever they were when they said it, and no anonymous token’s any more', async () => {
    const mila = somebody();
    const [laptop, phone] = [new Device(shop), new Device(shop)];
    await laptop.open();
    const end = async (client: Awaited<ReturnType<Device['say']>>) => client.ask({ type: 'end', id: 'end-00000001' });
    await end(await laptop.say('First, as nobody'));
    const [first, begun] = [laptop.conversation, new Device(shop, laptop.token)];
    await laptop.open(undefined, true);
    await end(await laptop.say('Second, as nobody'));
    const anonymous = new Device(shop, laptop.token);
    await vi.waitFor(async () => expect(await anonymous.earlier()).toEqual(['First, as nobody']));
    await laptop.signIn(mila);
    await laptop.open(await tokenOf(shop, mila), true);
    await end(await laptop.say('Third, as Mila'));
    await phone.signIn(mila);
    expect(phone.conversation).toBe(laptop.conversation);
    await phone.open(undefined, true);
    const all = ['Third, as Mila', 'Second, as nobody', 'First, as nobody'];
    await vi.waitFor(async () => expect(await phone.earlier()).toEqual(all));
    expect(await phone.read(first)).toBe('200');

    for (const before of [anonymous, begun]) {
      expect(await before.files()).toBe('401 unauthorized');
      expect(await before.earlier()).toBe('401 unauthorized');
      expect(await before.read(first)).toBe('401 unauthorized');
    }
    const jonas = new Device(shop);
    await jonas.signIn(somebody());
    expect(await jonas.earlier()).toEqual([]);
    expect(await jonas.read(first)).toBe('404 not_found');
    await jonas.say('Jonas’s words');
    expect(await phone.read(jonas.conversation)).toBe('404 not_found');
    const replayed = new Device(shop, phone.token);
    await phone.signOut();
    expect(await replayed.earlier()).toBe('401 signed_out');
    expect(await replayed.read(first)).toBe('401 signed_out');
    expect(await replayed.files()).toBe('401 signed_out');
  });
});

describe('two customers on one device', () => {
  test('never see each other’s chats', async () => {
    const [mila, jonas] = [somebody(), somebody()];
    const device = new Device(shop);
    await device.signIn(mila);
    const milas = device.conversation;
    const milasDevice = (await device.claims())?.signedIn?.device;
    await device.say('Mila’s words');
    // The shop signs her out and him in, without a word to the chat between.
    await device.signIn(jonas);
    expect(device.conversation).not.toBe(milas);
    expect((await device.claims())?.signedIn?.device).not.toBe(milasDevice);
    expect(words(await device.say('Jonas’s words'))).not.toContain('Mila’s words');
    await device.signIn(mila);
    expect(device.conversation).toBe(milas);
    expect(words(await device.connect())).toEqual(['Mila’s words']);
  });
});

describe('signing out', () => {
  test('closes what is open on the device, and nothing that was there opens anything again', async () => {
    const mila = somebody();
    const device = new Device(shop);
    const identity = await tokenOf(shop, mila);
    await device.open(identity);
    const first = new Device(shop, device.token);
    const open = await device.say('Private words');
    // The next page brings the shop's next token.
    await device.signIn(mila);
    const second = new Device(shop, device.token);
    const lastIdentity = await tokenOf(shop, mila);
    await device.open(lastIdentity);
    const third = new Device(shop, device.token);
    await device.signOut();
    expect(await closing(open)).toBe(CLOSE.unauthorized);
    for (const replayed of [first, second, third]) {
      expect(await closing(await replayed.knock())).toBe(CLOSE.unauthorized);
      expect(await replayed.refused()).toBe('401 signed_out');
      expect(await replayed.refused(await tokenOf(shop, mila))).toBe('401 signed_out');
    }
    // The shop's own token was signed out with it.
    expect(await new Device(shop).refused(lastIdentity)).toBe('401 signed_out');
    const next = new Device(shop);
    await next.open();
    expect(words(await next.connect())).toEqual([]);
  });

  test('leaves the other devices signed in, and the customer finds it all when they come back', async () => {
    const mila = somebody();
    const [phone, laptop] = [new Device(shop), new Device(shop)];
    await phone.signIn(mila);
    const onPhone = await phone.say('Kept');
    await laptop.signIn(mila);
    await laptop.connect();
    await laptop.signOut();
    expect((await onPhone.say('Still here')).type).toBe('ack');
    await laptop.signIn(mila);
    expect(words(await laptop.connect())).toEqual(['Kept', 'Still here']);
  });

  test('holds before anything was said, and after the object has slept', async () => {
    const mila = somebody();
    const [phone, laptop] = [new Device(shop), new Device(shop)];
    await phone.signIn(mila);
    const replayed = new Device(shop, phone.token);
    await phone.signOut();
    await laptop.signIn(mila);
    await laptop.say('Said later');
    await scene(shop.id, laptop.conversation).evict();
    expect(await closing(await replayed.knock())).toBe(CLOSE.unauthorized);
    // Also after another device was signed out.
    await laptop.signOut();
    expect(await replayed.refused()).toBe('401 signed_out');
  });

  test('is remembered by the conversation itself, of one device after the other', async () => {
    const mila = somebody();
    const [phone, laptop] = [new Device(shop), new Device(shop)];
    for (const device of [phone, laptop]) await device.signIn(mila);
    await phone.say('Hello');
    const replayed = [phone, laptop].map(({ token }) => new Device(shop, token));
    for (const device of [phone, laptop]) await device.signOut();
    await env.DB.prepare('UPDATE customer SET signed_out = NULL WHERE sub = ?').bind(mila.sub).run();
    for (const one of replayed) expect(await closing(await one.knock())).toBe(CLOSE.unauthorized);
  });

  test('holds also where their conversation was erased since, and whoever comes back begins another one', async () => {
    const mila = somebody();
    const device = new Device(shop);
    await device.signIn(mila);
    await device.say('To be forgotten');
    const replayed = new Device(shop, device.token);
    await device.signOut();
    await conversationStub(env, shop.id, device.conversation).erase();
    await eraseFromHistory(env.DB, shop.id, device.conversation, Date.now());
    expect(await replayed.refused()).toBe('401 signed_out');
    const back = new Device(shop);
    await back.signIn(mila);
    expect(words(await back.say('Hello again'))).not.toContain('To be forgotten');
  });

  test('closes the conversations before, too, whether or not they stand in the history yet', async () => {
    const mila = somebody();
    const [device, phone] = [new Device(shop), new Device(shop)];
    await device.signIn(mila);
    const open = await device.say('First');
    const first = new Device(shop, device.token);
    await open.ask({ type: 'end', id: 'end-00000001' });
    await device.open(await tokenOf(shop, mila), true);
    await vi.waitFor(async () => expect(await device.earlier()).toEqual(['First']));
    await device.say('Second');
    const second = new Device(shop, device.token);
    await device.open(await tokenOf(shop, mila), true);
    await phone.signIn(mila);
    await device.signOut();
    expect(await closing(open)).toBe(CLOSE.unauthorized);
    for (const replayed of [first, second]) expect(await closing(await replayed.knock())).toBe(CLOSE.unauthorized);
    expect(words(await phone.connect())).toEqual([]);
  });

  test('holds for the shop’s token however its signature is spelt', async () => {
    const device = new Device(shop);
    const identity = await tokenOf(shop, somebody());
    // 32 bytes in 43 letters: the last one has two bits that mean nothing.
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const respelt = identity.slice(0, -1) + letters[letters.indexOf(identity.slice(-1)) ^ 1];
    await new Device(shop).open(respelt);
    await device.open(identity);
    await device.signOut();
    expect(await new Device(shop).refused(respelt)).toBe('401 signed_out');
  });

  test('holds for what an earlier page had, on every device that is new to the chat', async () => {
    const mila = somebody();
    const [device, phone] = [new Device(shop), new Device(shop)];
    const before = await tokenOf(shop, { ...mila, iat: seconds(-120) });
    await device.open(before);
    await phone.open(before);
    await device.signIn({ ...mila, iat: seconds() });
    await device.signOut();
    expect(await new Device(shop).refused(before)).toBe('401 signed_out');
    await phone.open(await tokenOf(shop, { ...mila, iat: seconds(-120) }));
    await new Device(shop).signIn({ ...mila, iat: seconds(-30) });
  });

  test('closes what is open still by a token that has run out, also after the device has had another', async () => {
    const mila = somebody();
    const device = new Device(shop);
    const exp = seconds(300);
    await device.signIn({ ...mila, exp });
    const open = await device.say('Open for long');
    const id = (await device.claims())?.signedIn?.device;
    vi.useFakeTimers({ toFake: ['Date'], now: (exp + 61) * 1_000 });
    try {
      const late = new Device(shop, device.token);
      await late.signIn(mila);
      expect((await late.claims())?.signedIn?.device).toBe(id);
      expect((await open.say('Not interrupted')).type).toBe('ack');
      await device.signOut();
      expect(await closing(open)).toBe(CLOSE.unauthorized);
      expect(await late.refused()).toBe('401 signed_out');
    } finally {
      vi.useRealTimers();
    }
  });

  test('means nothing with a token that is nobody’s, or another store’s', async () => {
    for (const token of [
      'x',
      await sealToken(
        'another-secret-of-enough-letters-0123',
        'visitor',
        { store: shop.id, conversation: 'c' },
        Date.now(),
      ),
    ]) {
      const answer = await ask('/widget/sign-out', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
      expect(answer.status).toBe(204);
    }
  });
});

describe('the token of a signed-in customer', () => {
  test('ends with the shop’s, and is not renewed without it', async () => {
    const phone = new Device(shop);
    const exp = seconds(600);
    await phone.signIn(somebody({ exp }));
    const { token, conversation } = phone;
    expect((await phone.claims())?.exp).toBe((exp + 60) * 1_000);
    await phone.open();
    expect(phone.conversation).toBe(conversation);
    expect((await phone.claims())?.exp).toBe((exp + 60) * 1_000);
    vi.useFakeTimers({ toFake: ['Date'], now: (exp + 61) * 1_000 });
    try {
      const late = new Device(shop, token);
      await late.open();
      expect(late.conversation).not.toBe(conversation);
      expect((await late.claims())?.signedIn).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });

  test('is good in its own store only', async () => {
    const mila = somebody();
    const [phone, guest] = [new Device(shop), new Device(shop)];
    await phone.signIn(mila);
    await guest.open();
    for (const { token, conversation } of [phone, guest]) {
      const elsewhere = new Device(other, token);
      await elsewhere.open();
      expect(elsewhere.conversation).not.toBe(conversation);
      expect((await elsewhere.claims())?.store).toBe(other.id);
    }
    const there = new Device(other, phone.token);
    await there.signIn(mila);
    expect(there.conversation).not.toBe(phone.conversation);
    // Of whoever has the same name there, nothing is told, and nobody is signed out.
    const client = await phone.say('Said here');
    await client.ask({ type: 'end', id: 'end-00000001' });
    await phone.open(await tokenOf(shop, mila), true);
    await vi.waitFor(async () => expect(await phone.earlier()).toEqual(['Said here']));
    expect(await there.earlier()).toEqual([]);
    await phone.signOut();
    const back = new Device(other);
    await back.signIn({ ...mila, iat: seconds(-120) });
    expect(back.conversation).toBe(there.conversation);
  });
});

describe('an address', () => {
  test('that somebody only typed merges nothing with the customer whose it is', async () => {
    const mila = somebody();
    const phone = new Device(shop);
    await phone.signIn(mila);
    await phone.say('Mine');
    const stranger = new Device(shop);
    await stranger.open();
    const typing = await stranger.say('Hello');
    await typing.ask({ type: 'email', id: 'email-000001', address: String(mila.email) });
    expect(stranger.conversation).not.toBe(phone.conversation);
    expect((await stranger.open()).conversation).toBe(stranger.conversation);
    expect(words(await stranger.connect())).toEqual(['Hello']);
    const seen = await seenBy(stranger.conversation);
    expect(seen.verified).toBeUndefined();
    expect(seen.email).toEqual({ address: mila.email, confirmed: false });
    // Another customer of the shop's with the same address is another customer, also when history knows both by it.
    const both = [phone.conversation, stranger.conversation];
    for (const one of both) await pass(conversationStub(env, shop.id, one), 6 * MINUTE);
    vi.useRealTimers();
    const known = env.DB.prepare('SELECT id FROM conversation WHERE email = ?1').bind(mila.email);
    await vi.waitFor(async () =>
      expect((await known.all()).results.map(({ id }) => id).sort()).toEqual([...both].sort()),
    );
    const namesake = new Device(shop);
    await namesake.signIn(somebody({ email: mila.email }));
    expect(both).not.toContain(namesake.conversation);
  });

  test('that the shop says it has not verified itself is not taken for the customer’s', async () => {
    const phone = new Device(shop);
    await phone.signIn(somebody({ email_verified: false }));
    await phone.say('Hello');
    expect((await seenBy(phone.conversation)).email).toBeNull();
  });

  test('of the shop’s takes the place of one that was typed, but not of one that wants no more mail', async () => {
    const mila = somebody();
    const laptop = new Device(shop);
    await laptop.open();
    const client = await laptop.say('Hello');
    await client.ask({ type: 'email', id: 'email-000001', address: 'typo@identity.example' });
    await laptop.signIn(mila);
    expect((await seenBy(laptop.conversation)).email).toEqual({ address: mila.email, confirmed: true });
    const stub = conversationStub(env, shop.id, laptop.conversation);
    await stub.stopMail(await addressHash(String(mila.email)));
    await laptop.signIn({ ...mila, name: 'Mila P.' });
    await laptop.connect();
    const seen = await seenBy(laptop.conversation);
    expect([seen.email, seen.name]).toEqual([null, 'Mila P.']);
  });
});

test('whoever never signs in costs nothing of it', async () => {
  const guest = new Device(shop);
  await guest.open();
  await guest.say('Hello');
  const bound = await env.DB.prepare('SELECT 1 FROM bound_conversation WHERE conversation_id = ?1')
    .bind(guest.conversation)
    .all();
  expect(bound.results).toEqual([]);
  const keys = await runInDurableObject(conversationStub(env, shop.id, guest.conversation), (_, { storage }) => [
    ...storage.kv.list({ prefix: 'doors' }),
  ]);
  expect(keys).toEqual([]);
});

test('staff see the same customer’s other conversations as theirs, and those by a typed address apart', async () => {
  const mila = somebody();
  const own = await newShop('With a past');
  const [phone, laptop, stranger] = [new Device(own), new Device(own), new Device(own)];
  await phone.signIn(mila);
  await phone.say('First');
  await laptop.open();
  await laptop.say('Second');
  const second = laptop.conversation;
  await laptop.signIn(mila);
  await stranger.open();
  const typing = await stranger.say('Third');
  await typing.ask({ type: 'email', id: 'email-000001', address: String(mila.email) });
  // History has their words when they pause.
  for (const conversation of [phone.conversation, second, stranger.conversation])
    await pass(conversationStub(env, own.id, conversation), 6 * MINUTE);
  vi.useRealTimers();
  await vi.waitFor(async () => {
    const { past } = await pastOf(env.DB, own.id, phone.conversation);
    expect(new Map(past.map(({ conversation, theirs }) => [conversation, theirs]))).toEqual(
      new Map([
        [second, true],
        [stranger.conversation, false],
      ]),
    );
  });
  const row = env.DB.prepare('SELECT customer, email, sub FROM conversation WHERE id = ?1').bind(phone.conversation);
  expect(await row.first()).toEqual({ customer: mila.name, email: mila.email, sub: mila.sub });
});

describe('the way back out of a mail', () => {
  const DAY = 24 * 60 * MINUTE;
  const follow = (code: string) => ask('/mail/chat', { json: { code } });
  const thread = (of: Device) => ({ store: of.shop.id, conversation: of.conversation });
  const codeOf = (text: string) => /\/mail\/chat\?lang=en#(\S+)/.exec(text)?.[1];
  /** A person answers, the customer has left, and it is mailed. */
  const answered = async (of: Device, client: CustomerClient): Promise<void> => {
    await client.ask({ type: 'request', id: 'request-0001' });
    await client.phase('waiting');
    const ana = await scene(of.shop.id, of.conversation).staff();
    await ana.claim();
    client.close();
    await ana.until(() => !ana.state.customer.here);
    await ana.reply('It left this morning.');
    await pass(conversationStub(env, of.shop.id, of.conversation), 2 * MINUTE);
    vi.useRealTimers();
  };
  const code = (of: Device, address: string, now = Date.now()) =>
    chatLink(env, { origin: ORIGIN, address, lang: 'en', ...thread(of) }, now).then((link) => codeOf(link) ?? '');
  const confirmed = async (address: string) => {
    const guest = new Device(shop);
    await guest.open();
    const client = await guest.say('Where is my parcel?');
    await client.ask({ type: 'email', id: 'email-000001', address });
    await conversationStub(env, shop.id, guest.conversation).confirmContact(await addressHash(address));
    return { guest, client };
  };

  test('stands in mail to an address that the shop vouches for, and opens the conversation as that customer’s', async () => {
    const mila = somebody();
    const phone = new Device(shop);
    await phone.signIn(mila);
    await answered(phone, await phone.say('Where is my parcel?'));
    const [mail] = await mailArrives(String(mila.email));
    const link = codeOf(String(mail?.text));
    const answer = await follow(String(link));
    expect(answer.status).toBe(200);
    const back = await answer.json<SessionAnswer & { key: string }>();
    expect(back).toMatchObject({ conversation: phone.conversation, key: shop.key, customer: expect.any(String) });
    const browser = new Device(shop, back.token);
    browser.conversation = back.conversation;
    expect(words(await browser.connect())).toEqual(['Where is my parcel?', 'It left this morning.']);
    expect((await browser.claims())?.exp).toBeLessThan(Date.now() + 26 * 60 * MINUTE);
    // Once.
    expect(await refusal(await follow(String(link)))).toBe('409 link_used');
    await browser.signOut();
    expect(await closing(await new Device(shop, back.token).knock())).toBe(CLOSE.unauthorized);
    expect(await refusal(await follow(String(link)))).toBe('409 link_used');
  });

  test('stands in mail to an address that was confirmed, never to one that was only typed', async () => {
    const address = 'left@identity.example';
    const { guest, client } = await confirmed(address);
    await answered(guest, client);
    const [mail] = await mailArrives(address);
    const back = await (await follow(String(codeOf(String(mail?.text))))).json<SessionAnswer>();
    expect(words(await new Device(shop, back.token).connect())).toContain('It left this morning.');

    const typed = new Device(shop);
    await typed.open();
    const typing = await typed.say('Hello');
    await typing.ask({ type: 'email', id: 'email-000001', address: 'typed@identity.example' });
    await answered(typed, typing);
    const [plain] = await mailArrives('typed@identity.example');
    expect(plain?.text).not.toContain('/mail/chat');
    expect(await refusal(await follow(await code(typed, 'typed@identity.example')))).toBe('409 link_used');
  });

  test.each<[string, (of: Device, address: string) => Promise<string>]>([
    ['forged', async (of, address) => `${(await code(of, address)).slice(0, -6)}AAAAAA`],
    ['expired', (of, address) => code(of, address, Date.now() - 14 * DAY)],
    ['of another store', (of, address) => code(new Device(other, of.token), address)],
    ['to another address', (of) => code(of, 'somebody-else@identity.example')],
    ['a visitor’s token', async (of) => of.token ?? ''],
    [
      'a link that stops mail',
      async (of, address) => {
        const { stop } = await contactLinks(env, { origin: ORIGIN, address, lang: 'en', ...thread(of) }, Date.now());
        return new URL(stop).searchParams.get('token') ?? '';
      },
    ],
  ])('%s leads nowhere', async (what, make) => {
    const address = `way-${what.replace(/\W+/g, '-')}@identity.example`;
    const { guest } = await confirmed(address);
    expect(await refusal(await follow(await make(guest, address)))).toBe('409 link_used');
  });

  test('opens a signed-in customer’s chat by no address but the one that the shop vouches for', async () => {
    const mila = somebody();
    const theirs = 'whose-is-this@identity.example';
    const phone = new Device(shop);
    await phone.signIn(mila);
    const client = await phone.say('Where is my parcel?');
    await client.ask({ type: 'email', id: 'email-000001', address: theirs });
    await conversationStub(env, shop.id, phone.conversation).confirmContact(await addressHash(theirs));
    expect(await refusal(await follow(await code(phone, theirs)))).toBe('409 link_used');
    // Signing in once more takes nothing back that they chose themselves.
    const again = new Device(shop);
    await again.signIn({ ...mila, name: 'Mila P.' });
    const tab = await again.connect();
    expect(await seenBy(phone.conversation)).toMatchObject({ name: 'Mila P.', email: { address: theirs } });
    tab.close();
    await answered(phone, client);
    const [mail] = await mailArrives(theirs);
    expect(mail?.text).toContain('It left this morning.');
    expect(mail?.text).not.toContain('/mail/chat');
  });

  test('leads nowhere once somebody has signed in where it was left: the device may have another user', async () => {
    const before = 'used-it-before@identity.example';
    const { guest } = await confirmed(before);
    const link = await code(guest, before);
    const mila = somebody();
    await guest.signIn(mila);
    expect((await seenBy(guest.conversation)).email).toEqual({ address: mila.email, confirmed: true });
    expect(await refusal(await follow(link))).toBe('409 link_used');
  });

  test('leads nowhere once the customer wants no more mail there; it is no other link’s, and opens by a press only', async () => {
    const address = 'stops@identity.example';
    const { guest } = await confirmed(address);
    const link = await code(guest, address);
    const page = await ask('/mail/chat?lang=de', { headers: HTML });
    expect(await page.text()).toContain('Chat öffnen');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await openToken(SECRET, 'contact', link, Date.now())).toBeNull();
    expect(await openToken(SECRET, 'visitor', link, Date.now())).toBeNull();
    await conversationStub(env, shop.id, guest.conversation).stopMail(await addressHash(address));
    expect(await refusal(await follow(link))).toBe('409 link_used');
  });
});
