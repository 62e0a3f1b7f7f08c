import { env } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bot, broken, unsure } from './bot';
import { clientId } from './client';
import { MINUTE, pass, shop } from './shop';

/** Which of a customer's questions the merchant is shown as missing, and why. */

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

const kept = async (store: string) => {
  const { results } = await env.DB.prepare('SELECT text, why FROM unanswered WHERE store_id = ? ORDER BY seq')
    .bind(store)
    .all<{ text: string; why: string }>();
  return results.map(({ text, why }) => `${why}: ${text}`);
};

/** What is kept once it stands in history; what did not come in a moment is asked for again. */
async function keptAfter(stage: Awaited<ReturnType<typeof shop>>): Promise<string[]> {
  await pass(stage.stub, 6 * MINUTE);
  return kept(stage.store);
}

async function asks(mira: Awaited<ReturnType<Awaited<ReturnType<typeof shop>>['customer']>>, text: string) {
  const before = mira.messages.filter((m) => m.kind === 'assistant').length;
  await mira.say(text);
  await mira.until(() => mira.messages.filter((m) => m.kind === 'assistant').length > before);
}

describe('after a pause', () => {
  it('there are the questions that found nothing, and no others', async () => {
    const stage = await shop({ unsureAnswers: 5 });
    const mira = await stage.customer();
    bot.next(unsure);
    await asks(mira, 'Is the crank spare?');
    await asks(mira, 'Is the lid green?');
    expect(await kept(stage.store)).toEqual([]);
    expect(await keptAfter(stage)).toEqual(['unsure: Is the crank spare?']);
    bot.next(unsure, unsure);
    await asks(mira, '???');
    await asks(mira, 'And the drawer?');
    expect(await keptAfter(stage)).toEqual(['unsure: Is the crank spare?', 'unsure: And the drawer?']);
  });

  it('there is nothing of a talk in which every answer was sure', async () => {
    const stage = await shop();
    const mira = await stage.customer();
    await asks(mira, 'Is the crank spare?');
    expect(await keptAfter(stage)).toEqual([]);
  });
});

describe('when a person was asked for', () => {
  const ended = async (stage: Awaited<ReturnType<typeof shop>>) => {
    const mira = await stage.customer();
    return { mira, cancel: () => mira.ask({ type: 'cancel', id: clientId() }) };
  };

  it('over a question that the assistant could not answer twice, the last one is it', async () => {
    const stage = await shop();
    const { mira, cancel } = await ended(stage);
    bot.next(unsure, unsure);
    await asks(mira, 'Is the crank spare?');
    await mira.say('And the drawer?');
    await mira.phase('waiting');
    await cancel();
    expect(await keptAfter(stage)).toEqual(['unsure: Is the crank spare?', 'handoff: And the drawer?']);
  });

  it('by a yes to the offer, it is the question and not the yes', async () => {
    const stage = await shop({ whenUnsure: 'offer', unsureAnswers: 1 });
    const { mira, cancel } = await ended(stage);
    bot.next(unsure);
    await asks(mira, 'Is the crank spare?');
    await mira.say('Yes please');
    await mira.phase('waiting');
    await cancel();
    expect(await keptAfter(stage)).toEqual(['handoff: Is the crank spare?']);
  });

  it('by the customer, it counts where the answer before was unsure', async () => {
    const stage = await shop({ unsureAnswers: 5 });
    const { mira, cancel } = await ended(stage);
    bot.next(unsure);
    await asks(mira, 'Is the crank spare?');
    await mira.say('I want to talk to a person');
    await mira.phase('waiting');
    await cancel();
    expect(await keptAfter(stage)).toEqual(['handoff: Is the crank spare?']);

    const other = await shop();
    const next = await ended(other);
    await asks(next.mira, 'Is the lid green?');
    await next.mira.say('I want to talk to a person');
    await next.mira.phase('waiting');
    await next.cancel();
    expect(await keptAfter(other)).toEqual([]);
  });

  it('because the assistant failed, it is the question that it failed at', async () => {
    const stage = await shop();
    const { mira, cancel } = await ended(stage);
    bot.next(unsure, broken, broken);
    await asks(mira, 'Is the crank spare?');
    await mira.say('And the drawer?');
    await mira.phase('waiting');
    await cancel();
    expect(await keptAfter(stage)).toEqual(['unsure: Is the crank spare?', 'handoff: And the drawer?']);
  });

  it('later, a question that was kept as unsure is kept as one that went to a person', async () => {
    const stage = await shop({ unsureAnswers: 5 });
    const { mira, cancel } = await ended(stage);
    bot.next(unsure);
    await asks(mira, 'Is the crank spare?');
    expect(await keptAfter(stage)).toEqual(['unsure: Is the crank spare?']);
    await mira.ask({ type: 'request', id: clientId() });
    await cancel();
    expect(await keptAfter(stage)).toEqual(['handoff: Is the crank spare?']);
  });
});
