import { useBrowser } from './browser/page-browser';
import { goOn, passportWay, sendPicture, type WayStep } from './browser/passport-way';
import { personAt } from './browser/person';
import { say } from './browser/words';
import { startInstantService, type PageService } from './page-service';

/** What goes wrong between page and server, and in the page itself: a sentence, a button, and nothing is lost. */
let service: PageService;
let way: readonly WayStep[];
beforeAll(async () => {
  [service, way] = await Promise.all([startInstantService(), passportWay()]);
});
afterAll(() => service.stop());

const browser = useBrowser();
const front = say('camera.front.title');
const selfie = say('camera.selfie.title');

async function opened() {
  const { url } = await service.create('Document and selfie', { country: 'NL' });
  const visitor = await browser.visitor(service.origin);
  await visitor.page.goto(url);
  return { ...visitor, person: personAt(visitor.page) };
}

it('offline in a step, and on the way of a picture: it goes on by itself once it is connected', async () => {
  const { page, context, person } = await opened();
  await goOn(page, way, say('choice.title'));
  await context.setOffline(true);
  await person.choose(say('choice.passport'));
  await person.press(say('choice.go'));
  await person.sees(say('trouble.offline.title'));
  await context.setOffline(false);
  await goOn(page, way, front);
  await context.setOffline(true);
  await sendPicture(page);
  await person.sees(say('camera.waiting.title'));
  await context.setOffline(false);
  await person.sees(selfie);
  await goOn(page, way);
});

it('connected again in the moment in which it is said: it goes on by itself then, too', async () => {
  const { page, context, person } = await opened();
  await goOn(page, way, say('choice.title'));
  await context.route('**/document-type', (route) => route.abort('internetdisconnected'));
  // In the turn in which the title is put there, before the page can have done anything about it.
  await page.evaluate((title) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('h1')?.textContent !== title) return;
      observer.disconnect();
      dispatchEvent(new Event('online'));
      Object.assign(globalThis, { verifaTestConnected: true });
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  }, say('trouble.offline.title'));
  const refused = page.waitForEvent('requestfailed');
  await person.choose(say('choice.passport'));
  await person.press(say('choice.go'));
  await refused;
  await context.unroute('**/document-type');
  // Until then the choice that failed is still shown, and whatever is done there is lost with it.
  await page.waitForFunction(() => 'verifaTestConnected' in globalThis);
  await goOn(page, way);
});

it('a server that fails for a while: a step can be tried again, a picture is sent again by itself', async () => {
  const { page, context, person } = await opened();
  await person.press(say('start.go'));
  await context.route('**/consent', (route) =>
    route.fulfill({
      status: 500,
      json: { error: 'internal_error', request_id: 'req_of_the_test' },
    }),
  );
  await person.press(say('consent.agree'));
  await person.sees(say('trouble.unknown.title'));
  await page.getByText('req_of_the_test').waitFor();
  await context.unroute('**/consent');
  await person.press(say('way.try_again'));
  await person.press(say('consent.agree'));
  await goOn(page, way, front);

  let failures = 2;
  await context.route('**/documents', async (route) => {
    failures -= 1;
    if (failures < 0) await route.continue();
    else await route.fulfill({ status: 500, body: 'a proxy’s page' });
  });
  await sendPicture(page);
  await person.sees(selfie);
});

it('a picture that a failing server has refused for good is still there to be sent', async () => {
  const { page, context, person } = await opened();
  await goOn(page, way, front);
  await context.route('**/documents', (route) => route.fulfill({ status: 503, body: '' }));
  await sendPicture(page);
  await person.sees(say('trouble.unknown.title'));
  await context.unroute('**/documents');
  await person.press(say('way.try_again'));
  await person.sees(selfie);
});

it.each([
  ['a proxy’s page', '<p>Log in first</p>'],
  ['nothing', ''],
])('a state that is %s: a sentence and a way on', async (_what, body) => {
  const { url } = await service.create('Document and selfie', { country: 'NL' });
  const { page, context } = await browser.visitor(service.origin);
  await context.route('**/state', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body }),
  );
  await page.goto(url);
  await personAt(page).sees(say('trouble.unknown.title'));
  await context.unroute('**/state');
  await personAt(page).press(say('way.try_again'));
  await personAt(page).sees(say('start.title'));
});

it('a state that never comes: after ten seconds what it may be, and a button', async () => {
  const { url } = await service.create('Document and selfie', { country: 'NL' });
  const { page, context } = await browser.visitor(service.origin);
  await context.route('**/state', () => undefined);
  await page.goto(url);
  await page.getByText(say('frame.slow')).waitFor();
  await page.getByRole('button', { name: say('way.try_again'), exact: true }).waitFor();
  await context.unroute('**/state');
  const person = personAt(page);
  // A page whose own patience ends in this moment asks again by itself, and the button is gone.
  await Promise.any([person.press(say('way.try_again')), person.sees(say('start.title'))]);
  await person.sees(say('start.title'));
});

it('a fault in the page’s own script: a sentence and a way on', async () => {
  const { page, person, watch } = await opened();
  await person.sees(say('start.title'));
  watch.expectLine(/a fault of the test/);
  await page.evaluate(() => {
    void Promise.reject(new Error('a fault of the test'));
  });
  await person.sees(say('trouble.unknown.title'));
  await person.press(say('way.try_again'));
  await person.sees(say('start.title'));
});
