import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Mention } from '../../src/protocol/desk';
import { mailArrives, mailTo } from '../routes/visit';
import { bot } from './bot';
import { clientId, type DeskClient } from './client';
import { DAY, hire, shop } from './shop';

/** Colleagues who are named in a private note. */

beforeEach(() => bot.reset());

async function staffed() {
  const stage = await shop();
  for (const [id, name] of [
    ['ana', 'Ana Kovač'],
    ['dele', 'Dele Adeyemi'],
    ['tomas', 'Tomás Ruiz'],
  ] as const)
    await hire(stage.store, id, name);
  const mira = await stage.customer();
  await mira.say('The lid is broken');
  await mira.message((m) => m.kind === 'assistant');
  const ana = await stage.staff();
  const note = (text: string, mentions: string[]) => ana.ask({ type: 'note', id: clientId(), text, mentions });
  return { ...stage, stage, mira, ana, note };
}

const mentionsOf = (desk: DeskClient): readonly Mention[] => {
  const frame = desk.frames.findLast((f) => f.type === 'mentions' || (f.type === 'welcome' && f.mentions));
  return frame?.type === 'mentions' || frame?.type === 'welcome' ? (frame.mentions ?? []) : [];
};

describe('a colleague who is named in a note', () => {
  it('hears of it at their desk, with the first words and who wrote it; nobody else does', async () => {
    const { stage, note, conversation } = await staffed();
    const [dele, tomas] = [await stage.atDesk('dele', 'Dele Adeyemi'), await stage.atDesk('tomas', 'Tomás Ruiz')];
    await note('@Dele was the mould replaced in May?', ['dele']);
    await dele.until(() => mentionsOf(dele).length > 0);
    expect(mentionsOf(dele)).toEqual([
      {
        conversation,
        customer: expect.stringMatching(/^Guest \d{4}$/),
        by: { id: 'ana', name: 'Ana Kovač', initials: 'AK' },
        text: '@Dele was the mould replaced in May?',
        at: expect.any(Number),
      },
    ]);
    tomas.send({ type: 'hello' });
    await tomas.next('welcome');
    expect(mentionsOf(tomas)).toEqual([]);
  });

  it('and is away finds it on coming back, until they look; on every device', async () => {
    const { stage, note, conversation } = await staffed();
    await note('@Dele have a look', ['dele']);
    const watching = await stage.atDesk('ana', 'Ana Kovač');
    const dele = await stage.atDesk('dele', 'Dele Adeyemi');
    await dele.until(() => mentionsOf(dele).length > 0);
    const phone = await stage.atDesk('dele', 'Dele Adeyemi');
    expect(mentionsOf(phone)).toHaveLength(1);
    dele.send({ type: 'mention_seen', conversation });
    await phone.until(() => mentionsOf(phone).length === 0);
    const again = await stage.atDesk('dele', 'Dele Adeyemi');
    expect(mentionsOf(again)).toEqual([]);
    expect(mentionsOf(watching)).toEqual([]);
  });

  it('is marked in the note for staff, and the customer sees neither note nor name', async () => {
    const { stage, mira, ana, note } = await staffed();
    await note('@Dele SECRET', ['dele', 'dele', 'ana']);
    const shown = await ana.message((m) => m.kind === 'note');
    expect(shown).toMatchObject({ text: '@Dele SECRET', mentions: ['dele'] });
    await mira.hello();
    expect(JSON.stringify(mira.frames)).not.toMatch(/SECRET|dele/i);
    const dele = await stage.staff('dele', 'Dele Adeyemi');
    expect(dele.messages.find((m) => m.kind === 'note')).toMatchObject({ mentions: ['dele'] });
  });

  it('and belongs to another store hears nothing', async () => {
    const { stage, note } = await staffed();
    const other = await shop();
    await hire(other.store, 'mallory', 'Mallory');
    await note('@Mallory @Dele look', ['mallory', 'dele']);
    const dele = await stage.atDesk('dele', 'Dele Adeyemi');
    await dele.until(() => mentionsOf(dele).length > 0);
    const here = await stage.atDesk('mallory', 'Mallory');
    const there = await other.stage.atDesk('mallory', 'Mallory');
    expect([mentionsOf(here), mentionsOf(there)]).toEqual([[], []]);
  });

  it('twice in a conversation has one notice, of the newest note', async () => {
    const { stage, note } = await staffed();
    const dele = await stage.atDesk('dele', 'Dele Adeyemi');
    await note('@Dele first', ['dele']);
    await dele.until(() => mentionsOf(dele).length > 0);
    await note('@Dele second', ['dele']);
    await dele.until(() => mentionsOf(dele)[0]?.text === '@Dele second');
    expect(mentionsOf(dele)).toHaveLength(1);
  });
});

it('who looks at what nobody mentioned changes nothing, and a note without mentions tells nobody', async () => {
  const { stage, ana, conversation } = await staffed();
  const dele = await stage.atDesk('dele', 'Dele Adeyemi');
  dele.send({ type: 'mention_seen', conversation });
  await ana.ask({ type: 'note', id: clientId(), text: 'Nothing for anybody' });
  dele.send({ type: 'hello' });
  await dele.next('welcome');
  expect(dele.frames.filter(({ type }) => type === 'mentions')).toEqual([]);
});

it('fifty of one person are kept, the newest, and none that is older than thirty days', async () => {
  const { stage } = await staffed();
  const by = { id: 'ana', name: 'Ana Kovač', initials: 'AK' };
  const now = Date.now();
  const mention = (n: number, at: number) =>
    stage.desk.mentioned(['dele'], { conversation: `c${n}`, customer: 'Guest 1000', by, text: `${n}`, at });
  await mention(0, now - 31 * DAY);
  for (let n = 1; n <= 52; n++) await mention(n, now + n);
  const dele = await stage.atDesk('dele', 'Dele Adeyemi');
  expect(mentionsOf(dele).map(({ text }) => Number(text))).toEqual(Array.from({ length: 50 }, (_, n) => 52 - n));
});

describe('whoever is named while they have no dashboard open', () => {
  it('reads of it by email, each in one of their own; who is there, and whose mail is off, gets none', async () => {
    const { stage, note, store } = await staffed();
    const [dele, bo, lia, noor] = ['dele', 'bo', 'lia', 'noor'].map((id) => `${id}-${store}`) as [
      string,
      string,
      string,
      string,
    ];
    const address = (id: string) => `${id}@staff.example`;
    for (const id of [dele, bo, lia, noor]) await hire(store, id, id);
    await env.DB.prepare('UPDATE member SET email_alerts = 0 WHERE user_id = ?').bind(noor).run();
    const here = await stage.atDesk(dele, 'Dele Adeyemi');
    await note('@all is the mould from May?', [dele, bo, lia, noor]);
    await here.until(() => mentionsOf(here).length > 0);
    for (const id of [bo, lia]) {
      const [mail] = await mailArrives(address(id));
      expect(mail?.subject).toMatch(/^Ana mentioned you: @all is the mould from May\?/);
      expect(mail?.text).toMatch(/^Private note\nAna mentioned you in a private note/);
      expect(mail?.text).toContain('@all is the mould from May?');
      expect(mail?.text).toContain('/dashboard/');
    }
    await note('@Lia again', [lia]);
    await mailArrives(address(lia), 2);
    for (const id of [dele, noor]) expect(await mailTo(address(id))).toEqual([]);
    expect(await mailTo(address(bo))).toHaveLength(1);
  });
});
