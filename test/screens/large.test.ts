import type { BrowserContextOptions, Page } from 'playwright-core';
import { madeUpPictures } from '../whole-way/made-up-pictures';
import { expectAccessible } from './browser/accessible';
import { layoutFaults } from './browser/layout-faults';
import { useBrowser } from './browser/page-browser';
import { personAt } from './browser/person';
import { wordsOf } from './browser/words';
import { galleryScreens, type GalleryScreen } from './gallery/screens';
import { startInstantService, type PageService } from './page-service';

/** Whoever needs it larger, stiller or in stronger colours loses nothing (WCAG 1.4.4, 1.4.10, 2.3.3, 1.4.11). */
let service: PageService;
let passport: Buffer;
let url: string;
beforeAll(async () => {
  const pictures = await madeUpPictures();
  [service, passport] = await Promise.all([
    startInstantService(),
    pictures.passport(await pictures.person(5)),
  ]);
  ({ url } = await service.create('Document and selfie', { country: 'NL' }));
});
afterAll(() => service.stop());

const browser = useBrowser();

/** One of each kind of screen: the others are made of the same parts. */
const kinds = [
  ...['start-in-sandbox', 'start-help', 'consent', 'document-choice', 'document-front'],
  ...['document-camera', 'document-camera-denied', 'document-looked-at', 'selfie-camera'],
  ...['liveness', 'user-info-refused', 'proof-of-address', 'review', 'little-time'],
  ...['asked-again', 'handed-off', 'sandbox-outcome', 'gone'],
];
const screens = kinds.map((kind) => {
  const screen = galleryScreens.find(({ name }) => name === kind);
  if (screen === undefined) throw new Error(`no screen ${kind}`);
  return screen;
});

interface Shown {
  readonly options: BrowserContextOptions;
  readonly language?: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

async function show(
  { title, reach }: GalleryScreen,
  { options, language = 'en', prepare }: Shown,
): Promise<Page> {
  const { page, camera } = await browser.visitor(service.origin, { options });
  const say = wordsOf(language);
  const person = personAt(page);
  await prepare?.(page);
  await reach({
    ...{ page, camera, say, document: passport },
    open: async () => {
      await page.goto(`${url}?lang=${language}`);
    },
    press: (key, values) => person.press(say(key, values)),
  });
  await person.sees(say(title));
  return page;
}

describe.each([
  // A laptop of 1280 × 720 at 200 %.
  {
    name: 'twice as large on a laptop',
    options: { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 },
  },
  // The long words of German, as large as a phone's settings go.
  { name: 'letters twice as large on a phone', language: 'de', fontPx: 32, options: {} },
])('$name', ({ options, language = 'en', fontPx }) => {
  it.each(screens)('$name: nothing is cut off or covered', async (screen) => {
    const page = await show(screen, {
      options: { ...options, reducedMotion: 'reduce' },
      language,
      async prepare(shown) {
        if (fontPx === undefined) return;
        const settings = await shown.context().newCDPSession(shown);
        await settings.send('Page.setFontSizes', { fontSizes: { standard: fontPx } });
      },
    });
    if (fontPx !== undefined) {
      const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      expect(size).toBe(`${String(fontPx)}px`);
    }
    expect(await layoutFaults(page)).toEqual([]);
  });
});

describe('less motion', () => {
  /** Every motion from now on that takes longer than an eye sees, by what moves. */
  async function watchMotion(page: Page): Promise<void> {
    await page.addInitScript(() => {
      const moved = new Set<string>();
      const look = (): void => {
        for (const { effect } of document.getAnimations()) {
          const lasts = Number(effect?.getComputedTiming().activeDuration ?? 0);
          const target = effect instanceof KeyframeEffect ? effect.target : null;
          if (lasts > 10) moved.add(`${target?.localName ?? ''}.${target?.className ?? ''}`);
        }
      };
      for (const type of ['animationstart', 'transitionrun']) addEventListener(type, look, true);
      Object.assign(globalThis, { verifaTestMoved: () => [...moved] });
    });
  }
  const moved = (page: Page): Promise<unknown> => page.evaluate('verifaTestMoved()');
  const [consent] = screens.filter(({ name }) => name === 'consent');

  it.each(['document-camera', 'document-looked-at', 'liveness', 'handed-off', 'checking'])(
    '%s: nothing moves for whoever asked for that',
    async (name) => {
      const [screen] = galleryScreens.filter((one) => one.name === name);
      if (screen === undefined) throw new Error(`no screen ${name}`);
      const options: BrowserContextOptions = { reducedMotion: 'reduce' };
      expect(await moved(await show(screen, { options, prepare: watchMotion }))).toEqual([]);
    },
  );

  it('would be seen: screens come softly for everybody else', async () => {
    if (consent === undefined) throw new Error('no screen consent');
    const options: BrowserContextOptions = { reducedMotion: 'no-preference' };
    const page = await show(consent, { options, prepare: watchMotion });
    // It is heard with the frame that is drawn first.
    await page.waitForFunction(() => {
      const all = Reflect.get(globalThis, 'verifaTestMoved') as () => readonly string[];
      return all().includes('section.step');
    });
  });
});

describe.each([
  { name: 'colours of the system', options: { forcedColors: 'active' } },
  { name: 'more contrast in the dark', options: { contrast: 'more', colorScheme: 'dark' } },
] as const)('$name', ({ options }) => {
  it.each(screens.filter(({ name }) => /choice|camera$|refused|review/.test(name)))(
    '$name: everything is there, and to be told apart',
    async (screen) => {
      const page = await show(screen, { options: { ...options, reducedMotion: 'reduce' } });
      await expectAccessible(page);
      // Without its own colours a button is known by its edge.
      const edges = await page.evaluate(() =>
        [...document.querySelectorAll('.button.primary')].map((one) => {
          const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(one);
          const surface = getComputedStyle(document.body).backgroundColor;
          return (
            parseFloat(borderTopWidth) > 0 &&
            [borderTopColor, backgroundColor].some(
              (colour) => colour !== surface && !/, 0\)$/.test(colour),
            )
          );
        }),
      );
      expect(edges).not.toContain(false);
    },
  );
});
