import type { Page } from 'playwright-core';
import { useBrowser } from './browser/page-browser';
import { goOn, passportWay, sendPicture, type WayStep } from './browser/passport-way';
import { personAt } from './browser/person';
import { say } from './browser/words';
import { startInstantService, type PageService, type PageSession } from './page-service';

/** The link's time, by the server's clock alone; a page's own clock is moved on with it, or is wrong. */
let service: PageService;
let way: readonly WayStep[];
let aheadMs = 0;
beforeAll(async () => {
  const now = (): Date => new Date(Date.now() + aheadMs);
  [service, way] = await Promise.all([startInstantService({}, now), passportWay()]);
});
beforeEach(() => {
  aheadMs = 0;
});
afterAll(() => service.stop());

const browser = useBrowser();
const workflow = 'Document and selfie';
const minuteMs = 60_000;
const front = say('camera.front.title');
const choice = say('choice.title');
const over = say('over.title');

async function opened(): Promise<{ readonly page: Page; readonly session: PageSession }> {
  const session = await service.create(workflow, { country: 'NL' });
  const { page } = await browser.visitor(service.origin);
  await page.clock.install();
  await page.goto(session.url);
  return { page, session };
}

/** Time goes by, on the server and for the page. */
async function pass(page: Page, minutes: number): Promise<void> {
  aheadMs += minutes * minuteMs;
  await page.clock.fastForward(minutes * minuteMs);
}

it('time that runs short is said in time, and there is more of it twice', async () => {
  const { page, session } = await opened();
  await goOn(page, way, choice);
  const more = page.getByRole('button', { name: say('frame.more_time'), exact: true });
  await more.waitFor({ state: 'detached' });
  // Fourteen, and less by what the test itself has taken.
  const [before, behind] = say('frame.time_added', { time: '#' }).split('#');
  const added = new RegExp(`${before ?? ''}1[0-4] minutes${behind ?? ''}`);
  for (const minutes of [16, 10]) {
    await pass(page, minutes);
    await page.locator('.notice.time').waitFor();
    await more.click();
    // It is said to who does not see it, too.
    await page.getByRole('status').filter({ hasText: added }).waitFor();
    await more.waitFor({ state: 'detached' });
  }
  await pass(page, 10);
  await page.locator('.notice.time').waitFor();
  expect(await more.count()).toBe(0);
  await personAt(page).sees(choice);
  await goOn(page, way);
  expect(await service.result(session)).toMatchObject({ result: { status: 'approved' } });
});

it('time that is over: said on the spot, and a new link goes on where it stopped', async () => {
  const { page, session } = await opened();
  await goOn(page, way, say('camera.selfie.title'));
  await pass(page, 21);
  await personAt(page).sees(over);
  await page.reload();
  await personAt(page).sees(say('trouble.gone.title'));
  const { key, origin } = service;
  // The workflow has no clock that a test can move on: it is told, and makes a link by the real one.
  aheadMs = 0;
  const at = `${origin}/api/v1/sessions/${session.id}`;
  await service.ask('POST', `${at}/expire`, { key });
  await service.ask('POST', `${at}/resume`, { key });
  const { body } = await service.ask('GET', at, { key });
  await page.goto(String(body['capture_url']));
  await goOn(page, way);
});

it('a page that comes back from sleep behind its time: said before anything else is done', async () => {
  const { page } = await opened();
  await goOn(page, way, front);
  aheadMs += 21 * minuteMs;
  await sendPicture(page);
  await personAt(page).sees(say('trouble.gone.title'));
});

it.each([
  ['behind', -9],
  ['ahead', 9],
])('a clock that is hours %s: the whole way, and the same time left', async (_, hours) => {
  const session = await service.create(workflow, { country: 'NL' });
  const { page, context } = await browser.visitor(service.origin);
  await page.clock.install({ time: Date.now() + hours * 60 * minuteMs });
  await page.goto(session.url);
  await personAt(page).sees(say('start.title'));
  const left = page.locator('.time-left');
  expect(await left.innerText()).toMatch(/^(19|20) minutes left$/);
  await goOn(page, way, front);
  // What is kept until it is sent goes by no clock that can be wrong.
  await context.setOffline(true);
  await sendPicture(page);
  await personAt(page).sees(say('camera.waiting.title'));
  await page.clock.setSystemTime(Date.now());
  await context.setOffline(false);
  await page.reload();
  await goOn(page, way);
  expect(await service.result(session)).toMatchObject({ result: { status: 'approved' } });
});
