import { fits } from './fits';
import { expect, ORIGIN, test } from './fixtures';
import { look } from './look';
import type { Staff } from './staff';

/** Passing a chat on: to a colleague or a team, taken, withdrawn, ended by the customer. */

const NOTE = 'Refund of €69.00 is approved. He needs it on a different card.';

/** A team of the demo store, as its owner makes one by the same route. */
async function newTeam({ page }: Staff, store: string, name: string, who: string[]) {
  const path = `/api/stores/${store}`;
  const { people } = (await (await page.request.get(`${path}/people`)).json()) as {
    people: { id: string; name: string }[];
  };
  const ids = people.filter((person) => who.some((one) => person.name.startsWith(one))).map(({ id }) => id);
  const headers = { origin: ORIGIN };
  const answer = await page.request.post(`${path}/teams`, { data: { name, people: ids }, headers });
  expect(answer.status()).toBe(201);
  const { team } = (await answer.json()) as { team: { id: string } };
  return { remove: () => page.request.delete(`${path}/teams/${team.id}`, { headers }) };
}

test('a chat is passed on to a colleague with a note, who takes over; the customer reads of it, and not the note', async ({
  shop,
  staff,
}) => {
  test.setTimeout(300_000);
  const { customer, page } = await shop();
  const frames: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  await page.reload();
  await customer.open();
  await customer.say('This is a scam, I want my money back');
  await expect(customer.status).toContainText('Waiting for support team…');
  const ana = await staff('ana');
  const dele = await staff('dele');
  await ana.open('Waiting', customer.guest);
  await ana.reply('Hello, Ana here.');
  const dialog = ana.page.getByRole('dialog', { name: 'Transfer chat' });
  const send = dialog.getByRole('button', { name: 'Transfer', exact: true });
  const options = dialog.getByRole('listbox', { name: 'People and teams' }).getByRole('option');
  const search = dialog.getByRole('textbox', { name: 'Search people and teams' });

  await test.step('somebody off duty: a warning first', async () => {
    await dele.page.getByRole('switch', { name: 'On duty' }).click();
    await ana.button('Transfer').click();
    await expect(search).toBeFocused();
    await expect(send).toBeDisabled();
    await options.filter({ hasText: 'Dele Okafor' }).click();
    await expect(options.filter({ hasText: 'Dele Okafor' })).toContainText('Off duty');
    await expect(dialog.getByRole('status')).toHaveText(
      'Dele is off duty. If nobody takes it within 2 min, it comes back to you.',
    );
    await expect(send).toBeEnabled();
    await dialog.getByRole('textbox', { name: 'Private note' }).fill(NOTE);
    await look(ana.page, 'transfer-1-off-duty');
    await fits(ana.page);
    await dele.page.getByRole('switch', { name: 'On duty' }).click();
    await expect(dialog.getByRole('status')).toBeEmpty();
    await expect(options.filter({ hasText: 'Dele Okafor' })).toContainText('On duty');
  });

  await test.step('found and chosen by keys alone; Enter in the list passes nothing on', async () => {
    await search.fill('zzz');
    await expect(dialog.getByText('Nobody of this name.')).toBeVisible();
    await expect(send).toBeDisabled();
    await search.fill('okaf');
    await expect(options).toHaveCount(1);
    await search.press('ArrowDown');
    await search.press('Enter');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await expect(dialog).toBeVisible();
    await send.click();
    await expect(dialog).toBeHidden();
  });

  await test.step('until it is taken, Ana stays', async () => {
    await expect(ana.offer).toHaveText(`Offered to Dele. Until it is taken you stay with ${customer.guest}.`);
    await expect(ana.button('Transfer')).toBeHidden();
    await expect(ana.row('Mine', customer.guest)).toHaveAccessibleDescription(/, offered to Dele/);
    await expect(customer.panel.getByRole('heading', { name: 'Ana' })).toBeVisible();
    await look(ana.page, 'transfer-2-sender');
    await ana.reply('I am asking a colleague.');
  });

  await test.step('Dele is told, finds it marked, and reads the note', async () => {
    await expect(dele.told).toContainText(`${customer.guest} is offered to you by Ana: Refund, urgent`);
    await expect(dele.page).toHaveTitle(/^\(\d+\) /);
    await expect(dele.row('Team', customer.guest)).toHaveAccessibleDescription(/^With Ana.*, offered to you/);
    await dele.open('Team', customer.guest);
    await expect(dele.offer).toContainText('Ana offers you this chat.');
    await expect(dele.talk(customer.guest)).toContainText(NOTE);
    await expect(dele.button('Take over from Ana')).toBeVisible();
    await look(dele.page, 'transfer-3-offered');
    await fits(dele.page);
  });

  await test.step('and takes over', async () => {
    await dele.button('Take over from Ana').click();
    await expect(dele.button('End session')).toBeVisible();
    await expect(dele.offer).toBeHidden();
    await expect(ana.offer).toBeHidden();
    await expect(ana.row('Team', customer.guest)).toBeVisible();
    await expect(ana.told).toContainText(`Dele took over ${customer.guest}`);
    await expect(customer.log.getByText('Dele takes over from Ana.')).toBeVisible();
    await expect(dele.note(NOTE)).toBeVisible();
    await expect(customer.log).not.toContainText('€69.00');
    expect(frames.filter((frame) => /69\.00|"transfer"/.test(frame))).toEqual([]);
    await dele.end('Resolved');
  });
});

test('an offer is taken back, and ends where the customer leaves', async ({ shop, staff }) => {
  const { customer } = await shop();
  await customer.open();
  await customer.ask();
  const ana = await staff('ana');
  const dele = await staff('dele');
  await ana.open('Waiting', customer.guest);
  await ana.reply('Hello, Ana here.');
  await ana.transfer('Dele');
  const marked = dele.row('Team', customer.guest);
  await expect(marked).toHaveAccessibleDescription(/offered to you/);
  await ana.button('Withdraw').click();
  await expect(ana.offer).toBeHidden();
  await expect(ana.button('Transfer')).toBeVisible();
  await expect(marked).not.toHaveAccessibleDescription(/offered to you/);
  await expect(ana.log).toContainText('You took back the offer to Dele');

  await ana.transfer('Dele', 'Please');
  await expect(marked).toHaveAccessibleDescription(/offered to you/);
  await customer.button('Back to the assistant').click();
  const sure = customer.panel.getByRole('alertdialog', { name: 'Leave the chat with Ana?' });
  await sure.getByRole('button', { name: 'Leave' }).click();
  await expect(ana.offer).toBeHidden();
  await expect(marked).toBeHidden();
  await expect(ana.row('Mine', customer.guest)).toBeHidden();
});

test('a team is offered a chat: those who belong to it are told, and nobody else', async ({ shop, staff, team }) => {
  const { customer } = await shop();
  await customer.open();
  await customer.ask();
  const ana = await staff('ana');
  const dele = await staff('dele');
  // Dele's page is older than the teams.
  const returns = await newTeam(ana, team.store.id, 'Returns team', ['Dele']);
  const warehouse = await newTeam(ana, team.store.id, 'Warehouse', ['Tomás']);
  try {
    await ana.open('Waiting', customer.guest);
    await ana.reply('Hello, Ana here.');
    await ana.transfer('Warehouse');
    await expect(dele.row('Team', customer.guest)).toHaveAccessibleDescription(/, offered to Warehouse/);
    await ana.button('Withdraw').click();
    await expect(dele.told).not.toContainText(customer.guest);

    await ana.transfer('Returns team', 'Yours, I think');
    await expect(ana.offer).toContainText('Offered to Returns team.');
    await expect(dele.told).toContainText(`${customer.guest} is offered to Returns team by Ana: Asked for a person`);
    await dele.open('Team', customer.guest);
    await expect(dele.offer).toContainText('Ana offers Returns team this chat.');
    await expect(dele.talk(customer.guest)).toContainText('Yours, I think');
    await dele.button('Take over from Ana').click();
    await expect(customer.log.getByText('Dele takes over from Ana.')).toBeVisible();
    await dele.end('Resolved');
  } finally {
    await returns.remove();
    await warehouse.remove();
  }
});
