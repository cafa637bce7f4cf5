import type { Page } from 'playwright-core';

/**
 * What a person cannot see, read or press on the screen that is shown now: what stands beyond its side, what is cut
 * off, what lies over something else, and a main button that cannot be brought into view.
 */
export async function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    const named = (one: Element): string =>
      `${one.localName}.${one.className} "${one.textContent.trim().slice(0, 40)}"`;
    /** Not there on purpose, or over the camera's picture on purpose. */
    const skipped =
      '.unseen, .stage *, svg, svg *, option, [hidden], details:not([open]) > :not(summary), .file-input, [data-testid=hidden-select-container] *';
    const all = [...document.querySelectorAll('body *')].filter((one) => {
      if (one.closest(skipped) !== null) return false;
      const { width, height } = one.getBoundingClientRect();
      // A single pixel is for screen readers only.
      return width > 1 && height > 1 && getComputedStyle(one).visibility === 'visible';
    });

    if (root.scrollWidth > root.clientWidth) {
      for (const one of all) {
        if (one.getBoundingClientRect().right > root.clientWidth + 1)
          faults.push(`beyond the side: ${named(one)}`);
      }
    }
    for (const one of all) {
      const { overflowX, overflowY } = getComputedStyle(one);
      const isCut =
        (/hidden|clip/.test(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
        (/hidden|clip/.test(overflowY) && one.scrollHeight > one.clientHeight + 1);
      if (isCut) faults.push(`cut off: ${named(one)}`);
    }

    /** Over what scrolls below it, on purpose. */
    const isOnTop = (one: Element): boolean => {
      const actions = one.closest('.actions');
      return actions !== null && getComputedStyle(actions).position === 'sticky';
    };
    /** The boxes of text and controls themselves. */
    const texts = all.flatMap((one) => {
      const isControl = one.matches('button, a, input, select, img, label.button');
      const own = [...one.childNodes].filter(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
      if (isControl) return [{ one, box: one.getBoundingClientRect() }];
      return own.map((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return { one, box: range.getBoundingClientRect() };
      });
    });
    for (const [index, first] of texts.entries()) {
      for (const second of texts.slice(index + 1)) {
        if (isOnTop(first.one) !== isOnTop(second.one)) continue;
        if (first.one.contains(second.one) || second.one.contains(first.one)) continue;
        const across =
          Math.min(first.box.right, second.box.right) - Math.max(first.box.left, second.box.left);
        const down =
          Math.min(first.box.bottom, second.box.bottom) - Math.max(first.box.top, second.box.top);
        // Line boxes touch; letters do not.
        if (across > 2 && down > 4)
          faults.push(`${named(first.one)} lies over ${named(second.one)}`);
      }
    }

    for (const button of document.querySelectorAll('.actions .button.primary')) {
      button.scrollIntoView({ block: 'center' });
      const { left, right, top, bottom } = button.getBoundingClientRect();
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const isWhole = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
      if (!isWhole || hit === null || !(button.contains(hit) || hit.contains(button))) {
        faults.push(`cannot be pressed: ${named(button)}`);
      }
    }
    return faults;
  });
}
