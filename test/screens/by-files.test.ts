import { openAtDocument, passportHolder } from './browser/at-document';
import { useBrowser } from './browser/page-browser';
import { say } from './browser/words';
import { startInstantService, type PageService } from './page-service';

/** Whoever has no camera goes the whole way with files. */
let service: PageService;
let passport: Buffer;
let selfie: Buffer;
beforeAll(async () => {
  [service, { passport, selfie }] = await Promise.all([startInstantService(), passportHolder()]);
});
afterAll(() => service.stop());

const browser = useBrowser();

it('passport and selfie by files, to an approval', async () => {
  const session = await service.create('Document and selfie', { country: 'NL' });
  const { page } = await browser.visitor(service.origin);
  const person = await openAtDocument(page, session.url);
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
