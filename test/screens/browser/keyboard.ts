import type { Page } from 'playwright-core';

/** What has the focus, as whoever works by keyboard finds it. */
export interface Focused {
  /** `a`, `button`, …; `body` where nothing has it. */
  readonly tag: string;
  readonly name: string;
  /** Something shows where it is. */
  readonly isVisible: boolean;
}

export function focusedOn(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    const isSeen = (one: Element): boolean => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      const isThere = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      return isThere && !/, 0\)$|transparent/.test(outlineColor);
    };
    const label = focused.closest('label');
    const labels = 'labels' in focused ? (focused.labels as NodeListOf<Element> | null) : null;
    const name =
      focused.getAttribute('aria-label') ??
      (labels?.[0] ?? focused).textContent.replaceAll(/\s+/g, ' ').trim();
    return {
      tag: focused.localName,
      name,
      // A field without a look of its own shows it on its label.
      isVisible: isSeen(focused) || (label !== null && isSeen(label)),
    };
  });
}

/** More stops than any screen has. */
const mostStops = 40;

/** Goes on from stop to stop until one is reached that begins so; each one on the way has to be seen. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press('Tab');
    const focused = await focusedOn(page);
    if (focused.tag !== 'body' && !focused.isVisible) {
      throw new Error(`nothing shows that ${focused.tag} "${focused.name}" has the focus`);
    }
    if (focused.name.startsWith(name)) return;
    passed.push(`${focused.tag} ${focused.name}`);
  }
  throw new Error(`"${name}" is not reached by Tab, but:\n${passed.join('\n')}`);
}

/** All stops of a screen in order, until the focus leaves the page: what never leaves it is a trap. */
export async function stopsOf(page: Page): Promise<readonly string[]> {
  const stops: string[] = [];
  while (stops.length < mostStops) {
    await page.keyboard.press('Tab');
    const { tag, name } = await focusedOn(page);
    if (tag === 'body') return stops;
    stops.push(name);
  }
  throw new Error(`the focus does not leave the page:\n${stops.join('\n')}`);
}
