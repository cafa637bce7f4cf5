import sharp from 'sharp';
import { startApi, type RunningApi } from '../../api/running-api';
import { tabTo } from '../browser/keyboard';
import { useConsole } from './console-browser';
import { say } from './console-words';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
const browser = useConsole(() => api);

async function settings(): Promise<unknown> {
  return (await api.ask('GET', '/api/v1/organization')).body['settings'];
}

const save = (group: 'review' | 'retention' | 'capture' | 'access' | 'branding') =>
  `${say('settings.save')}: ${say(`settings.${group}`)}`;

it('a group is changed by keyboard alone; a refused reason and a refused origin say which they are, at their fields', async () => {
  const { page, open } = await browser.signedIn('admin');
  await open('/settings', say('nav.settings'));
  await tabTo(page, say('settings.dual_review'));
  await page.keyboard.press('Space');
  await tabTo(page, say('settings.reject_reasons'));
  await page.keyboard.type('document_forged\nNot A Code');
  await tabTo(page, save('review'));
  await page.keyboard.press('Enter');
  await page.getByText('Entry 2: ').waitFor();
  const reasons = page.getByRole('textbox', { name: say('settings.reject_reasons') });
  await reasons.fill('document_forged\nno_match');
  await page.getByRole('button', { name: save('review') }).click();
  await page.getByText(say('settings.saved')).waitFor();
  expect(await settings()).toMatchObject({
    dual_review: true,
    hide_first_opinion: true,
    escalate_disagreement: true,
    reject_reasons: ['document_forged', 'no_match'],
  });

  const origins = page.getByRole('textbox', { name: say('settings.allowed_origins') });
  await origins.fill('https://shop.example/path');
  await page.getByRole('button', { name: save('access') }).click();
  await page.getByText('Entry 1: ').waitFor();
  await origins.fill('https://shop.example');
  await page.getByRole('button', { name: save('access') }).click();
  await page.getByText('Entry 1: ').waitFor({ state: 'detached' });
  await page.getByText(say('settings.saved')).nth(1).waitFor();
  expect(await settings()).toMatchObject({ allowed_origins: ['https://shop.example'] });
});

it('keeping data for a shorter time is asked about, with what it deletes; what is no number is never sent', async () => {
  const { page, open } = await browser.signedIn('admin');
  await open('/settings', say('nav.settings'));
  const hidden = page.getByRole('textbox', { name: say('settings.hidden_after') });
  const button = page.getByRole('button', { name: save('retention') });
  await hidden.fill('soon');
  await button.click();
  await page.getByText(say('settings.days.invalid')).waitFor();
  await hidden.fill('4000');
  await button.click();
  await page.getByText(say('settings.days.invalid')).waitFor({ state: 'detached' });
  await page.locator('.field-error').first().waitFor();
  expect(await settings()).toMatchObject({ sensitive_data_retention_days: 90 });
  await hidden.fill('30');
  await page.getByText(say('settings.deletes', { count: 30 })).waitFor();
  await button.click();
  const dialog = page.getByRole('alertdialog', { name: say('settings.retention.shorter') });
  await dialog.getByRole('button', { name: say('settings.retention.go') }).click();
  await page.getByText(say('settings.saved')).waitFor();
  expect(await settings()).toMatchObject({ sensitive_data_retention_days: 30 });
});

it('a brand colour that cannot be read is refused at its field as the API refuses it; the preview follows while it is typed', async () => {
  const { page, open } = await browser.signedIn('admin');
  await open('/settings/branding', say('nav.settings'));
  const colour = page.getByRole('textbox', {
    name: say('settings.brand_color'),
    exact: true,
  });
  await page.getByRole('textbox', { name: say('settings.display_name') }).fill('Northern Bank');
  await colour.fill('#ffee00');
  const painted = () =>
    page
      .locator('.phone-button')
      .first()
      .evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(await painted()).toBe('rgb(255, 238, 0)');
  expect(await page.locator('.phone-title').first().innerText()).toContain('Northern Bank');
  await page.getByRole('button', { name: save('branding') }).click();
  await page.getByText('has a contrast of').first().waitFor();
  expect(await settings()).toMatchObject({ branding: { brand_color: null } });
  await colour.fill('#1a66d9');
  await page.getByRole('button', { name: save('branding') }).click();
  await page.getByText(say('settings.saved')).waitFor();
  expect(await settings()).toMatchObject({
    branding: { brand_color: '#1a66d9', display_name: 'Northern Bank' },
  });
});

it('a logo is set from a file and removed; a file that is no picture says so', async () => {
  const { page, open } = await browser.signedIn('admin');
  await open('/settings/branding', say('nav.settings'));
  const choose = page.getByLabel(say('settings.logo.choose'), { exact: true }).first();
  await choose.setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: Buffer.from('no picture'),
  });
  await page.getByRole('alert').waitFor();
  const buffer = await sharp({
    create: { width: 300, height: 90, channels: 3, background: '#1a66d9' },
  })
    .png()
    .toBuffer();
  await choose.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer });
  const logo = page.getByRole('img', { name: say('settings.logo.now') });
  await logo.waitFor();
  expect(await logo.evaluate((one) => 'naturalWidth' in one && one.naturalWidth)).toBe(300);
  await page.getByRole('button', { name: say('settings.logo.remove') }).click();
  await logo.waitFor({ state: 'detached' });
});

it('settings are for administrators; whoever may not see them is told so', async () => {
  const { page, open } = await browser.signedIn('senior');
  await open('/settings', say('nav.settings'));
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('link', { name: say('nav.settings') }).count()).toBe(0);
});
