import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, ORIGIN, STATE, test } from './fixtures';
import { CLOSED, withSettings } from './store-settings';

test('an alert that the mail API refuses stands on the page of alerts, with why, and can be tried again', async ({
  shop,
  staff,
  team,
}) => {
  const ana = await staff('ana');
  const { page } = ana;
  const { user: me } = (await (await page.request.get('/api/me')).json()) as { user: { id: string; email: string } };
  const { mailKey } = JSON.parse(readFileSync(join(STATE, 'dev.json'), 'utf8')) as { mailKey: string };
  await withSettings(ana, team.store.id, CLOSED, async () => {
    const { customer } = await shop();
    await customer.open();
    // Somebody else's mail under the key that hers will have: the API refuses hers, as Resend would.
    const taken = await page.request.post(`${ORIGIN}/dev/emails`, {
      headers: {
        authorization: `Bearer ${mailKey}`,
        'idempotency-key': `mail/off-hours-${customer.conversation}-1/${me.id}`,
      },
      data: { from: 'a@mail.example', to: 'b@mail.example', subject: 'Taken' },
    });
    expect(taken.status()).toBe(200);
    await customer.say('This is unacceptable');
    await expect(customer.log).toContainText('Our team is offline right now.');
  });

  await ana.goToSettings('Team and alerts');
  const parked = page.getByRole('status', { name: 'Alerts that could not be sent' });
  await expect(async () => {
    await page.reload();
    await expect(parked).toContainText('One alert could not be sent.', { timeout: 5_000 });
  }).toPass();
  await expect(parked).toContainText(`To ${me.email}`);
  await expect(parked).toContainText('The mail service refused it (409).');
  const retried = page.waitForResponse(/\/alerts\/retry$/);
  await parked.getByRole('button', { name: 'Try again' }).click();
  expect((await retried).status()).toBe(200);
});
