import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible, expectLegible } from '../browser/accessible';
import { sidewaysOverflow } from '../browser/sideways-overflow';
import { takeSignIn, titled, useConsole } from './console-browser';
import { titleOf } from './gallery/console-screen';
import { openOffice, type Office } from './gallery/office';
import { consoleScreens } from './gallery/screens';
import { setReviewDesk, type ReviewDesk } from './review-desk';

/** Each screen at a desk, and on a phone in the hand of whoever is on call. */
const looks = ([1280, 390] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({
    look: `${colorScheme}, ${String(width)} px`,
    ...{ colorScheme, width },
  })),
);

let desk: ReviewDesk;
let office: Office;
beforeAll(async () => {
  desk = await setReviewDesk();
  office = await openOffice(desk);
});
afterAll(() => desk.stop());

const browser = useConsole(() => desk.api);
/** `npm run screens` keeps a picture of every screen there. */
const folder = process.env['SCREENS_FOLDER'];
const folderOf = (look: string): string => join(folder ?? '', `console, ${look}`);
beforeAll(async () => {
  if (folder === undefined) return;
  for (const { look } of looks) await mkdir(folderOf(look), { recursive: true });
});

it.each(consoleScreens)('$name: accessible, and whole up to 200 %', async (screen) => {
  const { name, role, environment, path, reach } = screen;
  const reviewer = await browser.nobody();
  const { page, context } = reviewer;
  if (role !== null) {
    await takeSignIn(context, desk.api.url, await office.cookie(role, environment));
  }
  const address = typeof path === 'string' ? path : await path(desk.api, office);
  await page.goto(`${desk.api.url}/console${address}`);
  await titled(page, titleOf(screen));
  await reach?.(reviewer, office);
  // Of the tabs and links beside each other, one at most is where one is.
  expect(await page.locator('nav').evaluateAll(countOpen)).not.toContain(2);
  // One load: what stands open stays open while the window and the light change.
  for (const { look, colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    if (folder !== undefined) {
      await page.screenshot({ path: join(folderOf(look), `${name}.png`), fullPage: true });
    }
    expect({ look, overflow: await sidewaysOverflow(page) }).toEqual({ look, overflow: [] });
    await (colorScheme === 'light' ? expectAccessible(page) : expectLegible(page));
  }
  // A window of 1280 at twice the size is one of 640.
  await page.setViewportSize({ width: 640, height: 400 });
  expect(await sidewaysOverflow(page)).toEqual([]);
});

function countOpen(lists: readonly Element[]): readonly number[] {
  return lists.map((list) => Math.min(2, list.querySelectorAll('[aria-current=page]').length));
}
