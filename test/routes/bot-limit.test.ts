import { expect, test } from 'vitest';
import { ownBot } from '../conversation/own-bot';
import { refusal } from './visit';

test('a bot that asks too often is told to wait, and another store’s is not', async () => {
  const [busy, calm] = [await ownBot(), await ownBot()];
  const types = (one: typeof busy) => one.says('typing', { turn: 1, on: true });
  // 600 a minute, and a minute may end in between.
  let refused: Awaited<ReturnType<typeof types>> | undefined;
  for (let asked = 0; asked <= 1_200 && !refused; asked += 50) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => types(busy)));
    refused = answers.find(({ status }) => status === 429);
    if (asked === 0) expect(answers.map(({ status }) => status)).not.toContain(429);
  }
  expect(refused && (await refusal(refused))).toBe('429 too_fast');
  expect(await refusal(await types(calm))).toBe('404 not_found');
});
