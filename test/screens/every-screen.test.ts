import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { madeUpPictures } from '../whole-way/made-up-pictures';
import { expectAccessible } from './browser/accessible';
import { useBrowser } from './browser/page-browser';
import { personAt } from './browser/person';
import { sidewaysOverflow } from './browser/sideways-overflow';
import { wordsOf } from './browser/words';
import { galleryScreens } from './gallery/screens';
import { startInstantService, type PageService } from './page-service';

/** Each screen as each person sees it: in another direction of writing, and in each … */
const languages = [
  { language: 'en', direction: 'ltr' },
  { language: 'ar', direction: 'rtl' },
] as const;
/** … in the light on a phone of today, then in the dark on the narrowest there is. */
const looks = [
  { look: 'light, phone', colorScheme: 'light', width: 412 },
  { look: 'dark, 320 px', colorScheme: 'dark', width: 320 },
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

describe.each(languages)('$language', ({ language, direction }) => {
  const say = wordsOf(language);
  const folderOf = (look: string) => join(folder ?? '', `${language}, ${look}`);
  let url: string;
  beforeAll(async () => {
    ({ url } = await service.create('Document and selfie', { country: 'NL' }));
    if (folder === undefined) return;
    for (const { look } of looks) await mkdir(folderOf(look), { recursive: true });
  });

  it.each(galleryScreens)('$name: accessible, and whole', async ({ name, title, reach }) => {
    const { page, camera } = await browser.visitor(service.origin, {
      // Nothing moves while it is looked at, as for whoever asked for less of it.
      options: { viewport: { width: 412, height: 840 }, reducedMotion: 'reduce' },
    });
    const person = personAt(page);
    await reach({
      ...{ page, camera, say, document: passport },
      open: async () => {
        await page.goto(`${url}?lang=${language}`);
      },
      press: (key, values) => person.press(say(key, values)),
    });
    await person.sees(say(title));
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction);
    for (const { look, colorScheme, width } of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 840 });
      if (folder !== undefined) {
        await page.screenshot({ path: join(folderOf(look), `${name}.png`), fullPage: true });
      }
      expect({ look, overflow: await sidewaysOverflow(page) }).toEqual({ look, overflow: [] });
      await expectAccessible(page);
    }
  });
});
