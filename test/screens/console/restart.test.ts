import { startService, type RunningService } from '../../processes/running-service';
import { useConsole } from './console-browser';
import { say } from './console-words';

/** An API process that ends and is started again, under a console that stays open. */
let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const browser = useConsole(() => ({ url: service.apiUrl, db: service.db }));

it('says that the API is away, is live again by itself when it is back, and keeps what was typed', async () => {
  const { page, open, watch } = await browser.signedIn('admin');
  // The browser's own word on requests that found nobody, and on the stream that broke.
  watch.expectLine(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET/);
  await open('/queue', say('nav.queue'));
  const live = page.getByText(say('queue.live'), { exact: true });
  await live.waitFor();
  await page.getByLabel(say('queue.tag')).fill('payouts');
  await page.evaluate(() => {
    document.body.dataset['stayed'] = 'yes';
  });
  await service.api.kill('SIGTERM');
  // Nobody touches anything: the page finds out by itself.
  await page.getByText(say('connection.away')).waitFor();
  await service.startApi();
  await page.getByText(say('connection.away')).waitFor({ state: 'detached' });
  await live.waitFor();
  expect(await page.getByLabel(say('queue.tag')).inputValue()).toBe('payouts');
  expect(await page.locator('body[data-stayed=yes]').count()).toBe(1);
  expect(await page.getByRole('alert').count()).toBe(0);
});

it('sends by itself what was asked for while the API was away, once', async () => {
  const { page, open, watch } = await browser.signedIn('admin');
  watch.expectLine(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET/);
  await open('/keys', say('nav.keys'));
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('keys.label'), { exact: true }).fill('While restarting');
  await page.getByText('sessions:read', { exact: true }).click();
  const create = dialog.getByRole('button', { name: say('keys.create'), exact: true });
  await service.api.kill('SIGKILL');
  await create.click();
  await page.getByText(say('connection.away')).waitFor();
  await service.startApi();
  await page.getByText(say('connection.away')).waitFor({ state: 'detached' });
  const secret = page.getByLabel(say('keys.secret'), { exact: true });
  const unsent = page.getByText(say('problem.unreachable'));
  // Given up before the API was back, it stands there as it was typed, to be sent by one more press.
  await secret.or(unsent).first().waitFor();
  if (await unsent.isVisible()) await create.click();
  await secret.waitFor();
  const made = await service.db
    .selectFrom('api_keys')
    .select('id')
    .where('label', '=', 'While restarting')
    .execute();
  expect(made).toHaveLength(1);
});
