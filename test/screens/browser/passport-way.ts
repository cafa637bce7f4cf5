import type { Page } from 'playwright-core';
import { noisePicture } from '../../api/documents/pictures';
import { personAt } from './person';
import { say } from './words';

/** One screen of the way, and what a person does on it. */
export interface WayStep {
  readonly title: string;
  readonly pass: (page: Page) => Promise<void>;
}

/** The way of passport and selfie by files, for engines that look at no picture; behind it lies the end. */
export async function passportWay(): Promise<readonly WayStep[]> {
  const [passport, selfie] = await Promise.all([
    noisePicture(1, 1280, 960),
    noisePicture(2, 1280, 960),
  ]);
  const title = {
    start: say('start.title'),
    choice: say('choice.title'),
    front: say('camera.front.title'),
    selfie: say('camera.selfie.title'),
    review: say('review.title'),
  };
  return [
    {
      title: title.start,
      async pass(page) {
        await personAt(page).press(say('start.go'));
        await personAt(page).press(say('consent.agree'));
      },
    },
    {
      title: title.choice,
      async pass(page) {
        await personAt(page).choose(say('choice.passport'));
        await personAt(page).press(say('choice.go'));
      },
    },
    { title: title.front, pass: (page) => personAt(page).sendFile(passport, title.selfie) },
    { title: title.selfie, pass: (page) => personAt(page).sendFile(selfie, title.review) },
    { title: title.review, pass: (page) => personAt(page).press(say('review.send')) },
  ];
}

/** Chooses a picture and sends it, whatever comes of that. */
export async function sendPicture(page: Page): Promise<void> {
  const file = { name: 'picture.jpg', mimeType: 'image/jpeg' };
  const field = page.locator('input[type=file]:not([capture])').first();
  await field.setInputFiles({ ...file, buffer: await noisePicture(3, 1280, 960) });
  await personAt(page).press(say('camera.use'));
}

/** Goes on from where the page is until the screen of this title, or to the end. */
export async function goOn(
  page: Page,
  way: readonly WayStep[],
  until = say('end.done.title'),
): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  const titles = new RegExp(`^(${way.map(({ title }) => escaped(title)).join('|')})$`);
  await heading.filter({ hasText: titles }).waitFor();
  const here = await heading.textContent();
  for (const { title, pass } of way.slice(way.findIndex((step) => step.title === here))) {
    if (title === until) break;
    await personAt(page).sees(title);
    await pass(page);
  }
  await personAt(page).sees(until);
}

function escaped(title: string): string {
  return title.replaceAll(/[.?]/g, String.raw`\$&`);
}
