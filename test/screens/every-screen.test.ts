import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { madeUpPictures } from '../whole-way/made-up-pictures';
import { expectAccessible } from './browser/accessible';
import { useBrowser, type VisitorWish } from './browser/page-browser';
import { personAt } from './browser/person';
import { wordsOf } from './browser/words';
import { galleryScreens } from './gallery/screens';
import { startInstantService, type PageService } from './page-service';

/** Each screen as each person sees it: in another direction of writing, in the dark, on the narrowest phone. */
const variants = [
  { name: 'en, light, phone', language: 'en', colorScheme: 'light', width: 412 },
  { name: 'en, dark, 320 px', language: 'en', colorScheme: 'dark', width: 320 },
  { name: 'ar, light, 320 px', language: 'ar', colorScheme: 'light', width: 320 },
  { name: 'ar, dark, phone', language: 'ar', colorScheme: 'dark', width: 412 },
] as const;

let service: PageService;
let passport: Buffer;
beforeAll(async () => {
  const pictures = await madeUpPictures();
  [service, passport] = await Promise.all([
    startInstantService(),
    pictures.passport(await pictures.person(5)),
  ]);
});
afterAll(() => service.stop());

const browser = useBrowser();
/** `npm run screens` keeps a picture of every screen there, as a person sees it. */
const folder = process.env['SCREENS_FOLDER'];

describe.each(variants)('$name', ({ name, language, colorScheme, width }) => {
  const say = wordsOf(language);
  let url: string;
  beforeAll(async () => {
    ({ url } = await service.create('Document and selfie', { country: 'NL' }));
    if (folder !== undefined) await mkdir(join(folder, name), { recursive: true });
  });

  it.each(galleryScreens)(
    '$name: accessible, and whole',
    async ({ name: screen, title, reach }) => {
      const options: VisitorWish['options'] = {
        colorScheme,
        viewport: { width, height: 840 },
        // Nothing moves while it is looked at, as for whoever asked for less of it.
        reducedMotion: 'reduce',
      };
      const { page, camera } = await browser.visitor(service.origin, { options });
      const person = personAt(page);
      await reach({
        ...{ page, camera, say, document: passport },
        open: async () => {
          await page.goto(`${url}?lang=${language}`);
        },
        press: (key, values) => person.press(say(key, values)),
      });
      await person.sees(say(title));
      if (folder !== undefined) {
        await page.screenshot({ path: join(folder, name, `${screen}.png`), fullPage: true });
      }
      expect(await page.evaluate(() => document.documentElement.dir)).toBe(
        language === 'ar' ? 'rtl' : 'ltr',
      );
      expect(await sidewaysOverflow(page)).toEqual([]);
      await expectAccessible(page);
    },
  );
});

/** What stands beyond the side of the screen, where nobody scrolls to (WCAG 1.4.10). */
async function sidewaysOverflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .map((one) => `${one.tagName} ${one.className}`);
  });
}
