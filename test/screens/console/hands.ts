import type { Locator, Page } from 'playwright-core';
import { focusedOn } from '../browser/keyboard';

/** What somebody does at a screen of the console, by what they read there: with a pointer, or with none. */
export interface Hands {
  /** A button; `key` is the one that does the same, for whoever has no pointer. */
  press(button: Locator, key?: string): Promise<void>;
  /** Puts this into a field in place of what is there. */
  type(field: Locator, text: string): Promise<void>;
  check(box: Locator): Promise<void>;
  /** Opens a list of choices by its button, and takes the one of this name. */
  choose(button: Locator, option: string): Promise<void>;
}

export function byMouse(page: Page): Hands {
  return {
    press: (button) => button.click(),
    type: (field, text) => field.fill(text),
    // The box itself is drawn: people point at the words beside it.
    check: (box) => box.locator('xpath=ancestor::label').click(),
    async choose(button, option) {
      await button.click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
  };
}

/** Real keys alone: what cannot be reached by them, or does not show that it was, fails. */
export function byKeyboard(page: Page): Hands {
  const { keyboard } = page;
  return {
    async press(button, key) {
      await button.waitFor();
      if (key === undefined) {
        await tabToControl(page, button);
        await keyboard.press('Enter');
      } else {
        await keyboard.press(key);
      }
    },
    async type(field, text) {
      await tabToControl(page, field);
      await keyboard.press('Control+a');
      await keyboard.type(text);
    },
    async check(box) {
      await tabToControl(page, box);
      await keyboard.press('Space');
    },
    async choose(button, option) {
      await tabToControl(page, button);
      await keyboard.press('Enter');
      const list = page.getByRole('listbox');
      await list.waitFor();
      // Lists are searched by typing, and by arrows.
      const wanted = list.getByRole('option', { name: option, exact: true });
      await arrowTo(page, wanted, await list.getByRole('option').count());
      await keyboard.press('Enter');
      await list.waitFor({ state: 'detached' });
    },
  };
}

/** More stops than any screen of the console has. */
const mostStops = 120;

/** Goes from stop to stop until the focus is on this one; each on the way shows that it has it. */
async function tabToControl(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' });
  const passed: string[] = [];
  for (let stops = 0; stops <= mostStops; stops += 1) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press('Tab');
    const { tag, name, isVisible } = await focusedOn(page);
    if (tag !== 'body' && !isVisible) {
      throw new Error(`nothing shows that ${tag} "${name}" has the focus`);
    }
    passed.push(`${tag} ${name}`);
  }
  throw new Error(`${wanted.toString()} is not reached by Tab, but:\n${passed.join('\n')}`);
}

async function arrowTo(page: Page, wanted: Locator, most: number): Promise<void> {
  for (let steps = 0; steps <= most; steps += 1) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${wanted.toString()} is not reached by arrows`);
}

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((one) => one === document.activeElement);
}
