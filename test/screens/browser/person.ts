import type { FrameLocator, Locator, Page } from 'playwright-core';
import { say } from './words';

/** What a person does on the page, by what they read there. */
export interface Person {
  /** Waits for the screen of this title. */
  sees(title: string): Promise<void>;
  press(name: string): Promise<void>;
  /** Marks one of several choices. */
  choose(name: string): Promise<void>;
  /** Chooses a picture as a file, looks at it, sends it, insists on it where a better one is wished for. */
  sendFile(bytes: Buffer, next: string, mimeType?: string): Promise<void>;
  /** Waits for the page to take the picture by itself, and sends it as a file is sent. */
  takePicture(next: string): Promise<void>;
}

/** The page by itself, or in a frame of another. */
export type Shown = Page | FrameLocator;

/** @param still Waits until nothing around the page moves: a frame that takes another height moves what is in it. */
export function personAt(page: Shown, still = () => Promise.resolve()): Person {
  const titled = (name: string): Locator =>
    page.getByRole('heading', { level: 1, name, exact: true });
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  /** What is there in its place is the first question of whoever reads that it failed. */
  const shown = async (wanted: Locator, what: string): Promise<void> => {
    await wanted
      .first()
      .waitFor()
      .catch(async () => {
        const text = await page.locator('body').innerText();
        throw new Error(`"${what}" is not shown, but: ${text.replaceAll(/\s+/g, ' ')}`);
      });
  };
  const press = async (name: string): Promise<void> => {
    await shown(button(name), name);
    await still();
    await button(name).click();
  };
  const use = async (next: string): Promise<void> => {
    await press(say('camera.use'));
    const anyway = say('camera.use_anyway');
    await shown(titled(next).or(button(anyway)), next);
    // There is no way from the next screen back to this button, nor from the button on but by pressing it.
    if (await button(anyway).isVisible()) await press(anyway);
    await shown(titled(next), next);
  };
  return {
    sees: (title) => shown(titled(title), title),
    press,
    async choose(name) {
      // What the choice asks for stands behind its name.
      const choice = page.getByRole('radio', { name });
      await shown(choice, name);
      await still();
      // Never by force: that clicks where the choice was before the screen came to rest.
      await choice.check();
    },
    async sendFile(bytes, next, mimeType = 'image/jpeg') {
      // Wherever files are taken: before the camera, beside it, in its place; not by the phone's own camera.
      const field = page.locator('input[type=file]:not([capture])').first();
      await field.setInputFiles({ name: 'picture.jpg', mimeType, buffer: bytes });
      await use(next);
    },
    takePicture: use,
  };
}
