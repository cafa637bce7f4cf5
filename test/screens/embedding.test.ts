import type { Page } from 'playwright-core';
import { z } from 'zod';
import { file } from '../processes/api-caller';
import { agreeAndChoosePassport, passportHolder } from './browser/at-document';
import { useBrowser, type Visitor } from './browser/page-browser';
import { personAt, type Person } from './browser/person';
import { startShop, startWithoutCookies, type OtherSite } from './browser/shop';
import { say } from './browser/words';
import { startInstantService, type PageService, type PageSession } from './page-service';

/** The page inside another site's: it works there as by itself, and talks to nobody but who may embed it. */
let service: PageService;
let withoutCookies: OtherSite;
let passport: Buffer;
let selfie: Buffer;
let shops: OtherSite[] = [];
beforeAll(async () => {
  [service, { passport, selfie }] = await Promise.all([startInstantService(), passportHolder()]);
  withoutCookies = await startWithoutCookies(service.origin);
});
afterEach(async () => {
  await Promise.all(shops.map((shop) => shop.stop()));
  shops = [];
});
afterAll(async () => {
  await withoutCookies.stop();
  await service.stop();
});

const browser = useBrowser();

/** A session of which the document alone is missing. */
async function create(body: Readonly<Record<string, unknown>> = {}): Promise<PageSession> {
  const session = await service.create('Document and selfie', { country: 'NL', ...body });
  await service.ask('POST', `${service.origin}/api/v1/sessions/${session.id}/documents`, {
    key: service.key,
    form: file(selfie, 'selfie.jpg', { document_type: 'selfie' }),
  });
  return session;
}

async function mayEmbed(...allowed_origins: readonly string[]): Promise<void> {
  const { key, origin } = service;
  const json = { settings: { allowed_origins } };
  const { status } = await service.ask('PATCH', `${origin}/api/v1/organization`, { key, json });
  expect(status).toBe(200);
}

async function shopOf(...shown: Parameters<typeof startShop>): Promise<OtherSite> {
  const shop = await startShop(...shown);
  shops.push(shop);
  return shop;
}

/** An integrator's own frame and greetings, that writes down what it hears. */
const frameOf = (url: string): string => `
  <iframe id="verifa" src="${url}?embed=1" allow="camera; fullscreen" title="Check" width="420" height="900"></iframe>
  <script>
    window.heard = [];
    addEventListener('message', ({ origin, data }) => heard.push({ origin, ...data }));
    setInterval(() => document.querySelector('#verifa').contentWindow.postMessage({ target: 'verifa', type: 'hello' }, '*'), 200);
  </script>`;

/** The same from beside it: a frame of a site that may not embed the page. */
const eavesdropper = `<script>
    window.heard = [];
    addEventListener('message', ({ data }) => heard.push(data));
    setInterval(() => parent.frames[0].postMessage({ target: 'verifa', type: 'hello' }, '*'), 100);
  </script>`;

const messages = z.array(z.looseObject({ type: z.string(), origin: z.string() }));
const heardBy = async (page: Pick<Page, 'evaluate'>) =>
  messages.parse(await page.evaluate('window.heard'));

async function visit(shop: OtherSite, ...others: readonly OtherSite[]): Promise<Visitor> {
  const visitor = await browser.visitor(service.origin, { device: 'laptop' });
  for (const { origin } of [shop, ...others]) visitor.watch.allow(origin);
  await visitor.camera.show(passport);
  await visitor.page.goto(shop.origin);
  return visitor;
}

/** From the consent to the end, with the camera. */
async function goTheWholeWay(person: Person): Promise<void> {
  await agreeAndChoosePassport(person);
  await person.takePicture(say('review.title'));
  await person.press(say('review.send'));
  await person.sees(say('end.done.title'));
}

it('goes the whole way in a frame of an allowed site, and tells that site alone', async () => {
  const session = await create();
  const other = await shopOf(() => eavesdropper);
  const shop = await shopOf(
    () => `${frameOf(session.url)}<iframe src="${other.origin}" title="Other"></iframe>`,
  );
  await mayEmbed(shop.origin);
  const { page } = await visit(shop, other);
  const person = personAt(page.frameLocator('#verifa'));
  await person.press(say('start.here'));
  await goTheWholeWay(person);
  expect(await service.result(session)).toMatchObject({ result: { status: 'approved' } });
  await page.waitForFunction("window.heard.some(({ type }) => type === 'complete')");
  const heard = await heardBy(page);
  expect(new Set(heard.map(({ origin }) => origin))).toEqual(new Set([service.origin]));
  expect(heard.filter(({ type }) => type === 'ready')).toEqual([
    expect.objectContaining({ source: 'verifa', session_id: session.id }),
  ]);
  expect(heard.filter(({ type }) => type === 'step').map(({ step }) => step)).toEqual([
    ...['start', 'consent', 'document_choice', 'document_front', 'review', 'end_done'],
  ]);
  expect(heard.filter(({ type }) => type === 'resize')).not.toEqual([]);
  expect(heard.filter(({ type }) => type === 'complete')).toEqual([
    expect.objectContaining({ session_id: session.id }),
  ]);
  // Who is not the embedding page greets in vain.
  const beside = page.frames().find((frame) => frame.url().startsWith(other.origin));
  expect(await beside?.evaluate('window.heard')).toEqual([]);
});

it('asks for a height that does not follow from how high its frame was made', async () => {
  const session = await create();
  const shop = await shopOf(() => frameOf(session.url));
  await mayEmbed(shop.origin);
  const { page, camera } = await visit(shop);
  await camera.show(null);
  const person = personAt(page.frameLocator('#verifa'));
  const inside = page.frames().find((frame) => frame.url().startsWith(service.origin));
  if (inside === undefined) throw new Error('the frame shows no page of the service');
  const sameAtAnyHeight = async (): Promise<void> => {
    const heights = new Set<number>();
    for (const height of [500, 700, 720, 900, 1400]) {
      await page.evaluate(`document.querySelector('#verifa').height = ${String(height)}`);
      await inside.waitForFunction((made) => innerHeight === made, height);
      heights.add(await inside.evaluate(() => document.body.scrollHeight));
    }
    expect([...heights]).toHaveLength(1);
  };
  await person.sees(say('start.title'));
  // It comes behind the screen, and makes it higher.
  await inside.locator('.time-left').waitFor();
  await sameAtAnyHeight();
  await person.press(say('start.here'));
  await person.sees(say('consent.title'));
  await sameAtAnyHeight();
  await agreeAndChoosePassport(person);
  await inside.getByText(say('camera.hint.no_document')).first().waitFor();
  await sameAtAnyHeight();
  await person.press(say('camera.shoot'));
  await person.sees(say('camera.front.review'));
  await inside.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  await sameAtAnyHeight();
});

it('shows and says nothing in a frame of any other site', async () => {
  const session = await create();
  const shop = await shopOf(() => frameOf(session.url));
  await mayEmbed('https://other.example');
  const visitor = await browser.visitor(service.origin);
  visitor.watch.allow(shop.origin);
  visitor.watch.expectLine(/frame-ancestors/);
  const { page } = visitor;
  const refused = page.waitForEvent('console', (line) => /frame-ancestors/.test(line.text()));
  await page.goto(shop.origin);
  await refused;
  await page.waitForFunction("document.querySelector('#verifa').contentDocument === null");
  expect(page.frames().filter((frame) => frame.url().startsWith(service.origin))).toEqual([]);
  expect(await heardBy(page)).toEqual([]);
});

describe('where the browser takes no cookie', () => {
  const at = (session: PageSession): string =>
    session.url.replace(service.origin, withoutCookies.origin);

  it('is known in a frame, without any storage, by a secret in its memory', async () => {
    const session = await create();
    const shop = await shopOf(() => frameOf(at(session)));
    await mayEmbed(shop.origin);
    const { page, context } = await visit(shop, withoutCookies);
    const person = personAt(page.frameLocator('#verifa'));
    await person.press(say('start.here'));
    await goTheWholeWay(person);
    expect(await context.cookies(withoutCookies.origin)).toEqual([]);
    expect(await service.result(session)).toMatchObject({ result: { status: 'approved' } });
  });

  it('is known by itself, after a reload too, and nobody else is taken for it', async () => {
    const session = await create();
    const { page, watch } = await browser.visitor(service.origin);
    watch.allow(withoutCookies.origin);
    await page.goto(at(session));
    const person = personAt(page);
    await person.press(say('start.go'));
    await person.press(say('consent.agree'));
    await person.sees(say('choice.title'));
    await page.reload();
    await person.sees(say('choice.title'));
    const { page: another } = await browser.visitor(service.origin);
    await another.goto(session.url);
    await personAt(another).sees(say('trouble.in_use.title'));
  });
});

describe('opened by the script', () => {
  const script = (): string => `
    <button id="go">Verify</button><div id="place"></div><a href="#x" id="after">After</a>
    <script src="${service.origin}/embed/verifa.js"></script>`;

  async function open(page: Page, url: string, options: string): Promise<void> {
    await page.evaluate(`
      window.heard = [];
      document.querySelector('#go').onclick = () => Verifa.open({
        captureUrl: ${JSON.stringify(url)},
        onStep: (step) => heard.push('step ' + step),
        onComplete: ({ sessionId }) => heard.push('complete ' + sessionId),
        onError: ({ code }) => heard.push('error ' + code),
        onClose: () => heard.push('close'),
        ${options}
      });`);
    await page.locator('#go').focus();
    await page.keyboard.press('Enter');
  }
  const hears = (page: Page, line: string): Promise<unknown> =>
    page.waitForFunction(`window.heard.includes(${JSON.stringify(line)})`);

  const leastPx = 640;

  /** The frame has the height of the screen that it shows: nothing of it has to be scrolled within. */
  async function fits(page: Page): Promise<void> {
    const inside = page.frames().find((one) => one.url().startsWith(service.origin));
    if (inside === undefined) throw new Error('the frame shows no page of the service');
    await inside.waitForFunction(
      (least) => innerHeight === Math.max(least, document.body.scrollHeight),
      leastPx,
    );
  }

  async function shown(headers: Readonly<Record<string, string>> = {}): Promise<Visitor> {
    const shop = await shopOf(script, headers);
    await mayEmbed(shop.origin);
    return visit(shop);
  }

  it('as a dialog: the keyboard stays in it, Esc closes it from inside too, and it goes on where it was', async () => {
    const session = await create();
    const { page } = await shown();
    await open(page, session.url, '');
    const frame = page.frameLocator('iframe');
    const focus = 'document.activeElement.id || document.activeElement.localName';
    // The way out comes first.
    await page.waitForFunction(`(${focus}) === 'button'`);
    await personAt(frame).press(say('start.here'));
    await personAt(frame).sees(say('consent.title'));
    const reached = new Set<unknown>();
    for (let tabs = 0; tabs < 12; tabs += 1) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate(focus));
    }
    expect(reached).toContain('iframe');
    for (const behind of ['go', 'after']) expect(reached).not.toContain(behind);
    await frame.getByRole('button', { name: say('consent.agree'), exact: true }).focus();
    await page.keyboard.press('Escape');
    await hears(page, 'close');
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await page.evaluate(focus)).toBe('go');
    await page.keyboard.press('Enter');
    await personAt(frame).press(say('start.here'));
    await personAt(frame).sees(say('consent.title'));
  });

  it('in a place of the page: as high as it needs to be, and Esc is the page’s own', async () => {
    const session = await create();
    const { page } = await shown();
    await open(page, session.url, `mode: 'inline', container: document.querySelector('#place')`);
    const frame = page.frameLocator('iframe');
    // Before each step: whoever presses what moves misses it.
    const person = personAt(frame, () => fits(page));
    await person.press(say('start.here'));
    await person.sees(say('consent.title'));
    await fits(page);
    expect((await page.locator('iframe').boundingBox())?.height).toBeGreaterThan(leastPx);
    await frame.getByRole('button', { name: say('consent.agree'), exact: true }).focus();
    await page.keyboard.press('Escape');
    await goTheWholeWay(person);
    await hears(page, `complete ${session.id}`);
    expect(await page.evaluate('window.heard')).not.toContain('close');
  });

  it('by leaving the page, and coming back to it', async () => {
    const shop = await shopOf(script);
    const session = await create({ redirect_url: `${shop.origin}/thanks` });
    const { page } = await visit(shop);
    await open(page, session.url, `mode: 'redirect'`);
    await page.waitForURL(session.url);
    const person = personAt(page);
    await person.press(say('start.here'));
    await goTheWholeWay(person);
    await page.waitForURL(`${shop.origin}/thanks?session_id=${session.id}&status=submitted`);
  });

  it('on a page that has no camera to pass on: the person reads it, and the page hears it', async () => {
    const session = await create();
    const { page, watch } = await shown({ 'Permissions-Policy': 'camera=()' });
    watch.expectLine(/[Pp]ermissions policy/);
    await open(page, session.url, '');
    const person = personAt(page.frameLocator('iframe'));
    await person.press(say('start.here'));
    await agreeAndChoosePassport(person);
    await person.sees(say('camera.trouble.embedder_forbids.title'));
    await hears(page, 'error camera_not_allowed_by_embedder');
    // There is a way on all the same.
    await person.sendFile(passport, say('review.title'));
  });
});
