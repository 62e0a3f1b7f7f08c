import type { Page } from '@playwright/test';
import { expect, MAILBOX, ORIGIN, test } from './fixtures';
import { withSettings } from './store-settings';

/** A customer who has left is answered by email, and answers by email: through the platform's own door for mail. */

const EMAIL = 'jonas.weber@example.com';

/** What a mail program sends, at the door where Email Routing delivers (`wrangler dev` has the same one). */
const deliver = ({ request }: Page, to: string, text: string) =>
  request.post(`${ORIGIN}/cdn-cgi/handler/email?${new URLSearchParams({ from: EMAIL, to })}`, {
    headers: { 'content-type': 'message/rfc822' },
    data: [
      `From: Jonas Weber <${EMAIL}>`,
      `To: ${to}`,
      'Subject: Re: Ana answered you',
      `Message-ID: <${crypto.randomUUID()}@example.com>`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '',
      '-- ',
      'Jonas Weber',
      '',
      `On Tue, 12 May 2026 at 14:03, Ana <${to}> wrote:`,
      '',
      '> It is on its way.',
      '> Anything else?',
    ].join('\r\n'),
  });

test('whoever left reads the answer in their mailbox, and their own answer stands in the chat', async ({
  shop,
  staff,
  team,
}) => {
  const ana = await staff('ana');
  await withSettings(ana, team.store.id, { replyByEmailAfter: 10 }, async () => {
    // Nobody of the team is there, so an address is asked for at once.
    await ana.page.goto('about:blank');
    const { customer, page, watch } = await shop();
    await customer.open();
    await customer.ask();
    await customer.leaveEmail(EMAIL);
    await expect(customer.status).toContainText(`We’ll answer at ${EMAIL}.`);
    const { guest } = customer;
    await page.goto('about:blank');

    await ana.goToInbox();
    await ana.open('Waiting', guest);
    await ana.reply('It is on its way. Anything else?');

    const mailbox = await page.context().newPage();
    // The letter's own frame is a sandbox, and the browser says that it is.
    watch.expectErrors(/Blocked script execution in '[^']+\/dev\/mailbox\//);
    await expect(async () => {
      await mailbox.goto(MAILBOX);
      const mail = mailbox.getByRole('listitem').filter({ hasText: EMAIL }).filter({ hasText: 'answered you' });
      await mail.first().getByRole('link').click({ timeout: 500 });
    }).toPass({ timeout: 45_000 });
    const letter = await mailbox.getByRole('main').innerText();
    expect(letter).toContain('It is on its way. Anything else?');
    const to = /Answers go to (\S+)/.exec(letter)?.[1] ?? '';
    expect(to).toMatch(/^reply\+[a-z2-7]{40}@/);

    await test.step('by any mail program', async () => {
      expect((await deliver(mailbox, to, 'Yes: the lid, please.')).status()).toBe(200);
      await expect(ana.message('Yes: the lid, please.')).toBeVisible();
      await expect(ana.message('Anything else?')).toHaveCount(1);
    });

    await test.step('by the local mailbox, as a developer', async () => {
      await mailbox.getByRole('textbox', { name: `As ${EMAIL}` }).fill('And the whisk, too.');
      await mailbox.getByRole('button', { name: 'Send' }).click();
      await expect(mailbox.getByRole('status')).toHaveText('Your answer went out.');
      await expect(ana.message('And the whisk, too.')).toBeVisible();
    });

    await test.step('and an address that nobody made is refused in one neutral sentence', async () => {
      const forged = await deliver(mailbox, to.replace(/.{4}@/, 'aaaa@'), 'Let me in');
      expect(forged.status()).toBe(400);
      expect(await forged.text()).toContain('This address does not take this mail.');
      await expect(ana.message('Let me in')).toBeHidden();
    });
    await ana.end('Resolved');
  });
});
