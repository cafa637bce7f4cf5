import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startApi, type RunningApi } from '../../api/running-api';
import { expectAccessible } from '../browser/accessible';
import { sidewaysOverflow } from '../browser/sideways-overflow';
import { useConsole } from './console-browser';
import { titleOf } from './gallery/console-screen';
import { consoleScreens } from './gallery/screens';

/** Each screen at a desk, and on a phone in the hand of whoever is on call. */
const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  ([1280, 390] as const).map((width) => ({
    look: `${colorScheme}, ${String(width)} px`,
    ...{ colorScheme, width },
  })),
);

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const browser = useConsole(() => api);
/** `npm run screens` keeps a picture of every screen there. */
const folder = process.env['SCREENS_FOLDER'];
const folderOf = (look: string): string => join(folder ?? '', `console, ${look}`);
beforeAll(async () => {
  if (folder === undefined) return;
  for (const { look } of looks) await mkdir(folderOf(look), { recursive: true });
});

it.each(consoleScreens)('$name: accessible, and whole', async (screen) => {
  const { name, role, path, reach } = screen;
  const reviewer = role === null ? await browser.nobody() : await browser.signedIn(role);
  const { page } = reviewer;
  await reviewer.open(typeof path === 'string' ? path : await path(api), titleOf(screen));
  await reach?.(reviewer);
  for (const { look, colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    if (folder !== undefined) {
      await page.screenshot({ path: join(folderOf(look), `${name}.png`), fullPage: true });
    }
    expect({ look, overflow: await sidewaysOverflow(page) }).toEqual({ look, overflow: [] });
    await expectAccessible(page);
  }
});

it.each(consoleScreens)('$name: readable at 200 %', async (screen) => {
  const { role, path, reach } = screen;
  // A window of 1280 at twice the size is one of 640.
  const options = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };
  const reviewer =
    role === null ? await browser.nobody({ options }) : await browser.signedIn(role, { options });
  await reviewer.open(typeof path === 'string' ? path : await path(api), titleOf(screen));
  await reach?.(reviewer);
  expect(await sidewaysOverflow(reviewer.page)).toEqual([]);
});
