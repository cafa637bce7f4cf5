import { madeUpPictures } from '../whole-way/made-up-pictures';
import { useBrowser } from './browser/page-browser';
import { personAt } from './browser/person';
import { say } from './browser/words';
import { startInstantService, type PageService } from './page-service';

/** Whoever has no camera goes the whole way with files. */
let service: PageService;
let passport: Buffer;
let selfie: Buffer;
beforeAll(async () => {
  const pictures = await madeUpPictures();
  [service, passport, selfie] = await Promise.all([
    startInstantService(),
    pictures.passport(await pictures.person(5)),
    pictures.selfie(5),
  ]);
});
afterAll(() => service.stop());

const browser = useBrowser();

it('passport and selfie by files, to an approval', async () => {
  const session = await service.create('Document and selfie', { country: 'NL' });
  const { page } = await browser.visitor(service.origin);
  await page.goto(session.url);
  const person = personAt(page);
  await person.press(say('start.go'));
  await person.press(say('consent.agree'));
  await person.sees(say('choice.title'));
  await person.choose(say('choice.passport'));
  await person.press(say('choice.go'));
  await person.sees(say('camera.front.title'));
  await person.sendFile(passport, say('camera.selfie.title'));
  await person.sendFile(selfie, say('review.title'));
  await person.press(say('review.send'));
  expect(await service.result(session)).toMatchObject({
    status: 'completed',
    result: { status: 'approved' },
  });
  await person.sees(say('end.done.title'));
});
