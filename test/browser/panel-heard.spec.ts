import type { Frame, Page } from '@playwright/test';
import type { Customer } from './customer';
import { expect, test } from './fixtures';
import { listenTo } from './heard';
import { look } from './look';
import { asItWas, cutOff, enlarge, smallTargets, tooPale } from './readable';

/** The customer's panel without a mouse, without sight, and as its reader has set their screen. */

const PART = 'baton-chat';
/** Colours that black or white alone would not be read on. */
const HARD = ['#ffff00', '#ffffff', '#000000', '#ff0000', '#00ff00', '#0000ff', '#777777'];
const panelOf = (page: Page) => page.frames().find((frame) => frame.url().includes('/panel')) as Frame;

/** What the browser gives to a screen reader of the panel: "role name", in order. */
async function treeOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = (await session.send('Page.getFrameTree')) as {
    frameTree: { childFrames?: { frame: { id: string; url: string } }[] };
  };
  const frame = frameTree.childFrames?.find((one) => one.frame.url.includes('/panel'))?.frame;
  const { nodes } = await session.send('Accessibility.getFullAXTree', { ...(frame && { frameId: frame.id }) });
  await session.detach();
  return nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => `${role?.value} ${name?.value ?? ''}`.trim());
}

/** Goes on with Tab until this has the focus, and one sees where one is. */
async function tabTo(page: Page, what: ReturnType<Customer['button']>, key = 'Tab'): Promise<void> {
  await expect(what).toBeVisible();
  for (let n = 0; n < 20 && !(await what.evaluate((one) => one === document.activeElement)); n++)
    await page.keyboard.press(key);
  await expect(what).toBeFocused();
  expect(await what.evaluate((one) => one.matches(':focus-visible'))).toBe(true);
}

test('from the launcher to the rating by keyboard alone; each thing is said once, and an answer when it is whole', async ({
  shop,
  staff,
}) => {
  const { customer, page } = await shop();
  const { keyboard } = page;
  const ana = await staff('ana');
  const session = page.waitForResponse((response) => response.url().endsWith('/widget/session'));
  await customer.launcher.focus();
  await keyboard.press('Enter');
  customer.conversation = ((await (await session).json()) as { conversation: string }).conversation;
  await expect(customer.box).toBeFocused();
  await expect(customer.button('More')).toBeVisible();
  const said = await listenTo(panelOf(page));
  const once = async (...words: string[]) => {
    const heard = await said();
    for (const word of words) expect([word, heard.filter((one) => one.includes(word)).length]).toEqual([word, 1]);
    return heard;
  };

  /** At 320 px: everything answers to a finger; and with letters twice as large nothing is cut off. */
  const onSmallScreen = async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    const panel = panelOf(page);
    await expect(panel.locator('.full')).toHaveCount(1);
    expect.soft(await smallTargets(panel)).toEqual([]);
    await enlarge(panel);
    expect.soft(await cutOff(panel)).toEqual([]);
    await expect(customer.box).toBeInViewport({ ratio: 1 });
    if (!process.env.CI) await page.screenshot({ path: `.shots/panel-27-large-${shots++}.png` });
    await asItWas(panel);
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  let shots = 0;

  await test.step('asks, and hears the answer once, when it is whole', async () => {
    await keyboard.type('Do you have a 65 W charger?');
    await keyboard.press('Enter');
    await expect(customer.products).toBeVisible();
    const answer = await customer.from('Assistant', '').nth(1).innerText();
    const heard = await once('Do you have a 65 W charger?', answer);
    // Nothing of it was said while it was being written.
    const pieces = heard.filter((one) => one && answer.startsWith(one.replace(/^Assistant, \S+( [AP]M)? /, '')));
    expect(pieces.filter((one) => !one.includes(answer))).toEqual([]);
    await expect(customer.box).toBeFocused();
  });

  await test.step('asks for a person: the focus goes where the way out is', async () => {
    await tabTo(page, customer.button('Talk to a person'), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(customer.button('Cancel request')).toBeFocused();
    const heard = await once('You asked for a person.');
    // The estimate may follow a moment later, and then the status is read again with it; the same is never said twice.
    const waiting = heard.filter((one) => one.includes('Waiting for support team…'));
    expect(waiting).not.toEqual([]);
    expect(waiting).toEqual([...new Set(waiting)]);
    await onSmallScreen();
  });

  await test.step('a person comes and writes', async () => {
    await ana.open('Waiting', customer.guest);
    await ana.replyBox.pressSequentially('Hello');
    await expect(customer.panel.getByRole('status', { name: 'Typing' })).toContainText('Support is typing…');
    await ana.reply('Hello, Ana here.');
    await expect(customer.from('Ana', 'Hello, Ana here.')).toBeVisible();
    await expect(customer.button('Back to the assistant')).toBeFocused();
    const heard = await once('Ana joined the chat.', 'Hello, Ana here.');
    expect(heard).toContain('Typing Support is typing…');
  });

  await test.step('the names of the contract are those that a screen reader is given', async () => {
    const tree = await treeOf(page);
    for (const name of [
      'heading Ana',
      'button Close chat',
      'button More',
      'log Messages',
      'list Products',
      'textbox Message',
      'button Send',
      'status Support status',
      'status Typing',
      'status Connection',
      'button Back to the assistant',
    ])
      expect(tree, name).toContain(name);
    expect(tree.some((one) => /^dialog Chat with /.test(one))).toBe(true);
    expect(tree.filter((one) => /^article (You|Assistant|Ana), /.test(one)).length).toBeGreaterThan(3);
  });

  await test.step('nothing of it is lost in large letters, in forced colours, without motion, or in a store’s colour', async () => {
    await onSmallScreen();
    const panel = panelOf(page);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    expect(await panel.evaluate(() => document.getAnimations().filter((one) => one.playState === 'running'))).toEqual(
      [],
    );
    const style = (what: typeof customer.box, name: 'borderStyle' | 'outlineStyle') =>
      what.evaluate((one, of) => getComputedStyle(one)[of], name);
    expect(await style(customer.button('Send'), 'borderStyle')).toBe('solid');
    await customer.box.focus();
    expect(await style(customer.box, 'outlineStyle')).toBe('solid');
    await page.emulateMedia({ forcedColors: 'none' });
    expect.soft(await tooPale(panel, HARD, ['.msg.me', '.msg.person', '.face', '.leaving .btn.pri'])).toEqual([]);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  await test.step('leaves, rates, and is back where it began', async () => {
    await said();
    await tabTo(page, customer.button('Back to the assistant'), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(customer.button('Stay')).toBeFocused();
    await keyboard.press('Escape');
    await expect(customer.button('Back to the assistant')).toBeFocused();
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect(customer.button('Talk to a person')).toBeFocused();
    await expect(customer.panel.getByRole('group', { name: 'How was it?' })).toBeVisible();
    await once('Support session ended. The assistant is back to help.', 'How was it?');
    await tabTo(page, customer.button('Thumbs up'), 'Shift+Tab');
    await keyboard.press('Space');
    await expect(customer.button('Thumbs up')).toHaveAttribute('aria-pressed', 'true');
    await onSmallScreen();
    await look(page, 'panel-26-rated', PART, 'desktop');
    await keyboard.press('Escape');
    await expect(customer.launcher).toBeFocused();
  });
});
