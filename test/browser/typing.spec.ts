import { expect, test } from './fixtures';

test('a colleague sees who composes a reply; of a private note in the making nobody sees anything', async ({
  shop,
  staff,
}) => {
  const { customer, page } = await shop();
  const frames: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  await page.reload();
  await customer.open();
  await customer.ask();
  const ana = await staff('ana');
  const dele = await staff('dele');
  await ana.open('Waiting', customer.guest);
  await ana.reply('Hello, Ana here.');
  await dele.open('Team', customer.guest);
  await expect(dele.message('Hello, Ana here.')).toBeVisible();
  const seen = dele.page.getByRole('status', { name: 'Typing' });
  const shown = customer.panel.getByRole('status', { name: 'Typing' });

  await ana.replyBox.pressSequentially('One mom');
  await expect(seen).toContainText('Ana is typing…');
  await expect(shown).toContainText('Support is typing…');
  await ana.page.getByRole('tab', { name: 'Private note' }).click();
  await expect(seen).toBeEmpty();
  await expect(shown).not.toContainText('Support is typing…');

  const before = frames.length;
  const told: string[] = [];
  dele.page.on('websocket', () => told.push('a new line'));
  const said = seen.evaluate((element) => {
    const words: string[] = [];
    Reflect.set(window, 'saidOfTyping', words);
    new MutationObserver(() => words.push(element.textContent ?? '')).observe(element, {
      childList: true,
      subtree: true,
    });
  });
  await said;
  await ana.page.getByRole('textbox', { name: 'Private note' }).pressSequentially('SECRET: sold out since Monday');
  await ana.button('Add note').click();
  await expect(dele.note('SECRET: sold out since Monday')).toBeVisible();
  // What comes now left the server after all that the note could have set off.
  await customer.say('Are you still there?');
  await expect(dele.message('Are you still there?')).toBeVisible();
  const ofStaff = await dele.page.evaluate(() => Reflect.get(window, 'saidOfTyping') as string[]);
  expect(ofStaff.filter((words) => words.includes('Ana'))).toEqual([]);
  expect(told).toEqual([]);
  const since = frames.slice(before);
  expect(since.filter((frame) => frame.includes('SECRET'))).toEqual([]);
  expect(since.filter((frame) => frame.includes('"type":"typing"') && frame.includes('"on":true'))).toEqual([]);
  await ana.end('Resolved');
});
