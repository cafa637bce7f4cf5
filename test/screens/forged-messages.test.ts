import type { Frame, Page } from 'playwright-core';
import { useBrowser } from './browser/page-browser';
import { personAt } from './browser/person';
import { startShop, type OtherSite } from './browser/shop';
import { say } from './browser/words';
import { startInstantService, type PageService } from './page-service';

/** The script takes the word of the window that it opened, at the page's own origin, and of nobody else. */
let service: PageService;
let shop: OtherSite;
let foreign: OtherSite;
/** Another page of the service, in a frame that the script knows nothing of. */
let beside = '';
beforeAll(async () => {
  service = await startInstantService();
  foreign = await startShop(() => 'Foreign');
  shop = await startShop(
    () => `
      <div id="place"></div>
      <iframe id="foreign" src="${foreign.origin}" title="Foreign"></iframe>
      <iframe id="beside" src="${beside}" title="Beside"></iframe>
      <script>
        // Heard by the page itself, whoever posted it and whatever the script makes of it.
        window.posted = [];
        addEventListener('message', ({ data }) => { if (data && data.last) posted.push(data.last); });
      </script>
      <script src="${service.origin}/embed/verifa.js"></script>`,
  );
  const { key, origin } = service;
  const json = { settings: { allowed_origins: [shop.origin] } };
  await service.ask('PATCH', `${origin}/api/v1/organization`, { key, json });
});
afterAll(async () => {
  await shop.stop();
  await foreign.stop();
  await service.stop();
});

const browser = useBrowser();

/** All that the page may say, each of which would be seen. */
const forged = [
  { source: 'verifa', type: 'ready', session_id: 'ses_forged' },
  { source: 'verifa', type: 'step', step: 'forged' },
  { source: 'verifa', type: 'resize', height: 7777 },
  { source: 'verifa', type: 'complete', session_id: 'ses_forged', status: 'submitted' },
  { source: 'verifa', type: 'expired' },
  { source: 'verifa', type: 'error', code: 'forged' },
  { source: 'verifa', type: 'close' },
];

/** What the page never says, in the form of what it does. */
const malformed = [
  ...[null, 'close', 7, ['verifa', 'close'], { type: 'close' }, { source: 'verifa' }],
  ...[
    { source: 'other', type: 'close' },
    { source: 'verifa', type: 'hello' },
  ],
  ...[
    { source: 'verifa', type: ['close'] },
    { source: ['verifa'], type: 'close' },
  ],
  ...[0, -1, 1e9, '7777', null].map((height) => ({ source: 'verifa', type: 'resize', height })),
  ...[7, null, ['forged']].map((step) => ({ source: 'verifa', type: 'step', step })),
];

/**
 * Posts them to the shop's page from a window, and waits until that has heard the last. In a turn of their own:
 * a message may close the frame that posts it, and with it whoever waits for its answer.
 */
async function post(page: Page, from: Page | Frame, said: readonly unknown[], name: string) {
  const messages = [...said, { last: name }];
  await from.evaluate((all) => {
    setTimeout(() => {
      for (const message of all) parent.postMessage(message, '*');
    });
  }, messages);
  await page.waitForFunction(`window.posted.includes(${JSON.stringify(name)})`);
}

async function opened(options: string): Promise<{ readonly page: Page; readonly own: Frame }> {
  const create = () => service.create('Document and selfie', { country: 'NL' });
  const [session, other] = [await create(), await create()];
  beside = `${other.url}?embed=1`;
  const { page, watch } = await browser.visitor(service.origin, { device: 'laptop' });
  for (const { origin } of [shop, foreign]) watch.allow(origin);
  await page.goto(shop.origin);
  await personAt(page.frameLocator('#beside')).sees(say('start.title'));
  await page.evaluate(`
    window.heard = [];
    Verifa.open({
      captureUrl: ${JSON.stringify(session.url)},
      labels: { title: 'Opened' },
      onStep: (step) => heard.push('step ' + step),
      onComplete: () => heard.push('complete'),
      onError: ({ code }) => heard.push('error ' + code),
      onClose: () => heard.push('close'),
      ${options}
    });`);
  await page.waitForFunction("window.heard.includes('step start')");
  await personAt(page.frameLocator('iframe[title=Opened]')).sees(say('start.title'));
  return { page, own: await frameOf(page, 'iframe[title=Opened]') };
}

async function frameOf(page: Page, selector: string): Promise<Frame> {
  const element = await page.locator(selector).elementHandle();
  const frame = await element.contentFrame();
  if (!frame) throw new Error(`no frame at ${selector}`);
  return frame;
}

const heightOf = (page: Page): Promise<unknown> =>
  page.evaluate("document.querySelector('iframe[title=Opened]').style.height");

it.each([
  ['in a dialog', ''],
  ['in a place of the page', `mode: 'inline', container: document.querySelector('#place')`],
])('%s: nothing that others post is heard, sizes it or closes it', async (_where, options) => {
  const { page, own } = await opened(options);
  // The last of it that comes by itself: behind it the page asks for no other height.
  await own.locator('.time-left').waitFor();
  const isInline = options !== '';
  if (isInline) {
    await own.waitForFunction(() => innerHeight === Math.max(640, document.body.scrollHeight));
  }
  const height = await heightOf(page);
  await post(page, await frameOf(page, '#foreign'), forged, 'of a foreign origin');
  await post(page, await frameOf(page, '#beside'), forged, 'of another window');
  await post(page, page, forged, 'of the embedding page itself');
  await post(page, own, malformed, 'malformed');
  expect(await page.evaluate('window.heard')).toEqual(['step start']);
  expect(await heightOf(page)).toBe(height);
  expect(await page.locator('iframe[title=Opened]').count()).toBe(1);

  // The same from the window itself is heard, each of it: what was refused was refused for its sender.
  await post(page, own, forged, 'of the window itself');
  expect(await page.evaluate('window.heard')).toEqual([
    ...['step start', 'step forged', 'complete', 'error expired', 'error forged', 'close'],
  ]);
  expect(await page.locator('iframe[title=Opened]').count()).toBe(0);
});
