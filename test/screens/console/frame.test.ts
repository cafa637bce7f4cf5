import { insertApiKey } from '../../../shared/auth/insert-api-key';
import { roleScopes, userRoles, type UserRole } from '../../../shared/domain/auth/roles';
import { destinationsFor } from '../../../services/console/review/frame/navigation';
import { firstOrganization } from '../../api/console/signed-in';
import { startApi, type RunningApi } from '../../api/running-api';
import { startTitle, titled, useConsole } from './console-browser';
import { say } from './console-words';

/** What stands around every screen: who may go where, in which environment, and by which keys. */
let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  const organizationId = await firstOrganization(api.db);
  for (const environment of ['live', 'sandbox'] as const) {
    const key = { organizationId, environment, label: `Shop, ${environment}`, scopes: [] };
    await insertApiKey(api.db, key, new Date());
  }
});
afterAll(() => api.stop());

const browser = useConsole(() => api);

it.each(userRoles)('a %s finds what they may use, and nothing else', async (role: UserRole) => {
  const { page } = await browser.signedIn(role);
  await page.goto(`${api.url}/console`);
  const navigation = page.getByRole('navigation', { name: say('frame.navigation') });
  await navigation.waitFor({ state: 'attached' });
  const shown = destinationsFor(roleScopes[role]).flatMap(({ destinations }) => destinations);
  expect(await navigation.getByRole('link').allTextContents()).toEqual(
    shown.map(({ text }) => say(text)),
  );
});

it('says that a role does not allow a screen that is opened by its address', async () => {
  const { page } = await browser.signedIn('reviewer');
  await page.goto(`${api.url}/console/keys`);
  await page.getByText(say('problem.forbidden')).waitFor();
});

it('shows live and sandbox apart, and says which one it is', async () => {
  const { page, open } = await browser.signedIn('admin');
  await open('/keys', say('nav.keys'));
  await page.getByText('Shop, live').waitFor();
  await page.getByRole('button', { name: say('environment.sandbox'), exact: true }).click();
  await page.getByText(say('environment.sandbox.text')).waitFor();
  await page.goto(`${api.url}/console/keys`);
  await page.getByText('Shop, sandbox').waitFor();
  expect(await page.getByText('Shop, live').count()).toBe(0);
  await page.getByRole('button', { name: say('environment.live'), exact: true }).click();
  await page.getByText(say('environment.sandbox.text')).waitFor({ state: 'detached' });
});

it('covers a tab whose browser was switched to the other environment in another tab', async () => {
  const { page, context, open } = await browser.signedIn('admin');
  await open('/keys', say('nav.keys'));
  const other = await context.newPage();
  await other.goto(`${api.url}/console/keys`);
  await other.getByRole('button', { name: say('environment.sandbox'), exact: true }).click();
  await other.getByText(say('environment.sandbox.text')).waitFor();
  const cover = page.getByRole('alertdialog', { name: say('elsewhere.title') });
  await cover.getByRole('button', { name: say('elsewhere.go') }).click();
  await page.getByText('Shop, sandbox').waitFor();
  expect(await cover.count()).toBe(0);
});

it('lists its keys behind “?”, and leaves letters alone where they are typed or switched off', async () => {
  const { page, open } = await browser.signedIn('admin');
  await open('/keys', say('nav.keys'));
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('keys.label'), { exact: true }).fill('');
  await page.keyboard.type('c?');
  expect(await dialog.getByLabel(say('keys.label'), { exact: true }).inputValue()).toBe('c?');
  await dialog.getByRole('button', { name: say('dialog.cancel'), exact: true }).click();
  await page.keyboard.press('?');
  await dialog.getByText(say('keys.create'), { exact: true }).waitFor();
  await dialog.getByText(say('shortcut.on')).click();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('c');
  await page.keyboard.press('?');
  expect(await dialog.count()).toBe(0);
});

it('leads on from an address that is none', async () => {
  const { page, open } = await browser.signedIn('admin');
  await open('/nowhere/at/all', say('not_found.title'));
  await page.getByRole('link', { name: say('not_found.home') }).click();
  await titled(page, startTitle('admin'));
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('h1');
});
