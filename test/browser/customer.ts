import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { guestName } from '../../src/conversation/views/staff';
import english from '../../widget/locales/en.json' with { type: 'json' };

export type Words = typeof english;

/** Guests are told apart by four digits, and now and then two have the same: not two of one run. */
const guests = new Map<string, string>();

/** A customer in one tab of the shop. Found by role and name only, as a screen reader would. */
export class Customer {
  constructor(
    readonly page: Page,
    private readonly words: Pick<Words, 'openChat' | 'message' | 'messages' | 'talk' | 'status' | 'you'> = english,
  ) {}

  get launcher(): Locator {
    return this.page.getByRole('button', { name: this.words.openChat });
  }

  get panel(): FrameLocator {
    return this.page.getByRole('dialog').locator('iframe:not([hidden])').contentFrame();
  }

  get box(): Locator {
    return this.panel.getByRole('textbox', { name: this.words.message, exact: true });
  }

  get log(): Locator {
    return this.panel.getByRole('log', { name: this.words.messages });
  }

  /** The dock's words. It is always in the page. */
  get status(): Locator {
    return this.panel.getByRole('status', { name: this.words.status });
  }

  button(name: string): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }

  /** The conversation's id, once the panel was opened. */
  conversation = '';

  /** How the dashboard names this customer. */
  get guest(): string {
    return guestName(this.conversation);
  }

  /** Opens the panel, and waits until one can write. */
  async open(): Promise<void> {
    const session = this.page.waitForResponse((response) => response.url().endsWith('/widget/session'));
    await this.launcher.click();
    const { conversation } = (await (await session).json()) as { conversation: string };
    this.conversation = conversation;
    await expect(this.box).toBeFocused();
    const known = guests.get(this.guest) ?? conversation;
    guests.set(this.guest, known);
    if (known === conversation) return;
    await this.page.evaluate(() => localStorage.clear());
    await this.page.reload();
    await this.open();
  }

  async say(text: string): Promise<void> {
    await this.box.fill(text);
    await this.box.press('Enter');
    await expect(this.message(text)).toBeVisible();
  }

  /** A message that holds these words, whoever wrote it. */
  message(text: string | RegExp): Locator {
    return this.log.getByRole('article').filter({ hasText: text });
  }

  /** The cards of the newest answer that has some. */
  get products(): Locator {
    return this.log.getByRole('list', { name: 'Products' }).last();
  }

  from(who: string, text: string | RegExp): Locator {
    return this.log.getByRole('article', { name: new RegExp(`^${who}, `) }).filter({ hasText: text });
  }

  get emailField(): Locator {
    return this.panel.getByRole('textbox', { name: 'Email address', exact: true });
  }

  /** Wherever the panel asks for an address: types one, and leaves it. */
  async leaveEmail(address: string): Promise<void> {
    await this.emailField.fill(address);
    await this.button('Leave email').click();
  }

  /** Asks for a person by the button, and sees that one waits. */
  async ask(): Promise<void> {
    await this.button(this.words.talk).click();
    await expect(this.status).toContainText('Waiting for support team…');
  }

  /** Ends the chat with a person, and leaves the team's lists. */
  async leave(): Promise<void> {
    await this.button('Back to the assistant').click();
    await this.panel.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
    await expect(this.panel.getByRole('group', { name: 'How was it?' })).toBeVisible();
  }
}
