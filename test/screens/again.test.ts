import type { Page } from 'playwright-core';
import { text } from '../processes/api-caller';
import { eventually } from '../processes/running-process';
import { useBrowser } from './browser/page-browser';
import { goOn, passportWay, sendPicture, type WayStep } from './browser/passport-way';
import { personAt } from './browser/person';
import { say } from './browser/words';
import { startInstantService, type PageService, type PageSession } from './page-service';

/** What others do to a check while its person is at it: a reviewer, an erasure, a second tab. */
let service: PageService;
let way: readonly WayStep[];
beforeAll(async () => {
  [service, way] = await Promise.all([startInstantService(), passportWay()]);
});
afterAll(() => service.stop());

const browser = useBrowser();
const workflow = 'Document and selfie';
const front = say('camera.front.title');
const done = say('end.done.title');

/** As the integrator asks, by its key. */
async function ask(method: string, path: string, key: string, json?: unknown) {
  const url = `${service.origin}/api/v1${path}`;
  return service.ask(method, url, { key, ...(json === undefined ? {} : { json }) });
}

async function live(): Promise<PageSession> {
  return service.create(workflow, { country: 'NL' });
}

it('asked again by a reviewer: the new link says for what and why, and asks for that alone', async () => {
  const key = service.sandboxKey;
  const session = await service.create(workflow, { country: 'NL' }, key);
  const { page } = await browser.visitor(service.origin);
  const person = personAt(page);
  await page.goto(session.url);
  await goOn(page, way, say('review.title'));
  await person.press(say('review.send'));
  await person.sees(say('sandbox.title'));
  await person.press(say('sandbox.needs_review'));
  await person.sees(say('end.under_review.title'));

  const reviewed = await ask('GET', `/sessions/${session.id}`, key);
  const message = 'Your thumb covers the <b>number</b>.';
  const pieces = [{ piece: 'id_front', reason_code: 'covered', message }];
  const asked = await ask('POST', `/cases/${text(reviewed.body, 'case_id')}/resubmit`, key, {
    pieces,
  });
  expect([asked.status, asked.body['error'] ?? null]).toEqual([200, null]);
  const again = await ask('GET', `/sessions/${session.id}`, key);
  await page.goto(String(again.body['capture_url']));
  await person.sees(say('asked.title'));
  await page.locator('main').getByText(message, { exact: true }).waitFor();
  // A reason that is known is told in the person's language, whatever the reviewer wrote.
  await page.locator('main').getByText(say('asked.reason.covered'), { exact: true }).waitFor();
  expect(await page.locator('main .pieces li').count()).toBe(1);
  // Agreed to once, for this check.
  await person.press(say('asked.go'));
  await person.sees(front);
  await sendPicture(page);
  await person.sees(say('review.title'));
});

it('redacted while it is open: said at the next step, and nothing stays on the device', async () => {
  const { id, url } = await live();
  const { page, context } = await browser.visitor(service.origin);
  await page.goto(url);
  await goOn(page, way, front);
  await context.setOffline(true);
  await sendPicture(page);
  await personAt(page).sees(say('camera.waiting.title'));
  expect(await keptOn(page)).toBe(1);
  await ask('DELETE', `/sessions/${id}/data`, service.key);
  await context.setOffline(false);
  await personAt(page).sees(say('trouble.gone.title'));
  await eventually('nothing kept', async () => ((await keptOn(page)) === 0 ? true : undefined));
});

it('two tabs at once: each shows what the other has done, and the end', async () => {
  const { url } = await live();
  const { page: one, context } = await browser.visitor(service.origin);
  const other = await context.newPage();
  await one.goto(url);
  await other.goto(url);
  await goOn(one, way, front);
  await personAt(other).sees(front);
  await goOn(other, way, say('review.title'));
  await personAt(one).sees(say('review.title'));
  await goOn(one, way);
  await personAt(other).sees(done);
});

/** How many pictures wait in this browser. */
async function keptOn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const opened = indexedDB.open('verifa-capture');
    await new Promise((done) => opened.addEventListener('success', done));
    const all = opened.result.transaction('pieces').objectStore('pieces').count();
    await new Promise((done) => all.addEventListener('success', done));
    opened.result.close();
    return all.result;
  });
}
