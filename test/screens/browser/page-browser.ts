import {
  devices,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { launchBrowser, type BrowserWish } from '../../stack/browser';
import { hasTestFailed } from '../../stack/failing-test';
import { useCanvasCamera, type CanvasCamera } from './canvas-camera';
import { watchPages, type PageWatch } from './page-watch';
import { failFor, keepTitles, seenOn } from './seen';

/** Somebody with a device of their own: cookies, storage and camera. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: PageWatch;
  readonly camera: CanvasCamera;
}

export interface VisitorWish {
  readonly device?: 'phone' | 'laptop';
  /** The browser's own fake camera, as it was launched, in place of one that the test drives. */
  readonly camera?: 'canvas' | 'browser';
  readonly options?: BrowserContextOptions;
}

/** Longer than any screen takes on a loaded machine; what hangs ends with it. */
const screenWithinMs = 60_000;

const laptop = { viewport: { width: 1280, height: 800 } };

/**
 * One browser for the tests of a file, closed behind them. Whatever a test is about, its pages may break no
 * policy, log no error and ask no other host: else the test fails.
 */
export function useBrowser(wish: () => Promise<BrowserWish> | BrowserWish = () => ({})): {
  visitor(origin: string, wish?: VisitorWish): Promise<Visitor>;
} {
  let browser: Browser | undefined;
  let visitors: Visitor[] = [];
  beforeAll(async () => {
    browser = await launchBrowser(await wish());
  });
  afterEach(async () => {
    const contexts = visitors.map(({ context }) => context);
    const seen = hasTestFailed() ? await seenOn(contexts) : [];
    const problems = visitors.flatMap(({ watch }) => watch.problems());
    await Promise.all(contexts.map((context) => context.close()));
    visitors = [];
    failFor([...seen, ...problems]);
  });
  afterAll(() => browser?.close());
  return {
    async visitor(origin, { device = 'phone', camera: whose = 'canvas', options = {} } = {}) {
      if (browser === undefined) throw new Error('the browser is not running');
      const context = await browser.newContext({
        ...(device === 'phone' ? devices['Pixel 7'] : laptop),
        locale: 'en-GB',
        ...options,
      });
      context.setDefaultTimeout(screenWithinMs);
      await keepTitles(context);
      const watch = await watchPages(context, origin);
      const camera = whose === 'canvas' ? await useCanvasCamera(context) : noCamera;
      context.on('page', preparePage);
      const one: Visitor = { context, watch, camera, page: await context.newPage() };
      visitors.push(one);
      return one;
    },
  };
}

/** The page's scripts run so many times slower: `SCREENS_SLOWED=6 npx jest test/screens/keyboard.test.ts` widens races. */
const slowedTimes = Number(process.env['SCREENS_SLOWED'] ?? 1);

function preparePage(page: Page): void {
  // Who begins to listen for a file chooser may do so behind the key that opens it: it is then never heard.
  page.on('filechooser', () => undefined);
  if (slowedTimes === 1) return;
  const slow = async (): Promise<void> => {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowedTimes });
  };
  // A page that is closed at once needs it no longer.
  slow().catch(() => undefined);
}

const noCamera: CanvasCamera = {
  show: () => Promise.reject(new Error('the camera is the browser’s own')),
  fail: () => Promise.reject(new Error('the camera is the browser’s own')),
};
