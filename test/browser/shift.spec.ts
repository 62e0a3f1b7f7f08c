import type { Customer } from './customer';
import { push, shown, takeOver, turnOnNotices } from './device';
import { enter, expect, mailedLink, ORIGIN, test } from './fixtures';
import { listenTo } from './heard';
import { holdable } from './line';
import { look } from './look';
import { otherShop } from './other-shop';
import { type Staff, whoHasIt } from './staff';

/** A busy shift: two stores, four of the staff, three customers at once. */

const MILL = 'Mill & Kettle';
const IVA = { name: 'Iva Petrova', email: 'iva@voltandvine.example' };
const NOOR = { name: 'Noor Aziz', email: 'noor@voltandvine.example' };
const NOTE = 'She is a regular, the refund of €69.00 is fine';

const headers = { origin: ORIGIN };
async function invite(by: Staff, store: string, person: typeof IVA & { role: string }): Promise<void> {
  const answer = await by.page.request.post(`/api/stores/${store}/people`, { data: person, headers });
  expect(answer.status()).toBe(201);
}
async function askAll(customers: readonly Customer[]): Promise<void> {
  await Promise.all(
    customers.map(async (customer) => {
      await customer.open();
      await customer.ask();
    }),
  );
}

test('two stores, four of the staff, and three customers at once', async ({ shop, staff, newcomer, team }) => {
  test.setTimeout(240_000);
  const volt = team.store;
  const ana = await staff('ana');
  const dele = await staff('dele');
  const lines = [await holdable(ana.page), await holdable(dele.page)];
  await invite(ana, volt.id, { ...IVA, role: 'owner' });
  const iva = await newcomer('Iva', IVA.email, { whole: true, permissions: ['notifications'] });
  const picker = iva.page.getByRole('combobox', { name: 'Store', exact: true });
  const stores = iva.page.getByRole('listbox', { name: 'Stores' }).getByRole('option');
  const toInbox = () => iva.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Inbox' }).click();

  const mill = await test.step('an owner adds a second store, and begins with its first steps', async () => {
    await picker.click();
    await stores.filter({ hasText: 'Add a store…' }).click();
    const dialog = iva.page.getByRole('dialog', { name: 'Add a store' });
    const name = dialog.getByRole('textbox', { name: 'Name' });
    await expect(name).toBeFocused();
    await name.press('Enter');
    await expect(dialog.getByRole('alert')).toHaveText('Give the store a name.');
    await look(iva.page, 'stores-1-add');
    await name.fill(MILL);
    await name.press('Enter');
    await expect(iva.page).toHaveURL(/\/start\/hours$/);
    await expect(iva.page.getByRole('navigation', { name: 'First steps' })).toBeVisible();
    await expect(picker).toContainText(MILL);
    await toInbox();
    const { stores: all } = (await (await iva.page.request.get('/api/me')).json()) as { stores: (typeof volt)[] };
    const made = all.find(({ name }) => name === MILL);
    if (!made) throw new Error('There is no second store');
    return made;
  });
  await invite(iva, mill.id, { ...NOOR, role: 'agent' });
  const noor = await newcomer('Noor', NOOR.email);
  const heard = await listenTo(iva.page);
  const millShop = await otherShop(mill.key);

  const tabs = [await shop(), await shop(), await shop({ at: millShop.url })] as const;
  const [mira, tom, lena] = tabs.map(({ customer }) => customer) as [Customer, Customer, Customer];
  const frames: string[] = [];
  tabs[0].page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));

  await test.step('each team sees who waits in its own store, and whoever works in both hears of both', async () => {
    await askAll([mira, tom, lena]);
    await expect(noor.row('Waiting', lena.guest)).toBeVisible();
    await expect(noor.waiting.getByRole('link')).toHaveCount(1);
    for (const { guest } of [mira, tom]) await expect(ana.row('Waiting', guest)).toBeVisible();
    await expect(ana.waiting).not.toContainText(lena.guest);
    const said: string[] = [];
    await expect
      .poll(async () => said.push(...(await heard())) && said)
      .toEqual(
        expect.arrayContaining([
          `${lena.guest} is waiting: Asked for a person`,
          `In ${volt.name}: ${mira.guest} is waiting: Asked for a person`,
          `In ${volt.name}: ${tom.guest} is waiting: Asked for a person`,
        ]),
      );
    const n = await ana.waiting.getByRole('link').count();
    await expect(picker).toHaveAccessibleDescription(`${n} for you in other stores`);
    await expect(iva.page).toHaveTitle(new RegExp(`^\\(${n + 1}\\) `));
    await picker.click();
    await expect(stores).toHaveText([
      /Mill & KettleOn duty · 1 waiting$/,
      new RegExp(`Volt & VineOn duty · ${n} waiting$`),
      /Add/,
    ]);
    await look(iva.page, 'stores-2-both');
    await picker.press('Escape');
  });

  await test.step('on duty in one of them is a switch of its own, and what was typed there is there again', async () => {
    const duty = iva.page.getByRole('switch', { name: 'On duty' });
    await iva.open('Waiting', lena.guest);
    await iva.replyBox.fill('Let me look at your kettle');
    await iva.page.getByRole('tab', { name: 'Reply' }).press('Control+k');
    await iva.page.getByRole('combobox', { name: /^Find/ }).fill('volt');
    await iva.page.keyboard.press('Enter');
    await expect(picker).toContainText(volt.name);
    await expect(iva.row('Waiting', tom.guest)).toBeVisible();
    await duty.click();
    await expect(duty).toHaveAttribute('aria-checked', 'false');
    await picker.press('ArrowDown');
    await picker.press('m');
    await picker.press('Enter');
    await expect(iva.row('Waiting', lena.guest)).toBeVisible();
    await expect(duty).toHaveAttribute('aria-checked', 'true');
    // Nothing of the other store calls for who is off duty there.
    await expect(picker).toHaveAccessibleDescription('');
    await iva.open('Waiting', lena.guest);
    await expect(iva.replyBox).toHaveValue('Let me look at your kettle');
    await iva.replyBox.fill('');
  });

  const [winner, other] =
    await test.step('two reply at the same instant: one has the customer, the other reads who', async () => {
      await ana.open('Waiting', mira.guest);
      await dele.open('Waiting', mira.guest);
      for (const { name, replyBox } of [ana, dele]) await replyBox.fill(`${name} here, one moment.`);
      for (const line of lines) line.hold();
      await Promise.all([ana.button('Send').click(), dele.button('Send').click()]);
      await expect.poll(() => lines.every((line) => line.sent('send'))).toBe(true);
      // Each has their own words in the log at once; the chat is nobody's until the server says whose it is.
      for (const one of [ana, dele]) {
        await expect(one.log.getByText(`${one.name} here, one moment.`)).toBeVisible();
        await expect(one.button('End session')).toBeHidden();
      }
      for (const line of lines) line.release();
      const [winner, other] = await whoHasIt(ana, dele);
      await expect(other.page.getByRole('alert')).toContainText(
        `Taken by ${winner.name}, a moment before you. Your text is still here and was not sent.`,
      );
      await expect(other.replyBox).toHaveValue(`${other.name} here, one moment.`);
      await expect(mira.from(winner.name, 'here, one moment.')).toHaveCount(1);
      await expect(mira.message(`${other.name} here`)).toHaveCount(0);
      return [winner, other];
    });

  await test.step('a colleague sees who composes a reply; of a note in the making nobody sees anything', async () => {
    const seen = other.page.getByRole('status', { name: 'Typing' });
    const shownTyping = mira.panel.getByRole('status', { name: 'Typing' });
    await winner.replyBox.pressSequentially('One mom');
    await expect(seen).toContainText(`${winner.name} is typing…`);
    await expect(shownTyping).toContainText('Support is typing…');
    await winner.page.getByRole('tab', { name: 'Private note' }).click();
    await expect(seen).toBeEmpty();
    await expect(shownTyping).not.toContainText('Support is typing…');
    const before = frames.length;
    const heardByOther = await listenTo(other.page);
    await winner.page.getByRole('textbox', { name: 'Private note' }).pressSequentially('SECRET: sold out since Monday');
    await winner.button('Add note').click();
    await expect(other.note('SECRET: sold out since Monday')).toBeVisible();
    // What comes now left the server after all that the note could have set off.
    await mira.say('Are you still there?');
    await expect(other.message('Are you still there?')).toBeVisible();
    expect(
      (await heardByOther()).filter((words) => words.includes('is typing') && words.includes(winner.name)),
    ).toEqual([]);
    const since = frames.slice(before);
    expect(since.filter((frame) => frame.includes('SECRET'))).toEqual([]);
    expect(since.filter((frame) => frame.includes('"type":"typing"') && frame.includes('"on":true'))).toEqual([]);
  });

  await test.step('handed on with a note: whom it is offered to simply answers, with what they had typed', async () => {
    await expect(other.button('Send')).toBeDisabled();
    await winner.transfer(other.name, NOTE);
    await expect(other.talk(mira.guest)).toContainText(NOTE);
    await expect(other.button('Send')).toBeEnabled();
    await other.button('Send').click();
    await expect(mira.from(other.name, `${other.name} here, one moment.`)).toBeVisible();
    await expect(mira.log.getByText(`${other.name} takes over from ${winner.name}.`)).toBeVisible();
    await expect(other.button('End session')).toBeVisible();
    await expect(winner.row('Team', mira.guest)).toBeVisible();
    await expect(mira.log).not.toContainText('€69.00');
    expect(frames.filter((frame) => frame.includes('69.00'))).toEqual([]);
  });

  await test.step('what is written on one device stands on the other, and what both wrote is lost on neither', async () => {
    const laptop = other;
    const phone = await staff(other === ana ? 'ana' : 'dele');
    const note = (on: Staff) => on.page.getByRole('textbox', { name: 'Private note' });
    await laptop.replyBox.fill('Your kettle is');
    await laptop.page.getByRole('tab', { name: 'Private note' }).click();
    await note(laptop).fill('Ask the workshop');
    // Leaving the chat keeps it for the other device.
    await laptop.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
    await expect(laptop.page.getByRole('navigation', { name: 'Settings' })).toBeVisible();
    await phone.open('Mine', mira.guest);
    await expect(phone.replyBox).toHaveValue('Your kettle is');
    await phone.page.getByRole('tab', { name: 'Private note' }).click();
    await expect(note(phone)).toHaveValue('Ask the workshop');
    await phone.page.getByRole('tab', { name: 'Reply' }).click();
    await phone.replyBox.fill('Your kettle is ready');
    await phone.button('Send').click();
    await expect(mira.from(other.name, 'Your kettle is ready')).toBeVisible();
    await laptop.goToInbox();
    await laptop.open('Mine', mira.guest);
    await expect(laptop.message('Your kettle is ready')).toBeVisible();
    await laptop.replyBox.fill('Typed on the laptop');
    await phone.replyBox.fill('Typed on the phone');
    await phone.replyBox.blur();
    await expect(laptop.replyBox).toHaveValue('Typed on the phone');
    await expect(laptop.page.locator('.composer').getByText('Typed on the laptop')).toBeVisible();
    await laptop.button('Add it').click();
    await expect(laptop.replyBox).toHaveValue('Typed on the phone\n\nTyped on the laptop');
    await laptop.button('Send').click();
    await expect(mira.from(other.name, 'Typed on the phone')).toBeVisible();
    await laptop.end('Resolved');
  });

  await test.step('signed out in another tab: the page says so, and nothing that was typed is lost', async () => {
    const connection = noor.page.getByRole('status', { name: 'Connection' });
    await noor.open('Waiting', lena.guest);
    await noor.replyBox.fill('One moment, I am looking');
    const second = await noor.page.context().newPage();
    await second.goto('/dashboard/');
    await second.getByRole('button', { name: NOOR.name }).click();
    await second.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(second.getByRole('textbox', { name: 'Email address' })).toBeVisible();
    await expect(connection).toHaveText('You are signed out. What you typed is kept on this device.');
    await noor.button('Send').click();
    await expect(noor.page.getByRole('alert')).toContainText('Nothing can be sent from this page any more.');
    await expect(noor.replyBox).toHaveValue('One moment, I am looking');
    await noor.button('Sign in again').click();
    await expect(noor.page.getByRole('textbox', { name: 'Email address' })).toBeVisible();
    await invite(iva, mill.id, { ...NOOR, role: 'agent' });
    await enter(noor.page, await mailedLink(second, NOOR.email));
    await noor.open('Waiting', lena.guest);
    await expect(noor.replyBox).toHaveValue('One moment, I am looking');
  });

  await test.step('taken out of the store while looking: the same, and the way out', async () => {
    await iva.goToSettings('Team and alerts');
    await iva.button(`More for ${NOOR.name}`).click();
    await iva.page.getByRole('menuitem', { name: 'Remove' }).click();
    const sure = iva.page.getByRole('dialog', { name: `Remove ${NOOR.name}` });
    await sure.getByRole('button', { name: 'Remove' }).click();
    await expect(iva.page.getByRole('table', { name: 'Team' })).not.toContainText(NOOR.name);
    await expect(noor.page.getByRole('status', { name: 'Connection' })).toHaveText(
      `You no longer belong to ${MILL}. What you typed is still here.`,
    );
    await expect(noor.replyBox).toHaveValue('One moment, I am looking');
    // The page that comes asks once more for the store that was open last.
    noor.watch?.expectErrors(/404 \(Not Found\).*\/ticket/);
    await noor.button('Leave this page').click();
    await expect(noor.page.getByRole('heading', { name: 'No store yet' })).toBeVisible();
  });

  await test.step('whoever looks at the other store is there for this one; with the laptop closed the customer waits on', async () => {
    await picker.press('ArrowDown');
    await picker.press('v');
    await picker.press('Enter');
    await expect(iva.row('Waiting', tom.guest)).toBeVisible();
    await expect(lena.status).not.toContainText('longer than usual');
    const received = await turnOnNotices(iva.page);
    await iva.line.cut();
    await expect(lena.status).toContainText('This is taking longer than usual.');
    await expect(lena.button('Cancel request')).toBeVisible();
    await lena.say('This is a scam, I want my money back');
    await expect.poll(async () => (await received()).length).toBe(1);
    const [{ words, ...sent } = { words: null }] = await received();
    expect(sent).toMatchObject({ urgency: 'high', status: 201 });
    expect(words).toMatchObject({
      title: `${lena.guest} is waiting`,
      body: `Refund, urgent · ${MILL}\nThis is a scam, I want my money back`,
      tag: lena.conversation,
      open: `/dashboard/${mill.id}/inbox/${lena.conversation}`,
      claim: true,
      waiting: 1,
      urgent: true,
    });
    if (!words) return;

    await iva.line.mend();
    await push(iva.page, words);
    // What changes in the store that is open closes no notice of the other.
    await tom.button('Cancel request').click();
    await expect(iva.row('Waiting', tom.guest)).toBeHidden();
    expect(await shown(iva.page)).toContainEqual({ title: words.title, tag: words.tag });
    await takeOver(iva.page, words.tag);
    await expect(iva.page).toHaveURL(words.open);
    await expect(picker).toContainText(MILL);
    await expect(iva.button('End session')).toBeVisible();
    await expect(lena.panel.getByRole('heading', { name: 'Iva' })).toBeVisible();
    await expect.poll(() => shown(iva.page)).toEqual([]);
    await iva.end('Resolved');
  });

  const { people } = (await (await ana.page.request.get(`/api/stores/${volt.id}/people`)).json()) as {
    people: { id: string; email: string }[];
  };
  const id = people.find(({ email }) => email === IVA.email)?.id;
  expect((await ana.page.request.delete(`/api/stores/${volt.id}/people/${id}`, { headers })).ok()).toBe(true);
  // The page lives on in the store that is left to her, and knows it.
  await picker.click();
  await expect(stores).toHaveText([/Mill & Kettle/, /Add/]);
  millShop.server.close();
});
