import { noRates } from '../../api/public-routes/wrong-tokens';
import { startApi, type RunningApi } from '../../api/running-api';
import { accountWithCodes, type Account } from './account';
import { useConsole, type Reviewer } from './console-browser';
import { say } from './console-words';

/** A sign-in that runs out in the middle of something, and an API that goes away in it: nothing typed is lost. */
let api: RunningApi;
let aheadMs = 0;
const now = (): Date => new Date(Date.now() + aheadMs);
beforeAll(async () => {
  api = await startApi({ now, deps: { rates: noRates } });
});
afterEach(() => api.db.deleteFrom('sign_in_attempts').execute());
afterAll(() => api.stop());

const browser = useConsole(() => api);
const idleMs = 31 * 60_000;

/** Who has typed half a key. */
async function typing(label: string): Promise<Reviewer & { readonly person: Account }> {
  const person = await accountWithCodes(api, 'admin', now);
  const reviewer = await browser.nobody();
  await person.enter(reviewer);
  const { page, open } = reviewer;
  await open('/keys', say('nav.keys'));
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByLabel(say('keys.label'), { exact: true }).fill(label);
  await page.getByRole('dialog').getByText('sessions:read', { exact: true }).click();
  return { ...reviewer, person };
}

const keysNamed = (label: string) =>
  api.db.selectFrom('api_keys').select('id').where('label', '=', label).execute();

const submit = (page: Reviewer['page']): Promise<void> =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: say('keys.create'), exact: true })
    .click();

it('asks for a new sign-in over what is open, and then does what was asked, once', async () => {
  const { page, person } = await typing('Typed for long');
  aheadMs += idleMs;
  await submit(page);
  await page.getByText(say('proof.sign_in.title')).waitFor();
  expect(await page.getByLabel(say('sign_in.email')).inputValue()).toBe(person.email);
  await page.getByLabel(say('sign_in.password')).fill(person.password);
  await page.keyboard.press('Enter');
  await page.getByLabel(say('sign_in.code'), { exact: true }).fill(person.code(now()));
  await page.keyboard.press('Enter');
  const secret = page.getByLabel(say('keys.secret'), { exact: true });
  await secret.waitFor();
  expect(await secret.inputValue()).toMatch(/^vk_live_/);
  expect(await keysNamed('Typed for long')).toHaveLength(1);
});

it('keeps what was typed when the person does not sign in again, and does nothing', async () => {
  const { page } = await typing('Given up');
  aheadMs += idleMs;
  await submit(page);
  const proof = page.getByRole('dialog', { name: say('proof.sign_in.title') });
  await proof.getByRole('button', { name: say('dialog.cancel'), exact: true }).click();
  await page.getByText(say('problem.given_up')).waitFor();
  const field = page.getByRole('dialog').getByLabel(say('keys.label'), { exact: true });
  expect(await field.inputValue()).toBe('Given up');
  expect(await keysNamed('Given up')).toHaveLength(0);
  // The screens ask for nothing any more, and say so.
  await page.getByText(say('signed_out.text')).waitFor();
});

it('asks for a fresh code before a key is made, where the last one was shown long ago', async () => {
  const { page, person } = await typing('Fresh code');
  // Busy enough to stay signed in.
  aheadMs += 20 * 60_000;
  await submit(page);
  await page.getByText(say('proof.code.title')).waitFor();
  await page.getByLabel(say('sign_in.code'), { exact: true }).fill(person.code(now()));
  await page.keyboard.press('Enter');
  await page.getByLabel(say('keys.secret'), { exact: true }).waitFor();
  expect(await keysNamed('Fresh code')).toHaveLength(1);
});

it('says that the API is away, goes on when it is back, and makes what was asked for once', async () => {
  const { page, context, watch } = await typing('While restarting');
  watch.expectLine(/ERR_CONNECTION_REFUSED|status of 50[23]/);
  let away = true;
  await context.route('**/api/v1/**', (route) => (away ? route.abort() : route.continue()));
  await context.route('**/readyz', (route) => (away ? route.abort() : route.continue()));
  watch.expectLine(/ERR_FAILED/);
  await submit(page);
  await page.getByText(say('connection.away')).waitFor();
  await page.getByText(say('problem.unreachable')).waitFor();
  away = false;
  await page.getByText(say('connection.away')).waitFor({ state: 'detached' });
  await submit(page);
  await page.getByLabel(say('keys.secret'), { exact: true }).waitFor();
  expect(await keysNamed('While restarting')).toHaveLength(1);
});
