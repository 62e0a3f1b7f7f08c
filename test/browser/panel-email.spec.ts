import { Customer } from './customer';
import { expect, test } from './fixtures';
import { CLOSED, withSettings } from './store-settings';

/** Where nobody can answer at once, the answer comes by email: where an address is asked for, and what becomes of it. */

const OFFER = 'This is taking longer than usual. Leave your email and we’ll answer there. You keep your place in line.';
const IN_LINE = (email: string) => `Thanks. We’ll answer at ${email}. You keep your place in line.`;

test('whoever waits longer leaves an address and keeps their place, in every tab and after a reload', async ({
  shop,
}) => {
  // Nobody of the team is there, so it takes longer from the beginning.
  const { customer, page } = await shop();
  await customer.open();
  await customer.ask();
  await expect(customer.status).toContainText(OFFER);
  await expect(customer.box).not.toBeFocused();

  await test.step('what is no address is said to be none, and stays in the field', async () => {
    await customer.leaveEmail('mira@gmail');
    await expect(customer.emailField).toBeFocused();
    await expect(customer.emailField).toHaveAccessibleDescription('Enter an address like name@example.com.');
    await expect(customer.emailField).toHaveValue('mira@gmail');
  });

  await test.step('a slip of the hand is asked about, and one press mends it', async () => {
    await customer.emailField.fill('mira@gmial.com');
    await customer.button('Did you mean mira@gmail.com?').click();
    await expect(customer.emailField).toHaveValue('mira@gmail.com');
    await expect(customer.emailField).toBeFocused();
    await expect(customer.emailField).toHaveAccessibleDescription('Used only to answer this question.');
  });

  await customer.emailField.press('Enter');
  await expect(customer.status).toContainText(IN_LINE('mira@gmail.com'));
  await expect(customer.button('Change')).toBeFocused();
  await expect(customer.emailField).toBeHidden();
  await expect(customer.button('Cancel request')).toBeVisible();

  await page.reload();
  await expect(customer.status).toContainText(IN_LINE('mira@gmail.com'));

  await test.step('a second tab knows it, and what is corrected there is right here', async () => {
    const second = new Customer(await page.context().newPage());
    await second.page.goto(page.url());
    await second.launcher.click();
    await expect(second.status).toContainText(IN_LINE('mira@gmail.com'));
    await second.button('Change').click();
    await expect(second.emailField).toBeFocused();
    await expect(second.emailField).toHaveValue('mira@gmail.com');
    await second.leaveEmail('mira.kovacs@gmail.com');
    for (const tab of [second, customer]) await expect(tab.status).toContainText(IN_LINE('mira.kovacs@gmail.com'));
  });

  await customer.button('Cancel request').click();
  await expect(customer.status).toBeEmpty();
});

test('a wrong address goes out all the same, and the question about it stands beside the thanks', async ({ shop }) => {
  const { customer } = await shop();
  await customer.open();
  await customer.ask();
  await customer.leaveEmail('mira@hotmial.com');
  await expect(customer.status).toContainText(IN_LINE('mira@hotmial.com'));
  await customer.button('Did you mean mira@hotmail.com?').click();
  await expect(customer.emailField).toHaveValue('mira@hotmail.com');
  await customer.emailField.press('Enter');
  await expect(customer.status).toContainText(IN_LINE('mira@hotmail.com'));
  await expect(customer.panel.getByRole('button', { name: 'Did you mean' })).toBeHidden();
  await customer.button('Cancel request').click();
});

test('an address that is left while the line is cut says so, and arrives when it is back', async ({ shop }) => {
  const { customer, page, watch } = await shop();
  await customer.open();
  await customer.ask();
  await expect(customer.emailField).toBeVisible();
  watch.expectErrors(/ERR_INTERNET_DISCONNECTED/, /WebSocket connection/);
  await page.context().setOffline(true);
  await expect(customer.panel.getByRole('status', { name: 'Connection' })).toContainText('Connection lost.');
  await customer.leaveEmail('mira@example.com');
  await expect(customer.emailField).toHaveAccessibleDescription('Not sent yet. Goes out when you’re back online.');
  await expect(customer.status).not.toContainText('Thanks.');
  // What is on its way cannot be written over, nor sent twice.
  await expect(customer.emailField).not.toBeEditable();
  await page.context().setOffline(false);
  await expect(customer.status).toContainText(IN_LINE('mira@example.com'));
  await customer.button('Cancel request').click();
});

test('a person who comes ends the question, and focus goes where the way back is', async ({ shop, staff }) => {
  const { customer } = await shop();
  await customer.open();
  await customer.ask();
  await customer.emailField.fill('mira@');
  const ana = await staff('ana');
  await ana.open('Waiting', customer.guest);
  await ana.button('Take over').click();
  await expect(customer.button('Back to the assistant')).toBeFocused();
  await expect(customer.emailField).toBeHidden();
  await ana.end('Resolved');
});

test('asked at night, an address is left below the away message', async ({ shop, staff, team }) => {
  const ana = await staff('ana');
  await withSettings(ana, team.store.id, CLOSED, async () => {
    const { customer, page } = await shop();
    await customer.open();
    await customer.button('Talk to a person').click();
    await expect(customer.log).toContainText('Our team is offline right now.');
    await expect(customer.log.getByRole('textbox', { name: 'Email address' })).toBeVisible();
    await expect(customer.log).toContainText('Used only to answer this question.');
    await expect(customer.status).toBeEmpty();
    await customer.leaveEmail('Mira@Example.com ');
    const thanks = 'Thanks. We’ll answer at mira@example.com.';
    await expect(customer.log.getByText(thanks)).toBeVisible();
    await expect(customer.status).toHaveText(thanks);
    await expect(customer.log.getByRole('button', { name: 'Change' })).toBeFocused();
    await page.reload();
    await expect(customer.log.getByText(thanks)).toBeVisible();
    await expect(customer.emailField).toBeHidden();
    await expect(customer.button('Talk to a person')).toBeVisible();
  });
});

test('the store closes while an address is being typed: the field moves to the log with what stands in it', async ({
  shop,
  staff,
  team,
}) => {
  const ana = await staff('ana');
  await withSettings(ana, team.store.id, { atClosing: 'away' }, async (put) => {
    await ana.page.goto('about:blank');
    const { customer } = await shop();
    await customer.open();
    await customer.ask();
    await expect(customer.emailField).toBeVisible();
    await customer.emailField.fill('mira@exam');
    await put({ ...CLOSED, atClosing: 'away' });
    const field = customer.log.getByRole('textbox', { name: 'Email address' });
    await expect(field).toHaveValue('mira@exam');
    await expect(field).toBeFocused();
    await expect(customer.log).toContainText('Nobody could answer in time');
    // One question, though two things happened.
    await expect(customer.emailField).toHaveCount(1);
    await customer.leaveEmail('mira@example.com');
    await expect(customer.log.getByText('Thanks. We’ll answer at mira@example.com.')).toBeVisible();
    await ana.goToInbox();
  });
});
