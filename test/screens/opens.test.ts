import { randomBytes } from 'node:crypto';
import { expectAccessible } from './browser/accessible';
import { useBrowser } from './browser/page-browser';
import { personAt } from './browser/person';
import { say } from './browser/words';
import { startInstantService, type PageService } from './page-service';

/** The page opens on every link, and says what has become of it. */
let service: PageService;
beforeAll(async () => {
  service = await startInstantService();
});
afterAll(() => service.stop());

const browser = useBrowser();
const workflow = 'Document and selfie';

it('a live link: what the check is, and a way to begin', async () => {
  const { url } = await service.create(workflow);
  const { page } = await browser.visitor(service.origin);
  const answer = await page.goto(url);
  expect(answer?.status()).toBe(200);
  await personAt(page).sees(say('start.title'));
  await page.getByRole('button', { name: say('start.go') }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await expectAccessible(page);
});

it('a link that there never was: that it does not work, without a word more', async () => {
  const { page } = await browser.visitor(service.origin);
  const unknown = randomBytes(32).toString('base64url');
  const answer = await page.goto(`${service.origin}/verify/${unknown}`);
  expect(answer?.status()).toBe(410);
  await personAt(page).sees(say('trouble.gone.title'));
  await expectAccessible(page);
});

it('a link that is replaced while its page is open: the same, at the next step', async () => {
  const { id, url } = await service.create(workflow);
  const { page } = await browser.visitor(service.origin);
  await page.goto(url);
  const person = personAt(page);
  await person.press(say('start.go'));
  const { key, origin } = service;
  await service.ask('POST', `${origin}/api/v1/sessions/${id}/generate-one-time-link`, {
    key,
    json: {},
  });
  await person.press(say('consent.agree'));
  await person.sees(say('trouble.gone.title'));
});

it('a link that another browser holds: where to go on', async () => {
  const { url } = await service.create(workflow);
  const first = await browser.visitor(service.origin);
  await first.page.goto(url);
  await personAt(first.page).press(say('start.go'));
  await personAt(first.page).press(say('consent.agree'));
  await personAt(first.page).sees(say('choice.title'));
  const second = await browser.visitor(service.origin);
  const answer = await second.page.goto(url);
  expect(answer?.status()).toBe(200);
  await personAt(second.page).sees(say('trouble.in_use.title'));
  await expectAccessible(second.page);
  // It is held by its cookie: the first one goes on, also when it is opened again.
  await first.page.reload();
  await personAt(first.page).sees(say('choice.title'));
});

it('without JavaScript: what is needed', async () => {
  const { url } = await service.create(workflow);
  const { page } = await browser.visitor(service.origin, {
    options: { javaScriptEnabled: false },
  });
  await page.goto(url);
  // Chromium parses it, and shows it only to those who switched scripts off themselves.
  expect(await page.locator('noscript p').textContent()).toBe(say('page_needs_script'));
});
