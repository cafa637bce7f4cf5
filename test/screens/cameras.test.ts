import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openAtDocument, passportHolder } from './browser/at-document';
import { filmOf } from './browser/film';
import { useBrowser } from './browser/page-browser';
import { personAt, type Person } from './browser/person';
import { say } from './browser/words';
import { startInstantService, type PageService } from './page-service';

/** The document before the camera: the browser's own fake one, one that the test drives, and none. */
let service: PageService;
let passport: Buffer;
let folder: string;

const drawn = passportHolder().then(({ passport: picture }) => picture);

beforeAll(async () => {
  [service, passport] = await Promise.all([startInstantService(), drawn]);
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

const browser = useBrowser(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verifa-film-'));
  return { cameraFile: await filmOf(await drawn, folder) };
});

async function atDocument(page: Page): Promise<Person> {
  const { url } = await service.create('Document and selfie', { country: 'NL' });
  return openAtDocument(page, url);
}

it('a film in the browser’s own camera: the picture is taken by itself, and sent', async () => {
  const { page } = await browser.visitor(service.origin, { camera: 'browser' });
  const person = await atDocument(page);
  await person.press(say('camera.use'));
  await person.sees(say('camera.selfie.title'));
});

it('a picture that the test holds before the camera: nothing is taken of a wall, then by itself', async () => {
  const { page, camera } = await browser.visitor(service.origin);
  await atDocument(page);
  await page.getByText(say('camera.hint.no_document')).first().waitFor();
  await camera.show(passport);
  const person = personAt(page);
  await person.press(say('camera.use'));
  await person.sees(say('camera.selfie.title'));
});

it.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'none'],
  ['NotReadableError', 'busy'],
] as const)('a camera that fails with %s: what it is, and ways on', async (failure, trouble) => {
  const { page, camera } = await browser.visitor(service.origin);
  await camera.fail(failure);
  const person = await atDocument(page);
  await person.sees(say(`camera.trouble.${trouble}.title`));
  // It is there again once whatever stood in its way is gone.
  await camera.fail(null);
  await person.press(say('way.try_again'));
  await page.getByText(say('camera.hint.no_document')).first().waitFor();
});
