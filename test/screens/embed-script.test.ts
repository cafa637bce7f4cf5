import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { startApi, type RunningApi } from '../api/running-api';
import { newLink } from '../api/capture/capture-link';
import { launchBrowser } from '../stack/browser';

/** An integrator's page with our script, in a browser: allowed to frame the page, and not. */
let api: RunningApi;
let browser: Browser;
let shop: Server;
let shopUrl: string;

beforeAll(async () => {
  api = await startApi();
  browser = await launchBrowser();
  shop = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><title>Shop</title><button id="go">Verify</button><script src="${api.url}/embed/verifa.js"></script>`,
    );
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  shopUrl = `http://localhost:${String((shop.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => shop.close(resolve));
  await api.stop();
});

async function opened(allowed: readonly string[]): Promise<Page> {
  const settings = { allowed_origins: allowed };
  await api.ask('PATCH', '/api/v1/organization', { json: { settings } });
  const { url } = await newLink(api);
  const page = await browser.newPage();
  await page.goto(shopUrl);
  // In the page's own words: what a test would hand over is not what an integrator writes.
  await page.evaluate(`
    window.heard = [];
    document.querySelector('#go').onclick = () => {
      window.handle = Verifa.open({
        captureUrl: ${JSON.stringify(url)},
        onStep: (step) => heard.push('step ' + step),
        onError: ({ code }) => heard.push('error ' + code),
        onClose: () => heard.push('close'),
      });
    };`);
  await page.click('#go');
  return page;
}

const heard = (page: Page): Promise<unknown> => page.evaluate('window.heard');
const locked = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.style.overflow');

it('opens in a named dialog, hears the steps, and gives everything back at Esc', async () => {
  const page = await opened([shopUrl]);
  await page.waitForFunction("window.heard.some((one) => one.startsWith('step '))");
  const dialog = page.getByRole('dialog', { name: 'Identity verification' });
  expect(await dialog.isVisible()).toBe(true);
  expect(await locked(page)).toBe('hidden');
  expect(await page.frameLocator('iframe').locator('h1').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Escape');
  await page.waitForFunction("window.heard.includes('close')");
  expect(await page.locator('dialog').count()).toBe(0);
  expect(await locked(page)).toBe('');
  // Focus is where it was; closing twice is told once.
  expect(await page.evaluate('document.activeElement.id')).toBe('go');
  await page.evaluate('window.handle.close()');
  expect(((await heard(page)) as string[]).filter((one) => one === 'close')).toHaveLength(1);
  await page.close();
});

it('says ready_timeout where the page may not be framed, and hears nothing else', async () => {
  const page = await opened(['https://other.example']);
  await page.waitForFunction('window.heard.length > 0');
  expect(await heard(page)).toEqual(['error ready_timeout']);
  await page.close();
});
