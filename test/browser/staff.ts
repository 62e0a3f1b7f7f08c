import { expect, type Locator, type Page } from '@playwright/test';
import type { Watch } from './watch';

/** A staff member in the dashboard. */
export class Staff {
  constructor(
    readonly page: Page,
    readonly name: string,
    readonly watch?: Watch,
  ) {}

  get inbox(): Locator {
    return this.page.getByRole('region', { name: 'Queue' });
  }

  get waiting(): Locator {
    return this.inbox.getByRole('list', { name: 'Waiting', exact: true });
  }

  row(list: 'Waiting' | 'Mine' | 'Team' | 'With the assistant', customer: string): Locator {
    return this.inbox
      .getByRole('list', { name: list, exact: true })
      .getByRole('link', { name: new RegExp(`^${customer}`) });
  }

  talk(customer: string): Locator {
    return this.page.getByRole('region', { name: `Conversation with ${customer}`, exact: true });
  }

  get log(): Locator {
    return this.page.getByRole('log', { name: 'Messages' });
  }

  message(text: string | RegExp): Locator {
    return this.log.getByRole('article').filter({ hasText: text });
  }

  note(text: string): Locator {
    return this.log.getByRole('article', { name: /^Private note by / }).filter({ hasText: text });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get replyBox(): Locator {
    return this.page.getByRole('textbox', { name: 'Reply', exact: true });
  }

  /** What is kept at once, without a button, is shown before it is: this is over when it is kept. */
  async kept(choose: () => Promise<unknown>): Promise<void> {
    const answered = this.page.waitForResponse((response) => response.request().method() === 'PUT');
    await choose();
    expect((await answered).status()).toBe(200);
  }

  async goToInbox(): Promise<void> {
    await this.page.goto('/dashboard/');
    await expect(this.inbox.getByRole('heading', { name: 'Inbox' })).toBeVisible();
    await expect(this.page.getByRole('switch', { name: 'On duty' })).toBeEnabled();
  }

  async open(list: Parameters<Staff['row']>[0], customer: string): Promise<void> {
    await this.row(list, customer).click();
    // Rows hold still while the pointer is on one.
    await this.talk(customer).getByRole('heading', { name: customer }).hover();
  }

  async reply(text: string): Promise<void> {
    await this.page.getByRole('tab', { name: 'Reply' }).click();
    await this.replyBox.fill(text);
    await this.button('Send').click();
    await expect(this.message(text)).toBeVisible();
  }

  async writeNote(text: string): Promise<void> {
    await this.page.getByRole('tab', { name: 'Private note' }).click();
    await this.page.getByRole('textbox', { name: 'Private note' }).fill(text);
    await this.button('Add note').click();
    await expect(this.note(text)).toBeVisible();
  }

  /** What the status of the frame says: it is spoken, never seen. */
  get told(): Locator {
    return this.page.getByRole('status', { name: 'Desk' });
  }

  /** The strip of a chat that is being passed on, with its sender and with whom it is offered to. */
  get offer(): Locator {
    return this.page.getByRole('status', { name: 'Transfer' });
  }

  /** Offers the open chat to a person or a team, by the dialog. */
  async transfer(to: string, note = ''): Promise<void> {
    await this.button('Transfer').click();
    const dialog = this.page.getByRole('dialog', { name: 'Transfer chat' });
    await dialog.getByRole('option', { name: new RegExp(`^${to}`) }).click();
    if (note) await dialog.getByRole('textbox', { name: 'Private note' }).fill(note);
    await dialog.getByRole('button', { name: 'Transfer', exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** A page of the settings, by its name in their navigation. */
  async goToSettings(page: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
    await this.page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: page }).click();
    await expect(this.page.getByRole('heading', { name: page, level: 2 })).toBeVisible();
  }

  async end(outcome: 'Resolved' | 'Escalated' | 'Follow up', note = ''): Promise<void> {
    await this.button('End session').click();
    const dialog = this.page.getByRole('dialog', { name: 'End session' });
    const verb = dialog.getByRole('button', { name: 'End session', exact: true });
    await expect(verb).toBeDisabled();
    await dialog.getByRole('radio', { name: outcome }).check();
    if (note) await dialog.getByRole('textbox', { name: 'Ending note' }).fill(note);
    await verb.click();
    await expect(dialog).toBeHidden();
  }
}

/** Of two who wanted the same chat: who has it, and who has not. */
export async function whoHasIt(one: Staff, other: Staff): Promise<[Staff, Staff]> {
  const mine = (staff: Staff) => staff.button('End session').isVisible();
  await expect.poll(async () => [await mine(one), await mine(other)].filter(Boolean).length).toBe(1);
  return (await mine(one)) ? [one, other] : [other, one];
}
