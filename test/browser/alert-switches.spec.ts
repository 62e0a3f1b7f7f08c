import { enter, expect, mailedLink, ORIGIN, test } from './fixtures';

const TOMAS = 'tomas@voltandvine.example';

test('everybody has a switch for each store; where nobody is left on, the settings warn', async ({
  staff,
  staffBrowser,
  team,
}) => {
  const { id, name } = team.store;
  const ana = await staff('ana');
  const dele = await staff('dele');
  const context = await staffBrowser.newContext({ baseURL: ORIGIN });
  const tomas = await context.newPage();
  await tomas.request.post('/api/auth/magic-link', { data: { email: TOMAS }, headers: { origin: ORIGIN } });
  await enter(tomas, await mailedLink(tomas, TOMAS));
  const others = [dele.page, tomas];
  for (const { request } of others) {
    const { stores } = await (await request.get('/api/me/alerts')).json();
    expect(stores, 'invited people are told from the start').toMatchObject([{ id, emailAlerts: true }]);
  }
  const turn = (emailAlerts: boolean) =>
    Promise.all(
      others.map(async ({ request }) => {
        const answer = await request.put('/api/me/alerts', {
          data: { store: id, emailAlerts },
          headers: { origin: ORIGIN },
        });
        expect(answer.status()).toBe(200);
      }),
    );

  const mine = ana.page.getByRole('switch', { name: `Email alerts for ${name}` });
  const warning = ana.page.getByRole('status', { name: 'Nobody is told' });
  try {
    await ana.page.goto(`/dashboard/${id}/settings/team`);
    await expect(mine).toHaveAttribute('aria-checked', 'true');
    await turn(false);
    await expect(warning).toBeHidden();
    await mine.click();
    await expect(mine).toHaveAttribute('aria-checked', 'false');
    await expect(warning).toContainText('Nobody gets this store’s alerts by email.');
    await ana.page.reload();
    await expect(mine).toHaveAttribute('aria-checked', 'false');
    await expect(warning).toBeVisible();
    await mine.click();
    await expect(warning).toBeHidden();
  } finally {
    await turn(true);
    await context.close();
  }
});
