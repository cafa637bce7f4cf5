import type { Locator, Page } from 'playwright-core';
import { layoutFaults } from '../browser/layout-faults';
import { useConsole, type Reviewer } from './console-browser';
import { say } from './console-words';
import { setReviewDesk, type ReviewDesk } from './review-desk';

/** How a reviewer looks at pictures: two beside each other, by keys alone, and by URLs that run out. */
let desk: ReviewDesk;
/** Looking changes nothing of it: one case serves all. */
let open: Awaited<ReturnType<ReviewDesk['withPictures']>>;
beforeAll(async () => {
  desk = await setReviewDesk();
  open = await desk.withPictures();
});
afterAll(() => desk.stop());
const browser = useConsole(() => desk.api);

type Side = 'left' | 'right';

const stageOf = (page: Page, side: Side): Locator => page.locator(`.stage[data-side=${side}]`);
const pictureOf = (page: Page, side: Side): Locator => stageOf(page, side).getByRole('img');

async function opened(): Promise<Reviewer> {
  const reviewer = await browser.signedIn('reviewer');
  await reviewer.open(`/cases/${open.caseId}/pictures`, say('viewer.alone'));
  await whole(reviewer.page);
  return reviewer;
}

async function whole(page: Page): Promise<void> {
  for (const side of ['left', 'right'] as const) {
    await stageOf(page, side).locator('img[style*=scale]').waitFor();
  }
}

/** What is drawn: by how much it is scaled, moved and turned. */
async function drawn(page: Page, side: Side) {
  const style = (await pictureOf(page, side).getAttribute('style')) ?? '';
  const numbers = [...style.matchAll(/([+-] )?([\d.]+)(px|deg|\);)/g)].map(
    ([, sign, value]) => Number(value) * (sign === '- ' ? -1 : 1),
  );
  const [x, y, turn, scale] = numbers;
  if (x === undefined || y === undefined || turn === undefined || scale === undefined) {
    throw new Error(`not drawn: ${style}`);
  }
  return { x, y, turn, scale };
}

it('shows the document beside the selfie, each named for who cannot see it', async () => {
  const { page } = await opened();
  expect(await pictureOf(page, 'left').getAttribute('alt')).toContain(say('viewer.type.id_front'));
  expect(await pictureOf(page, 'right').getAttribute('alt')).toContain(say('viewer.type.selfie'));
  expect(await page.locator('.watermark').first().textContent()).toMatch(/^usr_/);
});

it('zooms both in step by key, wheel and button, and fits both again', async () => {
  const { page } = await opened();
  const before = { left: await drawn(page, 'left'), right: await drawn(page, 'right') };
  const grown = async (): Promise<readonly number[]> =>
    Promise.all(
      (['left', 'right'] as const).map(
        async (side) => (await drawn(page, side)).scale / before[side].scale,
      ),
    );
  await page.keyboard.press('+');
  await expectNear(grown, [1.25, 1.25]);
  await page.getByRole('button', { name: say('viewer.zoom_in') }).click();
  await expectNear(grown, [1.5625, 1.5625]);
  await stageOf(page, 'right').hover();
  await page.mouse.wheel(0, -200);
  await expectNear(grown, [2.25, 2.25]);
  await page.keyboard.press('0');
  await expectNear(grown, [1, 1]);
});

it('zooms one alone once they are not together, and then in step again as they are', async () => {
  const { page } = await opened();
  const before = { left: await drawn(page, 'left'), right: await drawn(page, 'right') };
  await stageOf(page, 'left').focus();
  await page.keyboard.press('t');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('t');
  await page.keyboard.press('+');
  const grown = async (): Promise<readonly number[]> =>
    Promise.all(
      (['left', 'right'] as const).map(
        async (side) => (await drawn(page, side)).scale / before[side].scale,
      ),
    );
  await expectNear(grown, [1.25 ** 3, 1.25]);
});

it('moves the picture that has the focus by arrows and by dragging, and keeps the page where it is', async () => {
  const { page } = await opened();
  await page.keyboard.press('t');
  await stageOf(page, 'left').focus();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('+');
  const middle = await drawn(page, 'left');
  await page.keyboard.press('ArrowRight');
  expect((await drawn(page, 'left')).x).toBeCloseTo(middle.x - 48, 0);
  const box = await stageOf(page, 'left').boundingBox();
  if (box === null) throw new Error('no stage');
  await page.mouse.move(box.x + 100, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + 130, box.y + 120);
  await page.mouse.up();
  const moved = await drawn(page, 'left');
  expect([moved.x, moved.y]).toEqual([
    expect.closeTo(middle.x - 18, 0),
    expect.closeTo(middle.y + 20, 0),
  ]);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

it('turns the active picture by R, the other not', async () => {
  const { page } = await opened();
  await stageOf(page, 'right').focus();
  await page.keyboard.press('r');
  await page.keyboard.press('r');
  await page.keyboard.press('r');
  expect((await drawn(page, 'right')).turn).toBe(270);
  expect((await drawn(page, 'left')).turn).toBe(0);
});

it('compares on top of each other by F, and W shows the other one', async () => {
  const { page } = await opened();
  const seen = async (side: Side): Promise<string> =>
    stageOf(page, side).evaluate((one) => getComputedStyle(one).opacity);
  await page.keyboard.press('f');
  const boxes = await Promise.all(
    (['left', 'right'] as const).map((side) => stageOf(page, side).boundingBox()),
  );
  expect(boxes[0]).toEqual(boxes[1]);
  expect([await seen('left'), await seen('right')]).toEqual(['1', '0']);
  await page.keyboard.press('w');
  expect([await seen('left'), await seen('right')]).toEqual(['0', '1']);
  await page.keyboard.press('f');
  expect([await seen('left'), await seen('right')]).toEqual(['1', '1']);
});

it('draws both with contrast, sharpened and inverted by C, X and I, which the policy allows', async () => {
  const { page } = await opened();
  for (const key of ['c', 'x', 'i']) await page.keyboard.press(key);
  for (const side of ['left', 'right'] as const) {
    const filter = await stageOf(page, side)
      .locator('.stage-view')
      .evaluate((one) => getComputedStyle(one).filter);
    expect(filter).toBe('url("#viewer-sharpen") contrast(1.7) invert(1)');
  }
  await page.keyboard.press('i');
  expect(
    await page.getByRole('button', { name: say('viewer.isInverted') }).getAttribute('aria-pressed'),
  ).toBe('false');
});

it('shows the machine-readable strip large by Z', async () => {
  const { page } = await opened();
  await stageOf(page, 'left').focus();
  const before = await drawn(page, 'left');
  await page.keyboard.press('z');
  const strip = await drawn(page, 'left');
  expect(strip.scale).toBeGreaterThanOrEqual(before.scale);
  expect(strip.y).toBeLessThanOrEqual(before.y);
});

it('shows liveness frames under what was asked, and the picture that was replaced', async () => {
  const { page } = await opened();
  await page.keyboard.press('v');
  const frames = page.locator('.filmstrip .thumbnail');
  await frames.nth(6).locator('img').waitFor();
  expect(await frames.count()).toBe(7);
  expect(await page.locator('.filmstrip h4').first().textContent()).toBe(
    say('viewer.challenge.neutral'),
  );
  await stageOf(page, 'right').focus();
  await frames.nth(3).click();
  await expectAlt(page, 'right', say('viewer.challenge.smile').split(':')[0] ?? '');
  await page.getByRole('button', { name: say('viewer.earlier', { count: 1 }) }).click();
  await stageOf(page, 'left').focus();
  await page.locator('.disclosed').last().locator('.thumbnail').click();
  await expectAlt(page, 'left', 'replaced');
});

it('takes a new URL in silence when the old one has run out, and keeps no picture in a cache', async () => {
  const { page } = await opened();
  const list = `/api/v1/sessions/${open.sessionId}/documents?`;
  const lists: string[] = [];
  const caches: (string | undefined)[] = [];
  page.on('response', (response) => {
    if (response.url().includes(list)) lists.push(response.url());
    if (/documents\/\w+\?/.test(response.url())) caches.push(response.headers()['cache-control']);
  });
  desk.later(301_000);
  await page.keyboard.press('v');
  await page.locator('.filmstrip .thumbnail').nth(6).locator('img').waitFor();
  expect(lists.length).toBeGreaterThanOrEqual(1);
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(new Set(caches.slice(-7))).toEqual(new Set(['private, no-store']));
});

it('hides the pictures while another window is in front, unless that is switched off', async () => {
  const { page } = await opened();
  const note = page.getByText(say('viewer.hidden')).first();
  await away(page, true);
  await note.waitFor();
  await away(page, false);
  await note.waitFor({ state: 'detached' });
  await page.getByText(say('viewer.hides')).click();
  await away(page, true);
  await page.keyboard.press('r');
  expect(await note.count()).toBe(0);
});

it('shows no picture to whom none may be shown', async () => {
  const auditor = await browser.signedIn('auditor');
  await auditor.open(`/cases/${open.caseId}/pictures`, say('viewer.alone'));
  await auditor.page.getByText(say('viewer.not_yours')).waitFor();
});

it('is whole at a desk and on a phone', async () => {
  const { page } = await opened();
  await page.keyboard.press('v');
  await page.locator('.filmstrip .thumbnail').nth(6).locator('img').waitFor();
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    expect({ width, faults: await layoutFaults(page) }).toEqual({ width, faults: [] });
  }
});

/** As the browser tells it when another window comes to the front. */
async function away(page: Page, isAway: boolean): Promise<void> {
  await page.evaluate((gone) => {
    document.hasFocus = () => !gone;
    window.dispatchEvent(new Event(gone ? 'blur' : 'focus'));
  }, isAway);
}

async function expectAlt(page: Page, side: Side, part: string): Promise<void> {
  await stageOf(page, side).locator(`img[alt*="${part}"][style*=scale]`).waitFor();
}

/** Within what a frame takes to be drawn. */
async function expectNear(
  measure: () => Promise<readonly number[]>,
  wanted: readonly number[],
): Promise<void> {
  const found = await measure();
  expect(found.map((one) => one.toFixed(2))).toEqual(wanted.map((one) => one.toFixed(2)));
}
