import { useBrowser } from './browser/page-browser';
import { goOn, passportWay, sendPicture, type WayStep } from './browser/passport-way';
import { personAt } from './browser/person';
import { usePhone } from './browser/profile';
import { say } from './browser/words';
import { startInstantService, type PageService } from './page-service';

/** Nothing is lost by a browser that is closed, a page that is loaded again, a step back. */
let service: PageService;
let way: readonly WayStep[];
beforeAll(async () => {
  [service, way] = await Promise.all([startInstantService(), passportWay()]);
});
afterAll(() => service.stop());

const phone = usePhone(() => service.origin);
const browser = useBrowser();
const workflow = 'Document and selfie';
const done = say('end.done.title');

it('a browser that is closed at each step and opened again: it goes on exactly there', async () => {
  const session = await service.create(workflow, { country: 'NL' });
  const { open, close } = phone();
  for (const [at, { title, pass }] of way.entries()) {
    const { page } = await open(session.url);
    await personAt(page).sees(title);
    await pass(page);
    await personAt(page).sees(way[at + 1]?.title ?? done);
    await close();
  }
  const { page } = await open(session.url);
  await personAt(page).sees(done);
  expect(await service.result(session)).toMatchObject({ result: { status: 'approved' } });
});

it('a picture that was taken and not sent: it is sent when the browser is opened again', async () => {
  const session = await service.create(workflow, { country: 'NL' });
  const { open, close } = phone();
  const first = await open(session.url);
  await goOn(first.page, way, say('camera.front.title'));
  await first.context.setOffline(true);
  await sendPicture(first.page);
  await personAt(first.page).sees(say('camera.waiting.title'));
  await close();
  const { page } = await open(session.url);
  await personAt(page).sees(say('camera.selfie.title'));
});

it('loaded again at each step, and a step back: the same screen, and nothing is asked for twice', async () => {
  const session = await service.create(workflow, { country: 'NL' });
  const { page } = await browser.visitor(service.origin);
  const person = personAt(page);
  await page.goto(session.url);
  for (const { title, pass } of way) {
    await person.sees(title);
    await page.reload();
    await person.sees(title);
    await pass(page);
  }
  await person.sees(done);
  await page.reload();
  await person.sees(done);
});

it('back from each screen: what was given is there to be changed, and behind the end there is no way back', async () => {
  const session = await service.create(workflow, { country: 'NL' });
  const { page } = await browser.visitor(service.origin);
  const person = personAt(page);
  await page.goto(session.url);
  await goOn(page, way, say('camera.front.title'));
  await page.goBack();
  await person.sees(say('choice.title'));
  await goOn(page, way, say('camera.selfie.title'));
  await page.goBack();
  await person.sees(say('review.title'));
  await person.press(say('review.go_on'));
  await person.sees(say('camera.selfie.title'));
  await goOn(page, way);
  await page.goBack();
  await person.sees(done);
  await page.goBack();
  await person.sees(done);
  await page.reload();
  await person.sees(done);
});
