import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { fits } from './fits';
import { expect, ORIGIN, test } from './fixtures';
import { look } from './look';

/** Where a store's events go: the page on which it is set, and a receiver of the merchant's that fails at first. */

interface Heard {
  type: string;
  data?: { conversation: { url: string } };
}

test('a hook is added and tested, shows what did not arrive, and sends it again', async ({ staff, shop, team }) => {
  test.setTimeout(120_000);
  let status = 200;
  const heard: Heard[] = [];
  let secret = '';
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const headers = request.headers as Record<string, string>;
    if (status === 200) heard.push(new Webhook(secret).verify(body, headers) as Heard);
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/baton`;
  const ana = await staff('ana');
  const { page } = ana;
  try {
    await ana.goToSettings('Hooks');
    await page.getByRole('button', { name: 'Add hook' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Address' }).fill(url);
    await look(page, 'settings-hook-dialog');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByRole('status', { name: 'Hooks changed' })).toContainText('not shown again');
    const hook = page.getByRole('list', { name: 'Hooks' }).getByRole('listitem').filter({ hasText: url });
    secret = await hook.locator('code').innerText();
    const menu = async (item: string) => {
      await hook.getByRole('button', { name: /^More for/ }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await menu('Send a test event');
    await expect(hook.getByText('The test event arrived.')).toBeVisible();

    status = 400;
    const { customer } = await shop();
    await customer.open();
    await customer.say('I want to talk to a person');
    await expect(customer.status).toContainText('Waiting for support team…');
    await expect(async () => {
      await page.reload();
      await expect(hook.getByText(/not delivered/)).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await expect(hook.locator('code')).toHaveCount(0);
    await look(page, 'settings-hooks-parked');
    await fits(page);
    status = 200;
    await hook.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => heard.map(({ type }) => type)).toContain('handoff.opened');
    const opened = heard.find(({ type }) => type === 'handoff.opened');
    expect(opened?.data?.conversation.url).toContain(`/dashboard/${team.store.id}/inbox/`);
    await customer.button('Cancel request').click();
    await expect(customer.status).not.toContainText('Waiting for support team…');
    await menu('Remove');
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(hook).toHaveCount(0);
  } finally {
    const hooks = `/api/stores/${team.store.id}/hooks`;
    const left = (await (await page.request.get(hooks)).json()) as { hooks: { id: string; url: string }[] };
    for (const one of left.hooks.filter((other) => other.url === url))
      await page.request.delete(`${hooks}/${one.id}`, { headers: { origin: ORIGIN } });
    server.close();
  }
});
