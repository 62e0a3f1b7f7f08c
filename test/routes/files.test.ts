import { env, runInDurableObject } from 'cloudflare:test';
import { exports } from 'cloudflare:workers';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { newConversationId } from '../../src/accounts/ids';
import { sealToken } from '../../src/accounts/tokens';
import { app } from '../../src/app';
import { replyAddress } from '../../src/channels/mail/reply-address';
import type { Env } from '../../src/env';
import { eraseFiles } from '../../src/files/kept';
import type { EarlierConversation } from '../../src/protocol/customer';
import type { FileAnswer, LinksAnswer, SentFile } from '../../src/protocol/files';
import { clientId, scene } from '../conversation/client';
import { DAY, HOUR, MINUTE, pass } from '../conversation/shop';
import {
  bomb,
  docx,
  gif,
  letters,
  PARTS,
  PLACE,
  PROGRAM,
  packed,
  pdf,
  photo,
  png,
  VIRUS,
  webp,
  zip,
} from './files-made';
import { deliver } from './mails/post';
import { ask, newPerson, newStore, ORIGIN, refusal, request, SECRET, type Store, signIn } from './visit';

/** Photos and files, from the upload over the message to the link: real requests, real sockets, real storage. */

let mine: Store;
let others: Store;
let ana: string;
let cookie: string;
beforeAll(async () => {
  ana = await newPerson('Ana Kirova', 'ana@files.example');
  mine = await newStore('Mine', { [ana]: 'owner' });
  others = await newStore('Others');
  cookie = await signIn('ana@files.example');
});
afterEach(() => {
  vi.useRealTimers();
});

/** A customer of a store with a panel open. */
async function visit(store = mine) {
  const conversation = await newConversationId(store.id);
  const token = await sealToken(SECRET, 'visitor', { store: store.id, conversation }, Date.now());
  const stage = scene(store.id, conversation);
  return { ...stage, token, conversation, of: { store: store.id, conversation } };
}

const headersOf = (token: string, name: string, claim: string) => ({
  authorization: `Bearer ${token}`,
  'x-file-name': encodeURIComponent(name),
  'content-type': claim,
  origin: ORIGIN,
});
const upload = (token: string, bytes: BodyInit, { name = 'photo.jpg', claim = '', at = '/widget/files' } = {}) =>
  exports.default.fetch(
    new Request(ORIGIN + at, { method: 'POST', headers: headersOf(token, name, claim), body: bytes }),
  );
const kept = async (answer: Response): Promise<SentFile> => {
  expect(answer.status, await answer.clone().text()).toBe(201);
  return (await answer.json<FileAnswer>()).file;
};
async function linkTo(token: string, file: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await ask('/widget/files/links', { json: { files: [file] }, headers });
  return (await answer.json<LinksAnswer>()).links[file] ?? '';
}
/** The head of a frame of MP3, and what it sounds like. */
const SOUND = `\xff\xfb\x90\0${'\0'.repeat(500)}`;
const inStorage = async ({ store, conversation }: { store: string; conversation: string }) =>
  (await env.FILES?.list({ prefix: `${store}/${conversation}/` }))?.objects.map(({ key }) => key.split('/')[2]) ?? [];

/** As text is in UTF-16, the lower byte first. */
const wide = (text: string) => [...text].map((letter) => `${letter}\0`).join('');
const ODT = 'application/vnd.oasis.opendocument.text';
const MACROS = PARTS.replace(
  /ContentType="[^"]+"/,
  'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"',
);
const crowd = Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`${n}.txt`, '']));
/** The list says a photo, the entry itself a program. */
const renamed = () => {
  const bytes = zip({ 'a/cat.jpg': 'x' });
  bytes.set(letters('exe'), 30 + 'a/cat.'.length);
  return bytes;
};

describe('what may be sent', () => {
  test.each<
    [what: string, name: string, claim: string, bytes: Uint8Array<ArrayBuffer>, shown: string, picture?: string]
  >([
    ['a photo', 'kettle.jpg', 'image/jpeg', photo(), 'kettle.jpg', '30 × 40'],
    ['a screenshot', 'a b.png', 'image/png', png(), 'a b.png', '8 × 8'],
    ['an animation', 'hop.gif', 'image/gif', gif(), 'hop.gif', '4 × 4'],
    ['a WebP that was saved as .jpg', 'shop.JPG', 'image/jpeg', webp(), 'shop.webp', '16 × 12'],
    ['a photo without a name', '', '', photo(), 'file.jpg', '30 × 40'],
    ['a path, and letters that turn the rest around', '../..\\x\u202egpj.png', '', png(), 'xgpj.png', '8 × 8'],
    ['an invoice', 'invoice.pdf', 'application/pdf', pdf(), 'invoice.pdf'],
    ['a letter', 'letter.docx', '', docx(), 'letter.docx'],
    [
      'one whose parts are packed',
      'b.docx',
      '',
      zip({ '[Content_Types].xml': packed(PARTS), 'word/document.xml': packed('<w:document/>') }, { method: 8 }),
      'b.docx',
    ],
    ['a song with its title before it', 'a.mp3', 'audio/mpeg', letters(`ID3\x04\0\0\0\0\0\x05title${SOUND}`), 'a.mp3'],
    ['one in two bytes a letter', 'b.csv', 'text/csv', letters(`\xff\xfe${wide('part\tprice\r\n')}`), 'b.csv'],
    ['a table', 'parts.csv', 'text/csv', letters('part,price\nlid,9\n'), 'parts.csv'],
    ['an archive of photos', 'all.zip', 'application/zip', zip({ 'a.jpg': 'x', 'b/c.txt': 'y' }), 'all.zip'],
  ])('%s', async (_, name, claim, bytes, shown, picture) => {
    const { token } = await visit();
    const file = await kept(await upload(token, bytes, { name, claim }));
    expect(file.name).toBe(shown);
    expect(file.picture && `${file.picture.width} × ${file.picture.height}`).toBe(picture);
  });

  test.each<[what: string, name: string, claim: string, bytes: Uint8Array<ArrayBuffer>, code: string]>([
    ['nothing', 'a.txt', '', letters(''), 'file_empty'],
    ['a program that is called a photo', 'cat.jpg', 'image/jpeg', letters(PROGRAM), 'file_dangerous'],
    ['a program under its own name', 'setup.exe', '', letters('anything'), 'file_dangerous'],
    ['a page that is called a picture', 'cat.png', 'image/png', letters('<html><script>1</script>'), 'file_lies'],
    ['a photo that is called an invoice', 'invoice.pdf', 'application/pdf', photo(), 'file_lies'],
    ['an invoice that its browser calls a photo', 'invoice', 'image/jpeg', pdf(), 'file_lies'],
    ['a page', 'page.html', 'text/html', letters('<html></html>'), 'file_dangerous'],
    ['a text that its browser calls a page', 'note', 'text/html', letters('Hello'), 'file_dangerous'],
    ['a drawing that can run scripts', 'logo.svg', 'image/svg+xml', letters('<svg/>'), 'file_dangerous'],
    ['such a drawing without its name', 'logo', '', letters('<?xml version="1.0"?><svg/>'), 'file_dangerous'],
    ['a page that is called a text', 'note.txt', '', letters('Hi <SCRIPT>alert(1)</SCRIPT>'), 'file_dangerous'],
    ['a script that is called a text', 'note.txt', '', letters('#!/bin/sh\nrm -rf ~'), 'file_dangerous'],
    ['such a script behind a mark', 'note.txt', '', letters('\xef\xbb\xbf#!/bin/sh\nrm -rf ~'), 'file_dangerous'],
    [
      'a page in two bytes a letter',
      'note.txt',
      '',
      letters(`\xff\xfe${wide('<script>1</script>')}`),
      'file_dangerous',
    ],
    ['the file by which scanners are tried', 'eicar.txt', '', letters(VIRUS), 'file_dangerous'],
    ['it in an archive', 'a.zip', '', zip({ 'readme.txt': packed(VIRUS) }, { method: 8 }), 'file_dangerous'],
    [
      'an archive with a page in it',
      'a.zip',
      '',
      zip({ 'note.txt': packed('<script>1</script>') }, { method: 8 }),
      'file_dangerous',
    ],
    ['an archive that is an app', 'a', '', zip({ 'classes.dex': 'x' }), 'file_dangerous'],
    ['an archive that is a program', 'a', '', zip({ 'META-INF/MANIFEST.MF': 'x' }), 'file_dangerous'],
    ['an archive with a program in it', 'a.zip', '', zip({ 'photos/cat.jpg.exe': 'x' }), 'file_dangerous'],
    ['an archive with a program under another name', 'a.zip', '', zip({ 'cat.jpg': PROGRAM }), 'file_dangerous'],
    ['an archive that unpacks under other names', 'a.zip', '', renamed(), 'file_damaged'],
    [
      'an archive behind a song’s title',
      'a.mp3',
      '',
      letters(`ID3\x04\0\0\0\0\0\0PK\x03\x04${'x'.repeat(99)}`),
      'file_lies',
    ],
    ['an invoice behind a song’s title', 'a', '', letters(`ID3\x04\0\0\0\0\0\0%PDF-1.7\n%%EOF\n`), 'file_kind'],
    ['more than anybody has room for', 'a.zip', '', zip({ 'a.txt': '' }, { said: 2 ** 30 + 1 }), 'file_dangerous'],
    ['an archive of more than anybody sends', 'a.zip', '', zip(crowd), 'file_damaged'],
    ['an archive in an archive', 'a.zip', '', zip({ 'b.zip': 'x' }), 'file_dangerous'],
    ['a locked archive', 'a.zip', '', zip({ 'a.txt': 'x' }, { encrypted: true }), 'file_dangerous'],
    ['an archive that nobody can look into', 'a.rar', '', letters('Rar!\x1a\x07\x00 and more of it'), 'file_kind'],
    ['a document with macros', 'a.docm', '', docx({ 'word/vbaProject.bin': 'x' }), 'file_dangerous'],
    ['one that says so', 'a.docx', '', zip({ '[Content_Types].xml': MACROS }), 'file_dangerous'],
    [
      'one that says it behind another',
      'a.odt',
      '',
      zip({ mimetype: ODT, '[Content_Types].xml': MACROS }),
      'file_dangerous',
    ],
    ['one that hides them', 'a.docx', '', docx({ 'word/vbaProject.bin': 'x' }), 'file_dangerous'],
    ['a PDF that runs a script', 'a.pdf', '', pdf('/OpenAction<</S/JavaScript/JS(x)>>'), 'file_dangerous'],
    ['one that spells it otherwise', 'a.pdf', '', pdf('/OpenAction<</S/J#61vaScript/J#53(x)>>'), 'file_dangerous'],
    ['a photo that is drawn a hundred times over', 'a.jpg', '', photo({ scans: 101 }), 'file_damaged'],
    ['a picture of crumbs', 'a.png', '', png({ crumbs: 20_001 }), 'file_damaged'],
    ['half a photo', 'a.jpg', '', photo().subarray(0, 180), 'file_damaged'],
    ['a picture with a part that nobody knows', 'a.png', '', png({ extra: 'EVIL' }), 'file_damaged'],
    ['a bomb of pixels', 'a.png', '', png({ width: 10_000, height: 10_000 }), 'picture_too_large'],
    ['a picture as long as no screen', 'a.png', '', png({ width: 20_001, height: 1 }), 'picture_too_large'],
    ['what unpacks to one file', 'a', '', letters('\x1f\x8b\x08\0\0\0\0\0\0\x03'), 'file_kind'],
    ['bytes that are nothing', 'a', '', Uint8Array.of(1, 2, 3, 4, 0, 0, 9), 'file_kind'],
  ])('not: %s', async (_, name, claim, bytes, code) => {
    const { token, of } = await visit();
    expect(await refusal(await upload(token, bytes, { name, claim }))).toBe(`422 ${code}`);
    expect(await inStorage(of)).toEqual([]);
  });

  test('of what would unpack to gigabytes hardly anything is unpacked', async () => {
    const { token } = await visit();
    const much = bomb();
    const document = { name: 'a.docx', bytes: zip({ '[Content_Types].xml': much }, { method: 8, said: 9 }) };
    expect(await refusal(await upload(token, document.bytes, document))).toBe('422 file_lies');
    await kept(await upload(token, zip({ 'a.txt': much }, { method: 8, said: 9 }), { name: 'a.zip' }));
  });

  test('of a picture only what draws it is kept: no place, no comment, nothing behind it', async () => {
    const { token, of } = await visit();
    for (const [bytes, name] of [
      [photo({ behind: PROGRAM }), 'a.jpg'],
      [png(), 'a.png'],
      [gif(), 'a.gif'],
      [webp(), 'a.webp'],
    ] as const) {
      const { id, size } = await kept(await upload(token, bytes, { name }));
      const stored = await env.FILES?.get(`${of.store}/${of.conversation}/${id}`);
      const text = String.fromCharCode(...(await stored!.bytes()));
      expect(text.length).toBe(size);
      for (const gone of [PLACE, 'script', 'Photoshop', 'MZ']) expect(text, name).not.toContain(gone);
      // Held on its side, a photo without that would lie on its side.
      if (name === 'a.jpg') expect(text).toContain('Exif');
    }
  });
});

describe('how much', () => {
  test('10 MB a file, whether it says so before or just goes on', async () => {
    const { token, of } = await visit();
    const most = 10 * 1024 * 1024;
    const text = (length: number) => new Uint8Array(length).fill(0x61);
    const context = { waitUntil() {}, passThroughOnException() {}, props: {} } as never;
    const endless = new ReadableStream({
      pull: (to) => to.enqueue(text(64 * 1024)),
    });
    expect((await kept(await upload(token, text(most), { name: 'a.txt' }))).size).toBe(most);
    for (const body of [text(most + 1), endless])
      expect(await refusal(await upload(token, body, { name: 'a.txt' }))).toBe('413 file_too_large');
    // Who announces too much is not read at all.
    const headers = { ...headersOf(token, 'a.txt', ''), 'content-length': String(most + 1) };
    const announced = new Request(`${ORIGIN}/widget/files`, { method: 'POST', headers, body: 'Hello' });
    expect(await refusal(await app.fetch(announced, env, context))).toBe('413 file_too_large');
    expect(await inStorage(of)).toHaveLength(1);
  });

  test('five files a message; what is uploaded and not sent is limited too', async () => {
    const { token, customer } = await visit();
    const mira = await customer();
    const ids: SentFile[] = [];
    for (let n = 0; n < 20; n++) ids.push(await kept(await upload(token, png(), { name: `${n}.png` })));
    expect(await refusal(await upload(token, png(), { name: 'more.png' }))).toBe('409 too_many_files');
    const send = (files: SentFile[]) => mira.ask({ type: 'send', id: clientId(), text: 'See', files });
    expect(await send(ids.slice(0, 6))).toMatchObject({ type: 'error', code: 'too_large' });
    expect(await send(ids.slice(0, 5))).toMatchObject({ type: 'ack' });
    await kept(await upload(token, png(), { name: 'more.png' }));
  });

  test('a hundred files and 200 MB a conversation; what was refused takes nothing of the day', async () => {
    const stage = await visit(await newStore('Many'));
    const { token, stub, of } = stage;
    const size = (await kept(await upload(token, photo()))).size;
    const promise = (by: string, file: number, bytes: number) =>
      stub.promiseFile(of, { id: `${by}-${file}`, name: 'a.txt', size: bytes, by, at: Date.now() });
    const mira = await stage.customer();
    await mira.say('Hello');
    for (let n = 0; n < 99; n++) expect(await promise(`staff${Math.floor(n / 20)}`, n, 1)).toBe('ok');
    expect(await promise('staff5', 0, 1)).toBe('too_many_files');
    expect(await refusal(await upload(token, photo()))).toBe('409 too_many_files');
    const day = env.DB.prepare('SELECT bytes FROM file_day WHERE store_id = ?').bind(of.store);
    expect(await day.first('bytes')).toBe(size);

    const other = await visit();
    const large = (n: number) =>
      other.stub.promiseFile(other.of, { id: `${n}`, name: 'a', size: 40 * 2 ** 20, by: 'customer', at: Date.now() });
    for (let n = 0; n < 5; n++) expect(await large(n)).toBe('ok');
    expect(await refusal(await upload(other.token, photo()))).toBe('409 too_many_files');
  });

  test('thirty a minute from one address, however many conversations it begins', async () => {
    const from = async (address: string, token: string) => {
      const headers = { ...headersOf(token, 'a.txt', ''), 'cf-connecting-ip': address };
      return refusal(await exports.default.fetch(new Request(`${ORIGIN}/widget/files`, { method: 'POST', headers })));
    };
    const visitors = [await visit(), await visit(), await visit()];
    // A minute may end in between.
    const many = Array.from({ length: 61 }, (_, n) => from('192.0.2.61', visitors[n % 3]?.token ?? ''));
    expect(new Set(await Promise.all(many))).toEqual(new Set(['422 file_empty', '429 too_fast']));
    expect(await from('192.0.2.62', visitors[0]?.token ?? '')).toBe('422 file_empty');
    // Nor from one conversation, however many addresses it has.
    const { token } = await visit();
    const spread = Array.from({ length: 61 }, (_, n) => from(`198.51.100.${n}`, token));
    expect(new Set(await Promise.all(spread))).toEqual(new Set(['422 file_empty', '429 too_fast']));
  });

  test('a gigabyte a day for a store, the last of it for its staff; the next day begins anew', async () => {
    const shop = await newStore('Full', { [ana]: 'owner' });
    const { token, customer, conversation } = await visit(shop);
    await (await customer()).say('Hello');
    // Noon of the next day, so that the day does not end meanwhile.
    vi.useFakeTimers({ toFake: ['Date'], now: (Math.floor(Date.now() / DAY) + 1.5) * DAY });
    const today = Math.floor(Date.now() / DAY);
    const staffs = () =>
      exports.default.fetch(
        new Request(`${ORIGIN}/api/stores/${shop.id}/conversations/${conversation}/files`, {
          method: 'POST',
          headers: { cookie, origin: ORIGIN, 'x-file-name': 'a.png' },
          body: png(),
        }),
      );
    await env.DB.prepare('INSERT INTO file_day VALUES (?, ?, ?)')
      .bind(shop.id, today, 0.85 * 1024 ** 3)
      .run();
    expect(await refusal(await upload(token, png(), { name: 'a.png' }))).toBe('429 files_today');
    await kept(await staffs());
    await env.DB.prepare('UPDATE file_day SET bytes = ?')
      .bind(1024 ** 3)
      .run();
    expect(await refusal(await staffs())).toBe('429 files_today');
    await env.DB.prepare('UPDATE file_day SET day = day - 1').run();
    await kept(await upload(token, png(), { name: 'a.png' }));
  });

  test('without storage nobody is told that files can be sent, and none are taken', async () => {
    const { token, stub, customer } = await visit();
    const without = { ...env, FILES: undefined };
    const to = (path: string, init: Parameters<typeof request>[1]) =>
      app.fetch(request(path, init), without, { waitUntil() {}, passThroughOnException() {}, props: {} } as never);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/plain' };
    expect(await refusal(await to('/widget/files', { body: 'Hi', headers }))).toBe('422 no_files');
    const wanted = { files: ['a'.repeat(22)] };
    expect(await refusal(await to('/widget/files/links', { json: wanted, headers }))).toBe('422 no_files');
    expect((await (await customer()).hello()).files).toBe(true);
    await runInDurableObject(stub, (object) => Reflect.deleteProperty(Reflect.get(object, 'env'), 'FILES'));
    expect((await (await customer()).hello()).files).toBeUndefined();
  });
});

describe('a message with files', () => {
  test('shows both sides the same files, once, and only those of whoever sends them', async () => {
    const stage = await visit();
    const { token, customer, staff, conversation } = stage;
    const mira = await customer();
    const file = await kept(await upload(token, photo(), { name: 'kettle.jpg' }));
    const frame = { type: 'send', id: clientId(), text: '', files: [{ ...file, name: 'other.exe', size: 1 }] } as const;
    expect(await mira.ask({ ...frame, files: [...frame.files] })).toMatchObject({ type: 'ack', seq: 1 });
    expect(await mira.ask({ ...frame, files: [...frame.files] })).toMatchObject({ type: 'ack', seq: 1 });
    // What a client says of a file is nobody's truth.
    await stage.evict();
    const tab = await customer();
    expect(await tab.message((m) => m.kind === 'customer')).toMatchObject({ text: '', files: [file] });
    expect(await mira.ask({ ...frame, id: clientId(), files: [file] })).toMatchObject({ code: 'file_gone' });
    expect(await mira.ask({ type: 'send', id: clientId(), text: ' ' })).toMatchObject({ code: 'bad_frame' });

    const person = await staff(ana, 'Ana Kirova');
    expect(await person.message((m) => m.kind === 'customer')).toMatchObject({ files: [file] });
    await person.claim();
    const at = `/api/stores/${mine.id}/conversations/${conversation}/files`;
    const answer = await exports.default.fetch(
      new Request(ORIGIN + at, {
        method: 'POST',
        headers: { cookie, origin: ORIGIN, 'x-file-name': 'label.pdf', 'content-type': 'application/pdf' },
        body: pdf(),
      }),
    );
    const label = await kept(answer);
    const reply = { type: 'send', id: clientId(), text: '', seen: person.last } as const;
    const customers = await kept(await upload(token, png(), { name: 'mine.png' }));
    const send = (files: SentFile[]) => person.ask({ ...reply, anyway: true, files });
    expect(await send([customers])).toMatchObject({ code: 'file_gone' });
    expect(await send([label])).toMatchObject({ type: 'ack' });
    expect(await mira.message((m) => m.kind === 'staff')).toMatchObject({ text: '', files: [label] });
  });

  test('without a word the assistant says that it sees none, and offers a person; a yes brings one', async () => {
    const { token, customer } = await visit(await newStore('Asking'));
    const mira = await customer();
    const file = await kept(await upload(token, photo(), { name: 'broken.jpg' }));
    await mira.ask({ type: 'send', id: clientId(), text: '', files: [file] });
    const said = await mira.message((m) => m.kind === 'assistant');
    expect(said).toMatchObject({ text: expect.stringMatching(/can’t look into files[\s\S]+Shall I get somebody\?$/) });
    await mira.say('Yes please');
    await mira.phase('waiting');
  });

  test('is found by the names of its files, and told by them where none can be shown', async () => {
    const { token, customer, stub } = await visit();
    const mira = await customer();
    const file = await kept(await upload(token, photo(), { name: 'zirconium lid.jpg' }));
    await mira.ask({ type: 'send', id: clientId(), text: '', files: [file] });
    await mira.message((m) => m.kind === 'assistant');
    await mira.ask({ type: 'request', id: clientId() });
    const summary = await stub.summary();
    expect(summary?.last[0]).toMatchObject({ text: 'zirconium lid.jpg' });
    await mira.ask({ type: 'cancel', id: clientId() });
    const found = async () => {
      const answer = await ask(`/api/stores/${mine.id}/history/search`, { json: { words: 'zirconium' }, cookie });
      return (await answer.json<{ results: unknown[] }>()).results;
    };
    await vi.waitFor(async () => expect(await found()).toHaveLength(1));
  });

  test('that begins a conversation names it in the customer’s list of earlier ones', async () => {
    const { token, customer, of } = await visit();
    const mira = await customer();
    const sent = async (name: string) => kept(await upload(token, photo(), { name }));
    const files = [await sent('lid.jpg'), await sent('box.jpg')];
    await mira.ask({ type: 'send', id: clientId(), text: '', files });
    await mira.ask({ type: 'end', id: clientId() });
    const claims = { store: mine.id, conversation: await newConversationId(mine.id), visitor: of.conversation };
    const authorization = `Bearer ${await sealToken(SECRET, 'visitor', claims, Date.now())}`;
    await vi.waitFor(async () => {
      const answer = await ask('/widget/conversations', { headers: { authorization } });
      const { conversations } = await answer.json<{ conversations: EarlierConversation[] }>();
      expect(conversations.map(({ words }) => words)).toEqual(['lid.jpg, box.jpg']);
    });
  });

  test('with words the assistant answers the words', async () => {
    const { token, customer } = await visit(await newStore('Both'));
    const mira = await customer();
    const file = await kept(await upload(token, photo(), { name: 'broken.jpg' }));
    await mira.ask({ type: 'send', id: clientId(), text: 'Thank you!', files: [file] });
    expect(await mira.message((m) => m.kind === 'assistant')).toMatchObject({ text: 'You’re welcome.' });
  });
});

describe('a link', () => {
  test('hands a picture out to be seen and all else to be saved, where nothing runs', async () => {
    const { token } = await visit();
    const seen = await ask(await linkTo(token, (await kept(await upload(token, photo(), { name: 'naïve.jpg' }))).id));
    expect(Object.fromEntries(seen.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': "inline; filename*=UTF-8''na%C3%AFve.jpg",
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=3600, immutable',
      'referrer-policy': 'no-referrer',
    });
    const saved = await ask(await linkTo(token, (await kept(await upload(token, pdf(), { name: "it's.pdf" }))).id));
    expect(Object.fromEntries(saved.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''it%27s.pdf",
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    });
    expect(new TextDecoder().decode(await saved.arrayBuffer())).toContain('%PDF-1.7');
  });

  test('holds for an hour, for one file of one conversation, and says so kindly', async () => {
    const [one, two] = [await visit(), await visit()];
    const file = await kept(await upload(one.token, photo()));
    const other = await kept(await upload(two.token, photo()));
    const link = await linkTo(one.token, file.id);
    expect((await ask(link)).status).toBe(200);
    const [path, token = ''] = link.split('?');
    const wrong = [
      `${path}`,
      `${path}?${token.slice(0, -4)}AAAA`,
      `/files/${other.id}?${token}`,
      `${path}?${one.token}`,
    ];
    for (const address of wrong) expect(await refusal(await ask(address)), address).toBe('403 file_link');
    // Whoever asks for a link to a file of another conversation gets one that leads nowhere.
    expect(await refusal(await ask(await linkTo(two.token, file.id)))).toBe('404 not_found');
    const page = await ask(`${path}?x`, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('Open the chat again');
    await pass(one.stub, HOUR + 1);
    expect(await refusal(await ask(link))).toBe('403 file_link');
    expect((await ask(await linkTo(one.token, file.id))).status).toBe(200);
  });

  test('leads to the files of an earlier conversation for whoever had it, and for nobody else', async () => {
    const { token, customer, of } = await visit();
    const mira = await customer();
    const file = await kept(await upload(token, photo()));
    await mira.ask({ type: 'send', id: clientId(), text: 'Look', files: [file] });
    // Then history knows of it.
    await mira.ask({ type: 'request', id: clientId() });
    await mira.ask({ type: 'cancel', id: clientId() });
    const ofNew = async (visitor?: string) => {
      const claims = { store: mine.id, conversation: await newConversationId(mine.id), visitor };
      return { authorization: `Bearer ${await sealToken(SECRET, 'visitor', claims, Date.now())}` };
    };
    const json = { files: [file.id], conversation: of.conversation };
    const later = await ofNew(of.conversation);
    const answer = await vi.waitFor(async () => {
      const links = await ask('/widget/files/links', { json, headers: later });
      expect(links.status).toBe(200);
      return links;
    });
    expect((await ask((await answer.json<LinksAnswer>()).links[file.id] ?? '')).status).toBe(200);
    expect(await refusal(await ask('/widget/files/links', { json, headers: await ofNew() }))).toBe('404 not_found');
  });

  test('is given to staff of the store only, and uploads need a token or a session', async () => {
    const { token, conversation, of } = await visit();
    const file = await kept(await upload(token, photo()));
    const at = (store: string, id: string) => `/api/stores/${store}/conversations/${id}/files/links`;
    const json = { files: [file.id] };
    const answer = await ask(at(mine.id, conversation), { json, cookie });
    const { links } = await answer.json<LinksAnswer>();
    expect((await ask(links[file.id] ?? '')).status).toBe(200);
    expect(await refusal(await ask(at(mine.id, conversation), { json }))).toBe('401 unauthorized');
    const theirs = await newConversationId(others.id);
    expect(await refusal(await ask(at(mine.id, theirs), { json, cookie }))).toBe('404 not_found');
    expect(await refusal(await ask(at(others.id, theirs), { json, cookie }))).toBe('404 not_found');
    for (const bad of ['', 'x.y', `${token.slice(0, -4)}AAAA`])
      expect(await refusal(await upload(bad, photo()))).toBe('401 unauthorized');
    // Nobody of the staff begins a conversation by a file.
    const nobody = `/api/stores/${mine.id}/conversations/${await newConversationId(mine.id)}/files`;
    const headers = { cookie, origin: ORIGIN };
    const none = new Request(ORIGIN + nobody, { method: 'POST', headers, body: photo() });
    expect(await refusal(await exports.default.fetch(none))).toBe('404 not_found');
    expect(await inStorage(of)).toEqual([file.id]);
  });
});

describe('what goes again', () => {
  test('an upload that nobody sent within a day; what was sent stays', async () => {
    const stage = await visit();
    const { token, customer, of, stub } = stage;
    const mira = await customer();
    const sent = await kept(await upload(token, photo()));
    const unsent = await kept(await upload(token, png(), { name: 'a.png' }));
    await mira.ask({ type: 'send', id: clientId(), text: 'Look', files: [sent] });
    await stage.evict();
    await pass(stub, DAY - HOUR);
    expect((await inStorage(of)).sort()).toEqual([sent.id, unsent.id].sort());
    await pass(stub, 2 * HOUR);
    expect(await inStorage(of)).toEqual([sent.id]);
    expect(await mira.ask({ type: 'send', id: clientId(), text: 'Look', files: [unsent] })).toMatchObject({
      code: 'file_gone',
    });
  });

  test('the same where nothing was ever said', async () => {
    const { token, of, stub } = await visit();
    await kept(await upload(token, photo()));
    await pass(stub, DAY + HOUR);
    expect(await inStorage(of)).toEqual([]);
  });

  test('where the storage cannot be reached it is asked again an hour later, not at once', async () => {
    const { token, of, stub } = await visit();
    await kept(await upload(token, photo()));
    const storage = (FILES: unknown) =>
      runInDurableObject(stub, (object) => void Object.assign(Reflect.get(object, 'env') as object, { FILES }));
    await storage({ delete: () => Promise.reject(new Error('down')) });
    await pass(stub, DAY + HOUR);
    expect(await inStorage(of)).toHaveLength(1);
    const again = await runInDurableObject(stub, (_, state) => state.storage.getAlarm());
    expect(again).toBeGreaterThan(Date.now() + HOUR / 2);
    await storage(env.FILES);
    await pass(stub, HOUR + MINUTE);
    expect(await inStorage(of)).toEqual([]);
  });

  test('with its conversation: whoever erases one erases its files, and takes no more', async () => {
    const { token, conversation, customer, of } = await visit();
    const mira = await customer();
    const sent = await kept(await upload(token, photo()));
    await kept(await upload(token, png(), { name: 'unsent.png' }));
    await mira.ask({ type: 'send', id: clientId(), text: 'Look', files: [sent] });
    const link = await linkTo(token, sent.id);
    const path = `/api/stores/${mine.id}/privacy/erase`;
    const answer = await ask(path, { json: { conversations: [conversation] }, cookie });
    expect(await answer.json()).toEqual({ left: 0 });
    expect(await inStorage(of)).toEqual([]);
    expect(await refusal(await ask(link))).toBe('404 not_found');
    expect(await refusal(await upload(token, photo()))).toMatch(/ erased$/);
  });

  test('also what is on its way while its conversation is erased', async () => {
    const { token, conversation, customer, of } = await visit();
    await (await customer()).say('Hello');
    const erase = () =>
      ask(`/api/stores/${mine.id}/privacy/erase`, { json: { conversations: [conversation] }, cookie });
    const slow = Object.assign(Object.create(env.FILES ?? null), {
      put: async (...given: Parameters<R2Bucket['put']>) => {
        expect((await erase()).status).toBe(200);
        return env.FILES?.put(...given);
      },
      delete: (keys: string[]) => env.FILES?.delete(keys),
    });
    const init = { method: 'POST', body: photo(), headers: headersOf(token, 'a.jpg', '') };
    const context = { waitUntil() {}, passThroughOnException() {}, props: {} } as never;
    const here: Env = { ...env, FILES: slow };
    expect(await refusal(await app.fetch(new Request(`${ORIGIN}/widget/files`, init), here, context))).toMatch(
      / erased$/,
    );
    expect(await inStorage(of)).toEqual([]);
  });

  test('all of a conversation, and nothing of another', async () => {
    const [one, two] = [await visit(), await visit()];
    await kept(await upload(one.token, photo()));
    await kept(await upload(one.token, pdf(), { name: 'a.pdf' }));
    const stays = await kept(await upload(two.token, photo()));
    await eraseFiles(env, one.of);
    await eraseFiles(env, one.of);
    expect(await inStorage(one.of)).toEqual([]);
    expect(await inStorage(two.of)).toEqual([stays.id]);
  });
});

describe('by email', () => {
  test('what is attached to an answer is kept by the same checks; what is refused is named', async () => {
    const { customer, of, token } = await visit();
    const mira = await customer();
    await mira.say('Hello');
    const here = { ...env, MAIL_REPLY_TO: 'reply@chat.shop.example' };
    const to = (await replyAddress(here, of, Date.now())) ?? '';
    const part = (name: string, bytes: Uint8Array) =>
      `--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\n` +
      `Content-Transfer-Encoding: base64\r\n\r\n${btoa(String.fromCharCode(...bytes))}\r\n`;
    const raw =
      `From: mira@mail.example\r\nTo: ${to}\r\nSubject: Re: The lid\r\nMessage-ID: <lid@mail.example>\r\nMIME-Version: 1.0\r\n` +
      'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHere it is\r\n' +
      `${part('lid.jpg', photo())}${part('setup.exe', letters(PROGRAM))}--b--\r\n`;
    expect(await deliver({ from: 'mira@mail.example', to, raw }, here)).toBeNull();
    const came = await mira.message((m) => m.kind === 'customer' && m.text === 'Here it is');
    expect(came).toMatchObject({ files: [{ name: 'lid.jpg', picture: {} }], mail: { attachments: ['setup.exe'] } });
    const [file] = (came.kind === 'customer' && came.files) || [];
    expect((await ask(await linkTo(token, file?.id ?? ''))).status).toBe(200);
    // The same mail again is no second message.
    await deliver({ from: 'mira@mail.example', to, raw }, here);
    expect(mira.messages.filter((m) => m.kind === 'customer')).toHaveLength(2);
  });
});
