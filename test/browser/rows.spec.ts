import { ruleOf } from '../rule';
import { fits } from './fits';
import { expect, test } from './fixtures';
import { look } from './look';
import type { Staff } from './staff';
import { withSettings } from './store-settings';

/** What a row says beyond its reason, and who is told of it. */

const duty = async ({ page }: Staff, on: boolean) => {
  const own = page.getByRole('switch', { name: 'On duty' });
  if ((await own.getAttribute('aria-checked')) !== String(on)) await own.click();
  await expect(own).toHaveAttribute('aria-checked', String(on));
};

test('a request that is meant for one person is told to them; to everybody where they are not there', async ({
  shop,
  staff,
  team,
}) => {
  const ana = await staff('ana');
  const dele = await staff('dele');
  const { people } = (await (await ana.page.request.get(`/api/stores/${team.store.id}/people`)).json()) as {
    people: { id: string; name: string }[];
  };
  const [person] = people.filter(({ name }) => name === 'Dele Okafor');
  if (!person) throw new Error('Dele does not belong to the demo store');
  const to = { kind: 'person' as const, id: person.id, name: person.name };
  await withSettings(ana, team.store.id, { rules: [ruleOf({ reasons: ['customer_request'], to })] }, async () => {
    const { customer } = await shop();
    await customer.open();
    await customer.ask();
    await expect(ana.row('Waiting', customer.guest)).toHaveAccessibleDescription(/, for Dele$/);
    await expect(dele.row('Waiting', customer.guest)).toHaveAccessibleDescription(/, for you$/);
    await expect(dele.told).toContainText(`${customer.guest} is waiting: Asked for a person`);
    await dele.open('Waiting', customer.guest);
    await expect(dele.page.getByRole('group', { name: 'Reason' })).toContainText('For Dele');
    await look(dele.page, 'rows-1-meant-for-me');
    await fits(dele.page);
    await customer.button('Cancel request').click();
    await expect(ana.row('Waiting', customer.guest)).toBeHidden();
    await expect(ana.told).not.toContainText(customer.guest);

    await duty(dele, false);
    try {
      const { customer: second } = await shop();
      await second.open();
      await second.ask();
      await expect(ana.told).toContainText(`${second.guest} is waiting: Asked for a person`);
      await second.button('Cancel request').click();
      await expect(ana.row('Waiting', second.guest)).toBeHidden();
    } finally {
      await duty(dele, true);
    }
  });
});

test('who waits once more keeps their place, and both rows and header say why', async ({ shop, staff }) => {
  const { customer } = await shop();
  await customer.open();
  await customer.ask();
  const ana = await staff('ana');
  const dele = await staff('dele');
  await ana.open('Waiting', customer.guest);
  await ana.reply('Hello, Ana here.');
  await ana.button('More actions').click();
  await ana.page.getByRole('menuitem', { name: 'Release' }).click();
  await expect(dele.told).toContainText(`${customer.guest} is waiting again: Asked for a person`);
  await expect(dele.row('Waiting', customer.guest)).toHaveAccessibleDescription(/, waits again$/);
  await dele.open('Waiting', customer.guest);
  await expect(dele.talk(customer.guest)).toContainText('Waits again: released by Ana');
  await dele.button('Take over').click();
  await expect(dele.row('Mine', customer.guest)).toBeVisible();
  await expect(dele.row('Mine', customer.guest)).not.toHaveAccessibleDescription(/waits again/);
  await dele.end('Resolved');
});

test('an address that was left stands on the row, and with the facts as what it is', async ({ shop, staff }) => {
  const ana = await staff('ana');
  const dele = await staff('dele');
  await duty(ana, false);
  await duty(dele, false);
  try {
    const { customer } = await shop();
    await customer.open();
    await customer.ask();
    // Nobody on duty is there, so it takes longer at once.
    await customer.panel.getByRole('textbox', { name: 'Email address' }).fill('mira@example.com');
    await customer.button('Leave email').click();
    await expect(customer.status).toContainText('Thanks. We’ll answer at mira@example.com.');
    await expect(ana.row('Waiting', customer.guest)).toHaveAccessibleDescription(/, email left$/);
    await ana.open('Waiting', customer.guest);
    const facts = ana.page.getByRole('complementary', { name: 'Customer' });
    await expect(facts).toContainText('mira@example.com');
    await expect(facts).toContainText('Typed by them, not confirmed');
    await expect(ana.log).toContainText('left an email address: mira@example.com');
    await look(ana.page, 'rows-2-email-left');
    await customer.button('Cancel request').click();
  } finally {
    await duty(ana, true);
    await duty(dele, true);
  }
});
