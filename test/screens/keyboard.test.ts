import type { Page } from 'playwright-core';
import { focusedOn, stopsOf, tabTo } from './browser/keyboard';
import { useBrowser } from './browser/page-browser';
import { say } from './browser/words';
import { startInstantService, type PageService } from './page-service';

/** Who has no pointer goes the whole way: each title has the focus first, and nothing holds it. */
let service: PageService;
beforeAll(async () => {
  service = await startInstantService();
});
afterAll(() => service.stop());

const browser = useBrowser();

/** The screen of this title has come, and says so to whoever does not see it. */
async function arrives(page: Page, ...titles: readonly string[]): Promise<string> {
  const headings = titles.map((name) => page.getByRole('heading', { level: 1, name, exact: true }));
  await headings.reduce((some, other) => some.or(other)).waitFor();
  await titleHasFocus(page);
  const { tag, name } = await focusedOn(page);
  expect({ tag, isOneOf: titles.includes(name) }).toEqual({ tag: 'h1', isOneOf: true });
  expect(await page.title()).toBe(name);
  return name;
}

/**
 * The title takes the focus right after it was painted, which a test may be quicker than. Waited for by a
 * function: a string is evaluated at each look, which the page's policy refuses from the second one on.
 */
async function titleHasFocus(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.localName === 'h1');
}

async function takePicture(page: Page, next: string): Promise<void> {
  // The camera's own screen comes behind its question, and its shutter with it.
  await page.getByRole('button', { name: say('camera.shoot'), exact: true }).waitFor();
  // It has the same title, which takes the focus once more.
  await titleHasFocus(page);
  // Of a wall nothing is taken by itself: it is the person who presses.
  await tabTo(page, say('camera.shoot'));
  await page.waitForFunction(
    () => document.activeElement?.getAttribute('aria-disabled') === 'false',
  );
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: say('camera.use'), exact: true }).waitFor();
  await titleHasFocus(page);
  await tabTo(page, say('camera.use'));
  await page.keyboard.press('Space');
  if ((await arrives(page, next, say('camera.advised.title'))) === next) return;
  await tabTo(page, say('camera.use_anyway'));
  await page.keyboard.press('Enter');
  await arrives(page, next);
}

it('passport and selfie with the camera, by keys alone, to an approval', async () => {
  const session = await service.create('Document and selfie');
  const { page } = await browser.visitor(service.origin, { device: 'laptop' });
  const { keyboard } = page;
  await page.goto(session.url);
  await arrives(page, say('start.title'));
  await tabTo(page, say('start.here'));
  await keyboard.press('Enter');

  await arrives(page, say('consent.title'));
  await tabTo(page, say('consent.agree'));
  await keyboard.press('Space');

  await arrives(page, say('choice.title'));
  await tabTo(page, say('choice.country'));
  await keyboard.press('ArrowDown');
  await keyboard.press('Escape');
  await keyboard.type('netherl');
  await keyboard.press('Enter');
  expect(await page.getByRole('combobox', { name: say('choice.country') }).inputValue()).toBe(
    'Netherlands',
  );
  await tabTo(page, say('choice.passport'));
  await keyboard.press('Space');
  // Among choices the arrows lead, forth and back.
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowUp');
  const passport = page.getByRole('radio', { name: say('choice.passport') });
  expect(await passport.isChecked()).toBe(true);
  await tabTo(page, say('choice.go'));
  await keyboard.press('Enter');

  await arrives(page, say('camera.front.title'));
  await takePicture(page, say('camera.selfie.title'));
  await takePicture(page, say('review.title'));

  await tabTo(page, say('review.send'));
  await keyboard.press('Enter');
  await arrives(page, say('end.done.title'));
  expect(await service.result(session)).toMatchObject({ result: { status: 'approved' } });
});

it('a step back, the help and a file: each by keys, and the focus leaves every screen', async () => {
  const { url } = await service.create('Document and selfie', { country: 'NL' });
  const { page, camera } = await browser.visitor(service.origin, { device: 'laptop' });
  const { keyboard } = page;
  await camera.fail('NotFoundError');
  await page.goto(url);
  await arrives(page, say('start.title'));
  expect(await stopsOf(page)).toContain(say('start.here'));
  await tabTo(page, say('frame.help'));
  await keyboard.press('Enter');
  await page.getByText(say('frame.help.text')).waitFor();
  await tabTo(page, say('start.here'));
  await keyboard.press('Enter');

  await arrives(page, say('consent.title'));
  await tabTo(page, say('frame.back'));
  await keyboard.press('Enter');
  await arrives(page, say('start.title'));
  await tabTo(page, say('start.here'));
  await keyboard.press('Enter');
  await arrives(page, say('consent.title'));
  await tabTo(page, say('consent.agree'));
  await keyboard.press('Enter');

  await arrives(page, say('choice.title'));
  // An open list is left as any field is.
  await tabTo(page, say('choice.country'));
  await keyboard.press('ArrowDown');
  expect(await stopsOf(page)).toContain(say('choice.go'));
  await tabTo(page, say('choice.passport'));
  await keyboard.press('Space');
  await tabTo(page, say('choice.go'));
  await keyboard.press('Enter');

  await arrives(page, say('camera.trouble.none.title'));
  expect(await stopsOf(page)).toContain(say('camera.choose'));
  await tabTo(page, say('camera.choose'));
  const chooser = page.waitForEvent('filechooser');
  await keyboard.press('Space');
  const picture = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a') };
  await (await chooser).setFiles(picture);
  await arrives(page, say('camera.front.review'));
});
