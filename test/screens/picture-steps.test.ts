import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, devices, type BrowserContext, type Page } from 'playwright-core';
import sharp from 'sharp';
import { openStudio } from '../checks/document/studio';
import { drawScene } from '../pure/console/capture/camera-frames';
import { findBrowser } from '../stack/browser';
import { agreeAndChoosePassport, openAtDocument } from './browser/at-document';
import { useCanvasCamera } from './browser/canvas-camera';
import { useBrowser, type Visitor } from './browser/page-browser';
import { personAt } from './browser/person';
import { say } from './browser/words';
import { startInstantService, type PageService, type PageSession } from './page-service';

/** From the camera to the server: whatever is wrong there is a way on, and nothing that was taken is lost. */
let service: PageService;
let document: Buffer;
let blurred: Buffer;
beforeAll(async () => {
  const studio = await openStudio();
  // What an upright phone shows of a picture that lies across.
  const scene = { of: 'passport', frame: { width: 1920, height: 1080 }, span: 0.42 } as const;
  const jpeg = (picture: Buffer) => sharp(picture).jpeg({ quality: 92 }).toBuffer();
  service = await startInstantService();
  document = await jpeg(await drawScene(studio, scene));
  blurred = await jpeg(await drawScene(studio, { ...scene, blurPx: 9 }));
});
afterAll(() => service.stop());

const browser = useBrowser();

const create = (): Promise<PageSession> => service.create('Document and selfie', { country: 'NL' });

async function visit(prepare: (visitor: Visitor) => Promise<void>): Promise<Visitor> {
  const visitor = await browser.visitor(service.origin);
  await prepare(visitor);
  await openAtDocument(visitor.page, (await create()).url);
  await turnOn(visitor.page);
  return visitor;
}

/** Where the browser has not been asked yet, the page says first why. */
async function turnOn(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: say('camera.turn_on'), exact: true });
  // The screen before it has such a button, too.
  const before = page.getByRole('heading', { level: 1, name: say('choice.title'), exact: true });
  await before.waitFor({ state: 'detached' });
  // The camera, the question for it, or why there is none: not whatever is shown while the step loads.
  await page.locator('video, .needed').or(button).first().waitFor();
  if (await button.isVisible()) await button.click();
}

async function chooseFile(page: Page, buffer: Buffer): Promise<void> {
  const field = page.locator('input[type=file]:not([capture])').first();
  await field.setInputFiles({ name: 'picture.jpg', mimeType: 'image/jpeg', buffer });
  await personAt(page).press(say('camera.use'));
}

/** The document is stored: the face is next, whether there is a camera for it or not. */
async function asksForSelfie(page: Page): Promise<void> {
  const piece = say('camera.selfie.title');
  const heading = page.getByRole('heading', { level: 1, name: piece, exact: true });
  await heading.or(page.getByText(say('camera.needed', { piece }), { exact: true })).waitFor();
}

it('takes no blurred document by itself, says why, and lets the person do it', async () => {
  const { page } = await visit(({ camera }) => camera.show(blurred));
  const person = personAt(page);
  await page.getByText(say('camera.hint.blurred')).first().waitFor();
  await person.press(say('camera.shoot'));
  await person.sees(say('camera.front.review'));
});

it('advises another picture where the server finds it hard to read, and leaves it to the person', async () => {
  const { page } = await visit(({ camera }) => camera.show(document));
  const person = personAt(page);
  await person.sees(say('camera.front.review'));
  await person.press(say('way.take_again'));
  await chooseFile(page, blurred);
  await person.sees(say('camera.advised.title'));
  await page.getByText(say('camera.advice.blur')).waitFor();
  await person.press(say('camera.use_anyway'));
  await asksForSelfie(page);
});

it('takes the picture again as often as the person likes, and offers the phone’s own camera then', async () => {
  const { page } = await visit(({ camera }) => camera.show(document));
  const person = personAt(page);
  for (let tries = 0; tries < 3; tries += 1) {
    await person.sees(say('camera.front.review'));
    await person.press(say('way.take_again'));
  }
  const own = page.getByLabel(say('camera.phone_camera'), { exact: true });
  await own.waitFor();
  expect(await own.getAttribute('capture')).toBe('environment');
});

it.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'none'],
  ['NotReadableError', 'busy'],
] as const)(
  '%s: says what it is and what is needed, and goes on with a file',
  async (name, trouble) => {
    const { page } = await visit(({ camera }) => camera.fail(name));
    await personAt(page).sees(say(`camera.trouble.${trouble}.title`));
    await page.getByText(say('camera.needed', { piece: say('camera.front.title') })).waitFor();
    await chooseFile(page, document);
    await asksForSelfie(page);
  },
);

it('a camera that never answers: explains after a while, and goes on with a file', async () => {
  const { page } = await visit((visitor) => visitor.camera.fail('never'));
  await page.getByText(say('camera.trouble.slow.text')).waitFor();
  await chooseFile(page, document);
  await asksForSelfie(page);
});

it('a file chosen while the camera’s own picture is still being made stays the one to be sent', async () => {
  const { page } = await visit(async ({ camera, context }) => {
    await context.addInitScript(holdPictures);
    await camera.show(document);
  });
  await page.waitForFunction(() => Reflect.get(globalThis, 'verifaHeldPictures') === 1);
  const field = page.locator('input[type=file]:not([capture])').first();
  await field.setInputFiles({ name: 'picture.jpg', mimeType: 'image/jpeg', buffer: document });
  const chosen = page.getByRole('button', { name: say('camera.choose_other'), exact: true });
  await chosen.waitFor();
  await page.evaluate(async () => {
    await (Reflect.get(globalThis, 'verifaMakePictures') as () => Promise<void>)();
  });
  expect(await chosen.isVisible()).toBe(true);
});

/** Runs in the page: pictures of a canvas are made when they are asked to be, and told once they are shown. */
function holdPictures(): void {
  const held: (() => Promise<void>)[] = [];
  const { prototype } = HTMLCanvasElement;
  const made = Object.getOwnPropertyDescriptor(prototype, 'toBlob');
  prototype.toBlob = function hold(done, type, quality) {
    const one = (): Promise<void> =>
      new Promise((resolve) => {
        const shown = (blob: Blob | null): void => {
          done(blob);
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        };
        Reflect.apply(made?.value as CallableFunction, this, [shown, type, quality]);
      });
    held.push(one);
    Object.assign(globalThis, { verifaHeldPictures: held.length });
  };
  Object.assign(globalThis, {
    verifaMakePictures: () => Promise.all(held.map((one) => one())),
  });
}

it('an app’s browser without cameras: gives the link for a real one, and takes a file', async () => {
  const { page } = await visit(async ({ context }) => {
    await context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'mediaDevices', { value: undefined });
    });
  });
  await personAt(page).sees(say('camera.trouble.no_api.title'));
  await chooseFile(page, document);
  await asksForSelfie(page);
  await personAt(page).press(say('camera.own_browser'));
  await personAt(page).sees(say('handoff.title'));
});

it('a file that is no picture of use: says which, and takes another', async () => {
  const { page } = await visit((visitor) => visitor.camera.fail('NotFoundError'));
  const choose = (name: string, mimeType: string, buffer: Buffer) =>
    page.locator('input[type=file]:not([capture])').setInputFiles({ name, mimeType, buffer });
  await choose('a.heic', 'image/heic', Buffer.from('not a picture'));
  await personAt(page).sees(say('camera.file.heic.title'));
  await choose('a.pdf', 'application/pdf', Buffer.from('%PDF-1.7'));
  await personAt(page).sees(say('camera.file.pdf.title'));
  await choose('a.jpg', 'image/jpeg', Buffer.alloc(0));
  await personAt(page).sees(say('camera.file.empty.title'));
  await choose('a.jpg', 'image/jpeg', Buffer.from('not a picture'));
  await personAt(page).press(say('camera.use'));
  await personAt(page).sees(say('trouble.file_type.title'));
  await choose('a.jpg', 'image/jpeg', document);
  await personAt(page).press(say('camera.use'));
  await asksForSelfie(page);
});

it('offline in the middle: keeps the picture, and sends it once it is connected again', async () => {
  const { page, context } = await visit(({ camera }) => camera.show(document));
  const person = personAt(page);
  await person.sees(say('camera.front.review'));
  await context.setOffline(true);
  await person.press(say('camera.use'));
  await person.sees(say('camera.waiting.title'));
  await context.setOffline(false);
  await asksForSelfie(page);
});

it('a picture that arrived though its answer was lost is kept no longer once the page is opened again', async () => {
  const { page, context } = await visit(({ camera }) => camera.show(document));
  await personAt(page).sees(say('camera.front.review'));
  let arrived: () => void = () => undefined;
  const sent = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  await context.route('**/documents', async (route) => {
    await route.fetch();
    arrived();
  });
  await personAt(page).press(say('camera.use'));
  await sent;
  expect(await keptIn(page)).toBe(1);
  await page.reload();
  await asksForSelfie(page);
  while ((await keptIn(page)) > 0) await page.waitForTimeout(100);
});

describe('a browser that is closed between the picture and its arrival', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verifa-page-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const open = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(folder, {
      executablePath: findBrowser(process.env),
      args: ['--no-sandbox', '--use-fake-ui-for-media-stream'],
      ...devices['Pixel 7'],
      locale: 'en-GB',
    });

  it('sends it when it is opened again, and keeps nothing afterwards', async () => {
    const { url } = await create();
    const first = await open();
    const camera = await useCanvasCamera(first);
    await camera.show(document);
    const page = await first.newPage();
    await openAtDocument(page, url);
    await turnOn(page);
    await personAt(page).sees(say('camera.front.review'));
    await first.setOffline(true);
    await personAt(page).press(say('camera.use'));
    await personAt(page).sees(say('camera.waiting.title'));
    await first.close();
    const second = await open();
    await useCanvasCamera(second);
    const again = await second.newPage();
    await again.goto(url);
    await asksForSelfie(again);
    // It is forgotten behind the answer, while the next screen comes up already.
    while ((await keptIn(again)) > 0) await again.waitForTimeout(100);
    await second.close();
  });
});

/** How many pieces the device keeps. */
function keptIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('verifa-capture', 1);
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const count = opening.result.transaction('pieces').objectStore('pieces').count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
}

describe('a page of another site that does not pass the camera on', () => {
  let shop: Server;
  let shopOrigin: string;
  let framed = '';
  beforeAll(async () => {
    shop = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(
        `<!doctype html><title>shop</title><script>window.heard=[];addEventListener('message',(e)=>heard.push(e.data))</script><iframe src="${framed}" width="400" height="800"></iframe><script>setInterval(()=>document.querySelector('iframe').contentWindow.postMessage({target:'verifa',type:'hello'},'*'),200)</script>`,
      );
    });
    await new Promise<void>((resolve) => {
      shop.listen(0, '127.0.0.1', resolve);
    });
    const address = shop.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    shopOrigin = `http://localhost:${port}`;
    await service.ask('PATCH', `${service.origin}/api/v1/organization`, {
      key: service.key,
      json: { allowed_origins: [shopOrigin] },
    });
  });
  afterAll(() => shop.close());

  it('tells the person, and the page around it', async () => {
    const visitor = await browser.visitor(service.origin);
    visitor.watch.allow(shopOrigin);
    const session = await create();
    framed = session.url;
    await visitor.page.goto(shopOrigin);
    const person = personAt(visitor.page.frameLocator('iframe'));
    await person.press(say('start.go'));
    await agreeAndChoosePassport(person);
    await person.sees(say('camera.trouble.embedder_forbids.title'));
    await visitor.page.waitForFunction(() => {
      const heard: unknown = Reflect.get(globalThis, 'heard');
      return JSON.stringify(heard).includes('camera_not_allowed_by_embedder');
    });
    const opening = visitor.context.waitForEvent('page');
    await person.press(say('camera.open_tab'));
    await personAt(await opening).sees(say('camera.front.title'));
  });
});
