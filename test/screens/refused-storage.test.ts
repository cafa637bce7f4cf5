import type { BrowserContext } from 'playwright-core';
import { useBrowser } from './browser/page-browser';
import { goOn, passportWay, type WayStep } from './browser/passport-way';
import { personAt } from './browser/person';
import { say } from './browser/words';
import { startInstantService, type PageService, type PageSession } from './page-service';

/** Browsers that keep nothing: the page says itself who it is. */
let service: PageService;
let way: readonly WayStep[];
beforeAll(async () => {
  [service, way] = await Promise.all([startInstantService(), passportWay()]);
});
afterAll(() => service.stop());

const browser = useBrowser();
const done = say('end.done.title');

async function session(): Promise<PageSession> {
  return service.create('Document and selfie', { country: 'NL' });
}

/** The page's answer comes without its cookie, as in a frame whose browser refuses those of others. */
async function refuseCookies(context: BrowserContext): Promise<void> {
  await context.route(/\/verify\/[^/]+$/, async (route) => {
    const response = await route.fetch();
    await context.clearCookies();
    const { 'set-cookie': _refused, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
}

it('cookies refused: the whole way, loaded again at each step and behind the end', async () => {
  const { url, id } = await session();
  const { page, context } = await browser.visitor(service.origin);
  await refuseCookies(context);
  const person = personAt(page);
  await page.goto(url);
  for (const { title, pass } of way) {
    await person.sees(title);
    await page.reload();
    await person.sees(title);
    await pass(page);
  }
  await person.sees(done);
  expect(await context.cookies()).toEqual([]);
  const again = await page.reload();
  // Nobody but the page's own calls says whose link it is.
  expect(again?.status()).toBe(410);
  await person.sees(done);
  expect(await service.result({ url, id })).toMatchObject({ result: { status: 'approved' } });
  // Who has the link alone is told nothing.
  const stranger = await browser.visitor(service.origin);
  await stranger.page.goto(url);
  await personAt(stranger.page).sees(say('trouble.gone.title'));
});

it('cookies and storage refused: the whole way', async () => {
  const { url, id } = await session();
  const { page, context } = await browser.visitor(service.origin);
  await refuseCookies(context);
  await context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused by the test', 'SecurityError');
        },
      });
    }
  });
  await page.goto(url);
  await goOn(page, way);
  expect(await service.result({ url, id })).toMatchObject({ result: { status: 'approved' } });
});
