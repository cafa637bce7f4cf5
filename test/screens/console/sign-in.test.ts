import type { Page } from 'playwright-core';
import { account, authenticator, password, setupToken } from '../../api/console/browser';
import { noRates } from '../../api/public-routes/wrong-tokens';
import { startApi, type RunningApi } from '../../api/running-api';
import { tabTo } from '../browser/keyboard';
import { accountWithCodes } from './account';
import { startTitle, titled, useConsole } from './console-browser';
import { say } from './console-words';

/** Into the console: by mouse, by keyboard, by a link that works once, and what does not get there. */
let api: RunningApi;
let aheadMs = 0;
const now = (): Date => new Date(Date.now() + aheadMs);
/** Its code is used up: the app shows another one then. */
const nextCode = (): void => {
  aheadMs += 30_000;
};
beforeAll(async () => {
  api = await startApi({ now, deps: { rates: noRates } });
});
afterEach(() => api.db.deleteFrom('sign_in_attempts').execute());
afterAll(() => api.stop());

const browser = useConsole(() => api);
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const signOut = async (page: Page): Promise<void> => {
  await press(page, say('sign_out'));
  await titled(page, say('sign_in.title'));
};

it('signs in with password and code, where it was asked to go, and out again', async () => {
  const person = await accountWithCodes(api, 'admin', now);
  nextCode();
  const { page, open } = await browser.nobody();
  await open('/keys', say('sign_in.title'));
  await page.getByLabel(say('sign_in.email')).fill(person.email);
  await page.getByLabel(say('sign_in.password')).fill('another one, of several words');
  await press(page, say('sign_in.go'));
  await page.getByText(say('sign_in.wrong')).waitFor();
  await page.getByLabel(say('sign_in.password')).fill(person.password);
  await press(page, say('sign_in.go'));
  await page.getByLabel(say('sign_in.code'), { exact: true }).fill('000000');
  await press(page, say('sign_in.go'));
  await page.getByText(say('sign_in.code.wrong')).waitFor();
  await page.getByLabel(say('sign_in.code'), { exact: true }).fill(person.code(now()));
  await press(page, say('sign_in.go'));
  await titled(page, say('nav.keys'));
  expect(new URL(page.url()).pathname).toBe('/console/keys');
  await signOut(page);
  await open('/keys', say('sign_in.title'));
});

it('signs in by keyboard alone, and asks for the code again where a reload left it', async () => {
  const person = await accountWithCodes(api, 'admin', now);
  nextCode();
  const { page, open } = await browser.nobody();
  await open('/keys', say('sign_in.title'));
  // The first field has the focus already.
  await page.keyboard.type(person.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');
  await page.getByLabel(say('sign_in.code'), { exact: true }).waitFor();
  await page.reload();
  await page.getByLabel(say('sign_in.code'), { exact: true }).waitFor();
  await page.keyboard.type(person.code(now()));
  await page.keyboard.press('Enter');
  await titled(page, say('nav.keys'));
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText(say('shortcut.on')).waitFor();
  await page.keyboard.press('Escape');
  await tabTo(page, say('sign_out'));
  await page.keyboard.press('Enter');
  await titled(page, say('sign_in.title'));
});

it('sets up an account by its link, once: password, app, recovery codes, each good for one sign-in', async () => {
  const email = 'new@example.org';
  const userId = await account(api, { email, role: 'admin', hasPassword: false });
  const link = `/set-up#${await setupToken(api, userId)}`;
  const { page, open } = await browser.nobody();
  await open(link, say('set_up.title'));
  await page.getByLabel(say('set_up.password'), { exact: true }).fill('password1234');
  await press(page, say('set_up.go'));
  await page.getByText('is one of those that are tried first').waitFor();
  await page.getByLabel(say('set_up.password'), { exact: true }).fill(password);
  await press(page, say('set_up.go'));
  await titled(page, say('enrol.title'));
  await page.getByRole('img', { name: say('enrol.picture') }).waitFor();
  const secret = (await page.getByRole('button', { name: /^Copy / }).textContent()) ?? '';
  const otpauth_url = `otpauth://totp/x?secret=${secret}`;
  const code = authenticator({ secret, otpauth_url });
  await page.getByLabel(say('sign_in.code'), { exact: true }).fill(code(now()));
  await press(page, say('enrol.go'));
  await page.getByText(say('recovery.title')).waitFor();
  const [recoveryCode = ''] = await page.locator('.recovery-codes code').allTextContents();
  await press(page, say('recovery.go'));
  await titled(page, startTitle('admin'));
  await signOut(page);
  for (const isFirst of [true, false]) {
    await page.getByLabel(say('sign_in.email')).fill(email);
    await page.getByLabel(say('sign_in.password')).fill(password);
    await press(page, say('sign_in.go'));
    await press(page, say('sign_in.lost'));
    await page.getByLabel(say('sign_in.recovery_code'), { exact: true }).fill(recoveryCode);
    await press(page, say('sign_in.go'));
    if (isFirst) {
      await titled(page, startTitle('admin'));
      await signOut(page);
    } else {
      await page.getByText(say('sign_in.code.wrong')).waitFor();
    }
  }
  const late = await browser.nobody();
  await late.open(link, say('set_up.title'));
  await late.page.getByLabel(say('set_up.password'), { exact: true }).fill(password);
  await press(late.page, say('set_up.go'));
  await titled(late.page, say('set_up.over.title'));
});
