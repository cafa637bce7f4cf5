import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { devices, type BrowserContext, type Page } from 'playwright-core';
import { launchProfile } from '../../stack/browser';
import { hasTestFailed } from '../../stack/failing-test';
import { useCanvasCamera } from './canvas-camera';
import { watchPages, type PageWatch } from './page-watch';
import { failFor, seenOn } from './seen';

/** A phone whose browser is closed and opened again, with what it keeps of cookies and storage. */
export interface Phone {
  /** Opens the browser, and the link in it. */
  readonly open: (
    url: string,
  ) => Promise<{ readonly page: Page; readonly context: BrowserContext }>;
  readonly close: () => Promise<void>;
}

/** One phone a test, thrown away behind it; what no page may do fails the test, as in other browsers. */
export function usePhone(origin: () => string): () => Phone {
  let folder: string;
  let opened: BrowserContext | undefined;
  let watches: PageWatch[] = [];
  const close = async (): Promise<void> => {
    await opened?.close();
    opened = undefined;
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verifa-phone-'));
  });
  afterEach(async () => {
    const seen = hasTestFailed() && opened !== undefined ? await seenOn([opened]) : [];
    await close();
    await rm(folder, { recursive: true, force: true });
    const problems = watches.flatMap((watch) => watch.problems());
    watches = [];
    failFor([...seen, ...problems]);
  });
  return () => ({
    close,
    open: async (url) => {
      const context = await launchProfile(folder, { ...devices['Pixel 7'], locale: 'en-GB' });
      opened = context;
      watches.push(await watchPages(context, origin()));
      await useCanvasCamera(context);
      const page = await context.newPage();
      await page.goto(url);
      return { page, context };
    },
  });
}
