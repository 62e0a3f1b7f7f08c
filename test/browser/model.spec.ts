import { startModelApi } from '../assistant/model-api';
import { says, searches } from '../assistant/model-plans';
import { fits } from './fits';
import { expect, test } from './fixtures';
import { look } from './look';
import { withSettings } from './store-settings';

/** A merchant gives the chat a language model of their own, from the page where it is set to what a customer reads. */

test('a model is chosen, saved, tried, and answers a customer', async ({ staff, shop, team }) => {
  test.setTimeout(120_000);
  const ana = await staff('ana');
  const { page } = ana;
  const api = await startModelApi();
  const plan = (...answers: unknown[]) =>
    fetch(`${api}/plan`, { method: 'POST', body: JSON.stringify({ model: 'shop-1', answers }) });
  await withSettings(ana, team.store.id, {}, async () => {
    await ana.goToSettings('Assistant');
    await page.getByRole('radio', { name: 'A language model' }).check();
    await page.getByRole('textbox', { name: 'Instructions' }).fill('Hand over when somebody asks about a bulk order.');
    await ana.button('Save changes').click();
    await expect(page.getByRole('status', { name: 'Saved' })).toHaveText(/^Saved\./);

    const model = page.getByRole('region', { name: 'The model' });
    await model.getByRole('textbox', { name: 'Model' }).fill('shop-1');
    await model.getByRole('textbox', { name: 'Address' }).fill(`${api}/v1`);
    await model.getByLabel('Key').fill('sk-of-the-shop');
    await model.getByRole('button', { name: 'Save model' }).click();
    await expect(model.getByRole('status')).toHaveText('Saved.');
    await expect(model.getByText(/^Set (today|yesterday) at/)).toBeVisible();

    await plan({ status: 401 }, says('Hello.', { basis: 'small_talk' }));
    await model.getByRole('button', { name: 'Try it' }).click();
    await expect(model.getByRole('status')).toHaveText('The server did not accept the key.');
    await model.getByRole('button', { name: 'Try it' }).click();
    await expect(model.getByRole('status')).toHaveText(/^It answered/);
    await look(page, 'settings-model');
    await fits(page);

    await plan(searches('headphones'), says('We have several.', { products: [] }));
    const { customer } = await shop();
    await customer.open();
    await customer.say('Which headphones do you have?');
    await expect(customer.from('Assistant', 'We have several.')).toBeVisible();

    const words = 'Looks for headphones to run with. Has not said what they may cost.';
    await plan({ text: [words] });
    await customer.button('Talk to a person').click();
    await ana.goToInbox();
    await ana.open('Waiting', customer.guest);
    const story = page.getByRole('region', { name: 'What happened so far' });
    await expect(story.getByText(/^Written by the assistant, /)).toBeVisible();
    await expect(story).toContainText(words);
    await look(page, 'in-words');
    await customer.button('Cancel request').click();
    await expect(customer.status).not.toContainText('Waiting');
  });
});
