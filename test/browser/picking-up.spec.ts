import { expect, test } from './fixtures';
import { cuttable } from './line';

/** What a staff member finds on picking up, and after their own line was cut. */

test('on picking up: the reason, then what happened so far, then every word', async ({ shop, staff }) => {
  const { customer, page } = await shop();
  await customer.open();
  await customer.say('Which power banks do you have?');
  await expect(customer.products).toBeVisible();
  await customer.say('How long can I return something?');
  await expect(customer.from('Assistant', /./)).toHaveCount(3);
  await customer.say('This is a scam, I want my money back');
  await expect(customer.status).toContainText('Waiting for support team…');
  const answers = await customer.from('Assistant', /./).allInnerTexts();

  const ana = await staff('ana');
  await ana.open('Waiting', customer.guest);
  await ana.button('Take over').click();
  await expect(ana.button('End session')).toBeVisible();
  const reason = ana.page.getByRole('group', { name: 'Reason' });
  await expect(reason).toContainText('Urgent');
  await expect(reason).toContainText('Refund');
  await expect(reason).toContainText('This is a scam, I want my money back');
  const story = ana.page.getByRole('region', { name: 'What happened so far' });
  for (const part of ['Looked for', 'Which power banks do you have?', 'Assistant tried', 'Showed', 'Answered from'])
    await expect(story).toContainText(part);
  await expect(story).toContainText('Open question');

  await test.step('the page that the customer is on stands with the facts', async () => {
    const link = story.getByRole('link', { name: await page.title() });
    await expect(link).toHaveAttribute('href', page.url());
  });

  await test.step('what the assistant wrote stands in the log only, apart from the facts', async () => {
    for (const answer of answers.slice(1)) {
      await expect(ana.log).toContainText(answer);
      await expect(story).not.toContainText(answer);
    }
  });

  await test.step('below is all that was said, in order', async () => {
    const tops = await Promise.all(
      [reason, story, ana.log].map(async (part) => (await part.boundingBox())?.y ?? Number.NaN),
    );
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    const said = [
      'Which power banks do you have?',
      ...answers.slice(1, 2),
      'How long can I return something?',
      ...answers.slice(2),
      'This is a scam, I want my money back',
    ];
    const log = await ana.log.innerText();
    const places = said.map((text) => log.indexOf(text));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
  await ana.end('Resolved');
});

test('after a cut line staff find what came meanwhile, once, before anything of theirs goes out', async ({
  shop,
  staff,
}) => {
  const { customer } = await shop();
  const ana = await staff('ana');
  const line = await cuttable(ana.page);
  await customer.open();
  await customer.ask();
  await ana.goToInbox();
  await ana.open('Waiting', customer.guest);
  await ana.reply('Hello, Ana here.');
  await expect(customer.from('Ana', 'Hello, Ana here.')).toBeVisible();

  await line.cut();
  await expect(ana.page.getByRole('status', { name: 'Connection' })).toContainText('Connection lost');
  await customer.say('Wait, I found the box!');
  await ana.replyBox.fill('Then please keep the kettle.');
  await ana.button('Send').click();
  await expect(ana.message('Wait, I found the box!')).toBeHidden();
  await line.mend();
  await expect(ana.message('Wait, I found the box!')).toHaveCount(1);
  await expect(ana.page.getByRole('alert')).toContainText('Not sent yet.');
  await expect(ana.replyBox).toHaveValue('Then please keep the kettle.');
  // What the panel shows after an answer of its own left the server after all that was sent before.
  await customer.say('It was under the sink');
  await expect(ana.message('It was under the sink')).toHaveCount(1);
  await expect(customer.message('Then please keep the kettle.')).toHaveCount(0);
  await ana.button('Send anyway').click();
  await expect(customer.from('Ana', 'Then please keep the kettle.')).toHaveCount(1);

  await test.step('and what has become of the chat', async () => {
    await line.cut();
    await customer.button('Back to the assistant').click();
    const sure = customer.panel.getByRole('alertdialog', { name: 'Leave the chat with Ana?' });
    await sure.getByRole('button', { name: 'Leave' }).click();
    await expect(customer.button('Talk to a person')).toBeVisible();
    await line.mend();
    await expect(ana.button('End session')).toBeHidden();
    await expect(ana.row('Mine', customer.guest)).toBeHidden();
    await expect(ana.message('Then please keep the kettle.')).toHaveCount(1);
  });
});
