import type { Browser, Locator, Page } from 'playwright-core';
import { openPhone } from './slow-phone';
import { cumulativeShift, interactionToNextPaint, readVitals } from './vitals';

export type Say = (key: string) => string;

export interface FlowPictures {
  readonly passport: Buffer;
  readonly selfie: Buffer;
}

export interface Flow {
  readonly nextPaintMs: number | null;
  readonly interactions: number;
  readonly shift: number;
}

/** The whole way by files on a slow phone: what the slowest answer to a touch or a key was. */
export async function measureFlow(
  browser: Browser,
  link: string,
  pictures: FlowPictures,
  say: Say,
): Promise<Flow> {
  const { page, close } = await openPhone(browser, { cpu: true, network: false });
  await page.goto(link);
  const press = (key: string): Promise<void> => button(page, say(key)).tap();
  await press('start.go');
  await press('consent.agree');
  await chooseCountry(page, say);
  await page.getByText(say('choice.passport'), { exact: true }).tap();
  await press('choice.go');
  const field = fileField(page);
  await see(page, field, 'the field for the passport');
  await sendFile(page, pictures.passport, field, say);
  await sendFile(page, pictures.selfie, button(page, say('review.send')), say);
  await press('review.send');
  const done = page.getByRole('heading', { level: 1, name: say('end.done.title'), exact: true });
  await see(page, done, 'the end');
  const vitals = await readVitals(page);
  await close();
  return {
    nextPaintMs: interactionToNextPaint(vitals),
    interactions: vitals.interactionCount,
    shift: cumulativeShift(vitals.shifts),
  };
}

/** Every letter that narrows the list of all countries is an interaction. */
async function chooseCountry(page: Page, say: Say): Promise<void> {
  const field = page.getByRole('combobox', { name: say('choice.country') });
  await field.tap();
  await field.pressSequentially('Netherlands');
  await field.press('Enter');
}

/** Insists on the picture where the server wishes for a better one. */
async function sendFile(page: Page, buffer: Buffer, next: Locator, say: Say): Promise<void> {
  await fileField(page).setInputFiles({ name: 'picture.jpg', mimeType: 'image/jpeg', buffer });
  const use = button(page, say('camera.use'));
  await use.tap();
  await use.waitFor({ state: 'hidden' });
  const anyway = button(page, say('camera.use_anyway'));
  await see(page, anyway.or(next).first(), 'what follows the picture');
  if (await anyway.isVisible()) await anyway.tap();
  await anyway.waitFor({ state: 'hidden' });
  await see(page, next, 'the next step');
}

/** Whoever reads that it failed wants to know what was there in its place. */
async function see(page: Page, wanted: Locator, what: string): Promise<void> {
  await wanted.waitFor({ state: 'attached' }).catch(async () => {
    throw new Error(`${what} is not shown, but:\n${await page.locator('body').innerText()}`);
  });
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** Not the one that opens the phone's own camera. There is no camera here, so it is offered at once. */
function fileField(page: Page): Locator {
  return page.locator('input[type=file]:not([capture])').first();
}
