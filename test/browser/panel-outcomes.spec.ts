import { ruleOf } from '../rule';
import { Customer } from './customer';
import { DEMO, expect, MAILBOX, test } from './fixtures';
import { withSettings } from './store-settings';

/** What the panel says of ways that a request can go other than to somebody who is there. */

test('a request that goes out by email is never waited for, and says when to expect an answer', async ({
  shop,
  staff,
  team,
}) => {
  const ana = await staff('ana');
  const rule = {
    name: '',
    words: ['invoice'],
    asks: true,
    to: {
      kind: 'email' as const,
      address: 'books@volt-vine.example',
      expectation: { en: 'We answer within one business day.' },
    },
  };
  await withSettings(ana, team.store.id, { rules: [ruleOf(rule)] }, async () => {
    const { customer, page } = await shop();
    await customer.open();
    await customer.say('I need an invoice for order 10482');
    await expect(customer.log).toContainText('We’ve passed this on. We answer within one business day.');
    await expect(customer.status).toBeEmpty();
    await customer.leaveEmail('mira@example.com');
    await expect(customer.log.getByText('Thanks. We’ll answer at mira@example.com.')).toBeVisible();
    await expect(customer.status).not.toContainText('Waiting');
    await expect(customer.button('Talk to a person')).toBeVisible();
    await page.reload();
    await expect(customer.log.getByText('Thanks. We’ll answer at mira@example.com.')).toBeVisible();
    await expect(customer.panel.getByRole('group', { name: 'How was it?' })).toBeHidden();
  });
});

test('where a store keeps its chats with one person for a while, the closing words say so', async ({
  shop,
  staff,
  team,
}) => {
  const ana = await staff('ana');
  await withSettings(ana, team.store.id, { handbackDays: 7 }, async () => {
    const { customer } = await shop();
    await customer.open();
    await customer.ask();
    await ana.open('Waiting', customer.guest);
    await ana.reply('Hello, Ana here.');
    await ana.end('Resolved');
    await expect(
      customer.log.getByText('Support session ended. Write again within 7 days and you’ll reach Ana.'),
    ).toBeVisible();
    await expect(customer.log.getByText('The assistant is back to help.')).toBeHidden();
  });
});

test('a store that offers no person has no button for one, and says so in its own words', async ({
  shop,
  staff,
  team,
}) => {
  const ana = await staff('ana');
  const off = { handoff: 'off' as const, handoffOffMessage: { en: 'We answer letters only.' } };
  await withSettings(ana, team.store.id, off, async () => {
    const { customer } = await shop();
    await customer.open();
    await customer.say('Can I talk to a person, please?');
    await expect(customer.log).toContainText('We answer letters only.');
    await expect(customer.button('Talk to a person')).toHaveCount(0);
    await expect(customer.status).toBeEmpty();
  });
});

test('what the customer answers by email stands in the panel, and says so', async ({ shop, staff, team }) => {
  test.setTimeout(180_000);
  const address = `mira-${Date.now()}@example.com`;
  const { customer, page, watch } = await shop();
  // The mailbox shows a mail in a frame that may run nothing, which Playwright tries all the same.
  watch.expectErrors(/Blocked script execution in '[^']*\/dev\/mailbox\//);
  await customer.open();
  await customer.ask();
  await customer.leaveEmail(address);
  await expect(customer.button('Change')).toBeVisible();

  const ana = await staff('ana');
  await withSettings(ana, team.store.id, { replyByEmailAfter: 10 }, async () => {
    const context = page.context();
    const mailbox = await context.newPage();
    await page.close();
    await ana.goToInbox();
    await ana.open('Waiting', customer.guest);
    await ana.reply('Which part is broken?');

    await expect(async () => {
      await mailbox.goto(MAILBOX);
      const mail = mailbox.getByRole('listitem').filter({ hasText: address });
      await mail.getByRole('link').first().click({ timeout: 1_000 });
    }).toPass({ timeout: 90_000 });
    await mailbox.getByRole('textbox').fill('The handle, and only since yesterday.');
    await mailbox.getByRole('button', { name: 'Send' }).click();
    await expect(mailbox.getByRole('status')).toHaveText('Your answer went out.');

    const back = new Customer(await context.newPage());
    await back.page.goto(DEMO);
    await back.launcher.click();
    await expect(back.from('You', 'The handle, and only since yesterday.')).toBeVisible();
    await expect(back.log.getByText('By email')).toBeVisible();
    await ana.end('Resolved');
  });
});
