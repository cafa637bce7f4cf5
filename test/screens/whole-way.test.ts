import { openAtDocument, passportHolder } from './browser/at-document';
import { useBrowser } from './browser/page-browser';
import { say } from './browser/words';
import { startRealService, type PageService } from './page-service';

/** API, worker and engines as in production, and a person with a phone. */
let service: PageService;
let passport: Buffer;
let selfie: Buffer;
beforeAll(async () => {
  [service, { passport, selfie }] = await Promise.all([startRealService(), passportHolder()]);
});
afterAll(() => service.stop());

const browser = useBrowser();

it('passport and face before the camera: the engines approve what the page took', async () => {
  const session = await service.create('Document and selfie', { country: 'NL' });
  const { page, camera } = await browser.visitor(service.origin);
  await camera.show(passport);
  const person = await openAtDocument(page, session.url);
  await person.sees(say('camera.front.review'));
  // Turned to before the next screen looks: it may not take the face on the passport for the person's.
  await camera.show(selfie);
  await person.takePicture(say('camera.selfie.title'));
  await person.takePicture(say('review.title'));
  await person.press(say('review.send'));
  await person.sees(say('end.done.title'));
  expect(await service.result(session)).toMatchObject({
    status: 'completed',
    result: { status: 'approved', face_match_passed: true },
  });
});
