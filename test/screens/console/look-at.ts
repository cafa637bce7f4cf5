import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expectAccessible, expectLegible } from '../browser/accessible';

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 390].map((width) => ({ colorScheme, width })),
);
/** Pictures are kept there, when it is said. */
const folder = process.env['SCREENS_FOLDER'];

/** Accessible, and nothing beyond its side: by day and by night, at a desk and on a phone. */
export async function lookAt(page: Page, name: string): Promise<void> {
  const desk = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 844 });
    if (folder !== undefined) {
      await mkdir(folder, { recursive: true });
      const path = join(folder, `console ${name}, ${colorScheme}, ${String(width)}.png`);
      await page.screenshot({ path, fullPage: true });
    }
    const overflow = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect({ name, colorScheme, width, overflow }).toEqual({
      name,
      colorScheme,
      width,
      overflow: 0,
    });
    await (colorScheme === 'light' ? expectAccessible(page) : expectLegible(page));
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(desk);
}
