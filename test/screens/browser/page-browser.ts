import {
  devices,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { launchBrowser, type BrowserWish } from '../../stack/browser';
import { useCanvasCamera, type CanvasCamera } from './canvas-camera';
import { watchPages, type PageWatch } from './page-watch';

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
    const problems = visitors.flatMap(({ watch }) => watch.problems());
    await Promise.all(visitors.map(({ context }) => context.close()));
    visitors = [];
    expect(problems).toEqual([]);
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
      const watch = await watchPages(context, origin);
      const camera = whose === 'canvas' ? await useCanvasCamera(context) : noCamera;
      const one: Visitor = { context, watch, camera, page: await context.newPage() };
      visitors.push(one);
      return one;
    },
  };
}

const noCamera: CanvasCamera = {
  show: () => Promise.reject(new Error('the camera is the browser’s own')),
  fail: () => Promise.reject(new Error('the camera is the browser’s own')),
};
