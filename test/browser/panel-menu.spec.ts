import type { Frame, Page } from '@playwright/test';
import { Customer } from './customer';
import { expect, test } from './fixtures';
import { look } from './look';
import { otherShop } from './other-shop';

/** What a customer wants now and then: to hear, to keep, to end, to begin anew, to read again. */

const PART = 'baton-chat';

/** Counts the notes that are played: nobody listens in a test. */
const counting = () => {
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (...when) {
    Reflect.set(window, 'notes', (Reflect.get(window, 'notes') ?? 0) + 1);
    start.apply(this, when);
  };
};
const panelOf = (page: Page) => page.frames().find((frame) => frame.url().includes('/panel')) as Frame;
const notes = (page: Page): Promise<number> => panelOf(page).evaluate(() => Reflect.get(window, 'notes') ?? 0);

const more = (customer: Customer) => customer.button('More');
const item = (customer: Customer, name: string) => customer.panel.getByRole('menuitem', { name, exact: true });
async function choose(customer: Customer, name: string): Promise<void> {
  await more(customer).click();
  await item(customer, name).click();
}

test('heard while out of sight, marked where it is new, sent by email, ended, begun anew and read again', async ({
  shop,
  staff,
  team,
}) => {
  test.setTimeout(120_000);
  // As everywhere but in the demo, the panel is a frame of another site.
  const there = await otherShop(team.store.key);
  const { customer, page } = await shop({ at: there.url });
  await page.addInitScript(counting);
  await page.reload();
  const { keyboard } = page;
  await customer.open();
  const sound = customer.panel.getByRole('menuitemcheckbox', { name: 'Sound for new messages' });

  await test.step('the menu by keyboard: there, along, and back to where one was', async () => {
    await more(customer).focus();
    await keyboard.press('Enter');
    await expect(sound).toBeFocused();
    await keyboard.press('ArrowUp');
    await expect(item(customer, 'Earlier conversations')).toBeFocused();
    await expect(item(customer, 'End chat')).toHaveCount(0);
    await keyboard.press('Escape');
    await expect(more(customer)).toBeFocused();
    await expect(customer.box).toBeVisible();
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await expect(sound).toBeHidden();
    await expect.poll(() => notes(page)).toBe(2);
  });

  await customer.say('Which kettle is the quietest?');
  await expect(customer.from('Assistant', '').nth(1)).toBeVisible();
  await customer.ask();
  await customer.box.press('Escape');
  const ana = await staff('ana');

  await test.step('what comes while the panel is closed is heard once, counted, and marked when it is opened', async () => {
    await ana.open('Waiting', customer.guest);
    await ana.reply('Hello, Ana here.');
    await expect(customer.launcher).toHaveAccessibleDescription('1 unread message');
    await expect.poll(() => notes(page)).toBe(4);
    await customer.launcher.click();
    await expect
      .poll(async () => (await customer.log.locator('.sys, .new, article').allInnerTexts()).slice(-3))
      .toEqual(['New messages', 'Ana joined the chat.', 'Hello, Ana here.']);
    await look(page, 'panel-21-new', PART, 'phone');
    await ana.reply('Shall I look?');
    await expect(customer.from('Ana', 'Shall I look?')).toBeVisible();
    await expect(customer.log.getByText('New messages')).toHaveCount(1);
    expect(await notes(page)).toBe(4);
    await more(customer).click();
    await expect(sound).toHaveAttribute('aria-checked', 'true');
    await look(page, 'panel-22-menu', PART, 'desktop');
    await keyboard.press('Escape');
  });

  await test.step('a copy goes to an address only after that was asked', async () => {
    await choose(customer, 'Email me this chat');
    const dialog = customer.panel.getByRole('dialog', { name: 'Email me this chat' });
    const field = dialog.getByRole('textbox', { name: 'Email address' });
    await expect(field).toBeFocused();
    await field.fill('mira@');
    await keyboard.press('Enter');
    await expect(dialog).toContainText('Enter an address like name@example.com.');
    const address = `mira-${Date.now()}@example.com`;
    await field.fill(address);
    await look(page, 'panel-23-copy', PART, 'phone');
    await dialog.getByRole('button', { name: 'Send copy' }).click();
    await expect(dialog).toContainText(`We sent a link to ${address}. Open it, and the copy follows.`);
    await keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(more(customer)).toBeFocused();
  });

  await test.step('ending is asked back, ends the talk with the person, and both sides read it', async () => {
    await choose(customer, 'End chat');
    const sure = customer.panel.getByRole('alertdialog', { name: 'End this chat?' });
    await sure.getByRole('button', { name: 'Stay' }).click();
    await choose(customer, 'End chat');
    await sure.getByRole('button', { name: 'End chat' }).click();
    await expect(customer.log.getByText('You ended this chat.')).toBeVisible();
    await expect(ana.log).toContainText('ended the chat');
    await expect(customer.panel.getByRole('group', { name: 'How was it?' })).toBeVisible();
    await look(page, 'panel-24-ended', PART, 'desktop');
  });

  await test.step('a new chat begins in both tabs, and what was before can be read', async () => {
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    const second = new Customer(tab);
    await second.launcher.click();
    await expect(second.log).toContainText('Hello, Ana here.');
    await customer.button('Start a new chat').click();
    for (const one of [customer, second]) {
      await expect(one.from('You', '')).toHaveCount(0);
      await expect(one.log).not.toContainText('Ana');
    }
    await expect(customer.box).toBeFocused();
    await tab.close();
    await page.reload();
    await expect(customer.box).toBeVisible();
    await choose(customer, 'Earlier conversations');
    const dialog = customer.panel.getByRole('dialog', { name: 'Earlier conversations' });
    await dialog.getByRole('button', { name: /^Which kettle/ }).click();
    await expect(dialog.getByRole('article').filter({ hasText: 'Hello, Ana here.' })).toBeVisible();
    await look(page, 'panel-25-earlier', PART, 'phone');
    await dialog.getByRole('button', { name: 'Back to the list' }).click();
    await expect(dialog.getByRole('button', { name: /^Which kettle/ })).toBeFocused();
    await keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(customer.box).toBeVisible();
  });
  there.server.close();
});
