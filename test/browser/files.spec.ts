import { Buffer } from 'node:buffer';
import { deflateSync } from 'node:zlib';
import type { Frame, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { look } from './look';

/** Photos and files, as both sides choose, paste, drop, cancel and see them. What is refused and why: test/routes/files.test.ts. */

/** A picture of one colour, as a browser really draws it. */
function picture(width: number, height: number, colour: [number, number, number]): Buffer {
  const row = Buffer.concat([Buffer.of(0), Buffer.concat(Array(width).fill(Buffer.from(colour)))]);
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(Array(height).fill(row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** What a hand does with files: pasted, or dropped on the page. */
const bring = (where: Frame | Page, how: 'paste' | 'drop', name: string, type: string, bytes: Buffer) =>
  where.evaluate(
    ([how, name, type, data]) => {
      const carried = new DataTransfer();
      carried.items.add(new File([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], name, { type }));
      const init = { bubbles: true, cancelable: true };
      const event =
        how === 'paste'
          ? new ClipboardEvent('paste', { ...init, clipboardData: carried })
          : new DragEvent('drop', { ...init, dataTransfer: carried });
      (document.activeElement ?? document.body).dispatchEvent(event);
    },
    [how, name, type, bytes.toString('base64')] as const,
  );

test('a customer shows the broken thing, and the team answers with a label', async ({ shop, staff }) => {
  const { customer, page, watch } = await shop();
  // What is refused, and what a line that breaks does not carry.
  watch.expectErrors(/422 .*\/widget\/files/, /ERR_FAILED .*\/widget\/files/);
  // Playwright's own recording reads pictures; the panel's policy lets it not.
  watch.expectErrors(/^Connecting to 'blob:/);
  const ana = await staff('ana');
  await customer.open();
  const frame = page.frames().find((one) => one.url().includes('/panel'));
  if (!frame) throw new Error('no panel');
  const tray = customer.panel.getByRole('list', { name: 'Photos and files to send' });
  const item = (name: string) => tray.getByRole('listitem').filter({ hasText: name });
  const send = customer.button('Send');
  await expect(customer.button('Add photos or files')).toBeVisible();

  await test.step('pasted, dropped and picked; one is cancelled on its way, one is a lie, one fails and goes again', async () => {
    await bring(frame, 'paste', 'lid.png', 'image/png', picture(320, 240, [200, 90, 60]));
    await expect(item('lid.png').getByRole('button', { name: 'Remove lid.png' })).toBeVisible();
    let let_go = () => {};
    const held = new Promise<void>((resolve) => {
      let_go = resolve;
    });
    await page.route('**/widget/files', async (route) => {
      await held;
      await route.abort().catch(() => {});
    });
    await bring(frame, 'drop', 'wrong.png', 'image/png', picture(40, 40, [0, 0, 0]));
    await expect(item('wrong.png').getByRole('progressbar', { name: 'wrong.png' })).toBeVisible();
    await expect(send).toBeDisabled();
    await item('wrong.png').getByRole('button', { name: 'Cancel wrong.png' }).click();
    await expect(item('wrong.png')).toHaveCount(0);
    await expect(customer.box).toBeFocused();

    const chooser = page.waitForEvent('filechooser');
    await customer.button('Add photos or files').click();
    await (await chooser).setFiles([
      { name: 'receipt.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') },
      { name: 'cat.png', mimeType: 'image/png', buffer: Buffer.from('<html><script>1</script>') },
    ]);
    let_go();
    await expect(item('receipt.pdf').getByRole('alert')).toHaveText('Could not be sent.');
    // The next one has been held up as well by now.
    await expect(item('cat.png').getByRole('alert')).toHaveText('Could not be sent.');
    await page.unroute('**/widget/files');
    await item('receipt.pdf').getByRole('button', { name: 'Try receipt.pdf again' }).click();
    await expect(item('receipt.pdf').getByRole('button', { name: 'Remove receipt.pdf' })).toBeVisible();
    const again = item('cat.png').getByRole('button', { name: 'Try cat.png again' });
    await again.click();
    await expect(item('cat.png').getByRole('alert')).toHaveText('What is in this file is not what its name says.');
    await expect(again).toHaveCount(0);
    await look(page, 'files-tray', 'html', 'phone');
    await item('cat.png').getByRole('button', { name: 'Remove cat.png' }).click();
  });

  await test.step('they go with the words, and stand there after a reload', async () => {
    // So low that the picture is longer than the log.
    await page.setViewportSize({ width: 1280, height: 480 });
    await customer.box.fill('The lid came broken, I want a person');
    await send.click();
    await expect(tray).toHaveCount(0);
    const mine = customer.from('You', 'The lid came broken');
    const below = () => customer.log.evaluate((log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight));
    await expect(mine.getByRole('img', { name: 'lid.png' })).toHaveJSProperty('naturalWidth', 320);
    await expect.poll(below, { message: 'the newest line is in sight' }).toBe(0);
    await page.reload();
    await expect(mine.getByRole('img', { name: 'lid.png' })).toHaveJSProperty('naturalWidth', 320);
    await expect.poll(below, { message: 'the newest line is in sight after a reload' }).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    const receipt = mine.getByRole('link', { name: /^receipt\.pdf/ });
    await expect(receipt).toHaveAttribute('href', /^\/files\//);
    // On the bubble's own ground, in its own ink.
    await expect(receipt).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    await expect(customer.status).toContainText('Waiting for support team…');
  });

  await test.step('staff see the photo in the chat, the file to be saved, and answer with one of their own', async () => {
    await ana.open('Waiting', customer.guest);
    await ana.button('Take over').click();
    const theirs = ana.message('The lid came broken');
    await expect(theirs.getByRole('img', { name: 'lid.png' })).toHaveJSProperty('naturalWidth', 320);
    await expect(theirs.getByRole('link', { name: /^receipt\.pdf/ })).toBeVisible();
    const list = ana.page.getByRole('list', { name: 'Files to send' });
    await ana.replyBox.focus();
    await bring(ana.page, 'paste', 'label.pdf', 'application/pdf', Buffer.from('%PDF-1.7\n%%EOF\n'));
    await expect(list.getByRole('button', { name: 'Remove label.pdf' })).toBeVisible();
    await look(ana.page, 'files-staff', 'html', 'desktop');
    await ana.button('Send').click();
    await expect(list).toHaveCount(0);
    await expect(ana.log.getByRole('link', { name: /^label\.pdf/ })).toBeVisible();
  });

  await test.step('on a phone’s width too; the file is saved under its name and is never a page', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    const label = customer.log.getByRole('link', { name: /^label\.pdf/ });
    await expect(label).toHaveAttribute('href', /^\/files\//);
    const download = page.waitForEvent('download');
    await label.click();
    expect((await download).suggestedFilename()).toBe('label.pdf');
  });
  await customer.leave();
});
