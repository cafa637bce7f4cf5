import type { Page } from 'playwright-core';
import { useBrowser, type Visitor } from './browser/page-browser';
import { goOn, passportWay, sendPicture, type WayStep } from './browser/passport-way';
import { personAt } from './browser/person';
import { say } from './browser/words';
import { startInstantService, type PageService, type PageSession } from './page-service';

/** One check and two devices: one is refused, or it was handed the check and the other follows. */
let service: PageService;
let way: readonly WayStep[];
beforeAll(async () => {
  [service, way] = await Promise.all([startInstantService(), passportWay()]);
});
afterAll(() => service.stop());

const browser = useBrowser();
const connected = say('handoff.connected');
const front = say('camera.front.title');
const selfie = say('camera.selfie.title');
const done = say('end.done.title');
const notHere = say('trouble.in_use.title');

async function session(): Promise<PageSession> {
  return service.create('Document and selfie', { country: 'NL' });
}

/** The link for the other device, as it stands under its code. */
async function handedLink(page: Page): Promise<string> {
  await personAt(page).sees(say('handoff.title'));
  return page.locator('.address').innerText();
}

async function laptop(): Promise<{ readonly visitor: Visitor; readonly link: string }> {
  const { url } = await session();
  const visitor = await browser.visitor(service.origin, { device: 'laptop' });
  await visitor.page.goto(url);
  await personAt(visitor.page).press(say('start.phone'));
  return { visitor, link: await handedLink(visitor.page) };
}

it('a second device is refused, then handed the check, and goes on where the first one stopped', async () => {
  const { url } = await session();
  const first = await browser.visitor(service.origin);
  await first.page.goto(url);
  await goOn(first.page, way, front);
  const second = await browser.visitor(service.origin);
  await second.page.goto(url);
  await personAt(second.page).sees(notHere);
  await second.page.reload();
  await personAt(second.page).sees(notHere);

  await first.page.getByText(say('frame.help')).click();
  await personAt(first.page).press(say('frame.help.device'));
  const link = await handedLink(first.page);
  await second.page.goto(link);
  await goOn(second.page, way, selfie);
  await personAt(first.page).sees(connected);
  await goOn(second.page, way);
  await personAt(first.page).sees(done);
});

it('a laptop hands the check over before consent, and follows the phone to the end', async () => {
  const { visitor, link } = await laptop();
  const { page } = visitor;
  const phone = await browser.visitor(service.origin);
  await phone.page.goto(link);
  await goOn(phone.page, way, say('choice.title'));
  await personAt(page).sees(connected);
  const says = (key: string) =>
    page
      .locator('main')
      .getByText(say('handoff.step', { step: say(key) }), { exact: true })
      .waitFor();
  await says('piece.document_choice');
  await goOn(phone.page, way, front);
  await says('piece.document');
  await goOn(phone.page, way, selfie);
  await says('piece.selfie');
  await page.getByText(say('piece.document_front'), { exact: true }).waitFor();
  // Loaded again, it follows as before.
  await page.reload();
  await personAt(page).sees(connected);
  await goOn(phone.page, way);
  await personAt(page).sees(done);
});

it('a code that is not taken up yet stands there again when its page is loaded again', async () => {
  const { visitor, link } = await laptop();
  await visitor.page.reload();
  expect(await handedLink(visitor.page)).toBe(link);
  await visitor.page.getByRole('img', { name: say('handoff.code') }).waitFor();
});

it('taken back, it goes on on the laptop with all that the phone sent, and the phone’s link is dead', async () => {
  const { visitor, link } = await laptop();
  const { page } = visitor;
  const phone = await browser.visitor(service.origin);
  await phone.page.goto(link);
  await goOn(phone.page, way, selfie);
  await personAt(page).sees(connected);
  await personAt(page).press(say('handoff.stop'));
  await goOn(page, way, selfie);
  await sendPicture(phone.page);
  await personAt(phone.page).sees(say('trouble.gone.title'));
  await goOn(page, way);
});
