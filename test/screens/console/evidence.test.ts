import type { Locator, Page } from 'playwright-core';
import { plantEvidence } from '../../api/cases/plant-evidence';
import { plantRisk } from '../../api/cases/plant-risk';
import { useConsole } from './console-browser';
import { say } from './console-words';
import { lookAt } from './look-at';
import { setReviewDesk, type ReviewDesk } from './review-desk';

/** What was found of a person elsewhere, how the risk adds up, and what was measured of their face. */
let desk: ReviewDesk;
let open: Awaited<ReturnType<ReviewDesk['withPictures']>>;
let other: Awaited<ReturnType<ReviewDesk['withPictures']>>;
beforeAll(async () => {
  desk = await setReviewDesk();
  open = await desk.withPictures();
  other = await desk.withPictures();
  const { sessionId } = open;
  await plantEvidence(desk.api, sessionId, 'duplicate_detection', {
    sessions: { face: [other.sessionId], document: [other.sessionId] },
  });
  await plantEvidence(desk.api, sessionId, 'watchlist_screening', {
    lists: [],
    hits: [hit('1', 'ERIKA M.'), hit('2', 'E. MUSTERMANN')],
    near_hits: [{ ...hit('3', 'ERIK MUSTER'), is_hit: false, birth: 'contradicts' }],
  });
  const asked = await desk.api.db
    .selectFrom('liveness_challenges')
    .select('challenges')
    .where('session_id', '=', sessionId)
    .executeTakeFirstOrThrow();
  const head = { yaw: 12.4, pitch: -11.2, smile: 0.83, eyes_open: 0.07, mouth_open: 0.41 };
  await plantEvidence(desk.api, sessionId, 'liveness', {
    challenges: asked.challenges.map((challenge, index) => ({
      challenge,
      performed: index === 0,
      photograph_likeness: null,
    })),
    likeness: 0.91,
    selfie_likeness: 0.88,
    passive: null,
    timed: true,
    frames: [
      { challenge: 0, position: 0, shows: null, ...head, yaw: 0.2 },
      ...asked.challenges.flatMap((_, index) =>
        [0, 1].map((position) => ({
          challenge: index + 1,
          position,
          shows: index === 0 && position === 0,
          ...head,
        })),
      ),
    ],
  });
  await plantRisk(desk.api, open.caseId);
});
afterAll(() => desk.stop());
const browser = useConsole(() => desk.api);

function hit(entry: string, name: string) {
  return {
    source: 'un',
    entry_id: entry,
    name,
    matched_name: name,
    is_alias: false,
    quality: 'strong',
    similarity: 0.9,
    birth: 'same',
    births: [{ from: '1964-08-12', to: '1964-08-12' }],
    programs: ['SDGT'],
    countries: ['DE'],
    list_published_on: null,
  };
}

const panel = (page: Page, id: string): Locator => page.locator(`section[aria-labelledby=${id}]`);

async function opened(role: 'reviewer' | 'senior' | 'auditor'): Promise<Page> {
  const reviewer = await browser.signedIn(role);
  await reviewer.open(`/cases/${open.caseId}`, say('case.title', { id: open.caseId.slice(-6) }));
  await panel(reviewer.page, 'case-hits').waitFor();
  return reviewer.page;
}

it('adds the risk up signal by signal, each bar from where the last one ended', async () => {
  const page = await opened('reviewer');
  const risk = panel(page, 'case-risk');
  expect(await risk.getByRole('heading').innerText()).toContain(
    say('checks.risk.sum', { score: 35, level: say('checks.risk.medium') }),
  );
  const rows = risk.locator('tbody tr');
  expect(await rows.locator('.waterfall-counts').allInnerTexts()).toEqual([
    '+30',
    say('checks.risk.ignored'),
    '+5',
  ]);
  const bars = await rows
    .locator('.waterfall-part')
    .evaluateAll((all) =>
      all.map((one) => [Number(one.getAttribute('x')), Number(one.getAttribute('width'))]),
    );
  expect(bars).toEqual([
    [0, 30],
    [30, 0],
    [30, 5],
  ]);
});

it('shows the other session of the same face beside this one, and a link to it', async () => {
  const page = await opened('reviewer');
  const duplicates = panel(page, 'case-duplicates');
  const link = duplicates.getByRole('link');
  expect(await link.getAttribute('href')).toMatch(new RegExp(`/sessions/${other.sessionId}$`));
  expect(await duplicates.innerText()).toContain(say('checks.duplicates.face'));
  await duplicates.getByRole('button', { name: /./ }).click();
  const beside = page.getByRole('dialog');
  const named = (title: string): Locator =>
    beside.getByRole('region', { name: title }).locator('img');
  await named(say('checks.duplicates.this')).nth(1).waitFor();
  await named(say('checks.duplicates.session', { id: other.sessionId.slice(-6) }))
    .nth(1)
    .waitFor();
  await lookAt(page, 'case, two sessions');
});

it('shows an auditor that there is another session, and no picture of it', async () => {
  const page = await opened('auditor');
  const duplicates = panel(page, 'case-duplicates');
  expect(await duplicates.getByRole('link').count()).toBe(1);
  expect(await duplicates.getByRole('button').count()).toBe(0);
});

it('shows of each liveness frame what was asked, what was measured, and whether it shows it', async () => {
  const page = await opened('reviewer');
  // The key is the pictures': before they are there it opens nothing.
  await panel(page, 'case-pictures').locator('.thumbnails img').first().waitFor();
  await page.keyboard.press('v');
  const strip = page.locator('.filmstrip');
  await strip.locator('.thumbnail').nth(6).locator('img').waitFor();
  expect(await strip.locator('.thumbnail-note').count()).toBe(7);
  expect(await strip.locator('[data-shows=true]').count()).toBe(1);
  expect(await strip.locator('[data-shows=false]').count()).toBe(5);
  expect(await strip.getByText(say('viewer.performed'), { exact: true }).count()).toBe(1);
  expect(await strip.getByText(say('viewer.not_performed'), { exact: true }).count()).toBe(2);
  const notes = await strip.locator('.thumbnail-note').allInnerTexts();
  expect(notes[0]).toBe(say('viewer.measured.head', { yaw: '0°', pitch: '-11°' }));
  // One frame more of a number each challenge is judged by.
  for (const note of notes.slice(1)) expect(note).toMatch(/12°|-11°|83%|7%|41%/);
  const whole = page.locator('.disclosed .facts');
  expect(await whole.innerText()).toMatch(/91%[\s\S]*88%/);
  await lookAt(page, 'case, liveness measured');
});

it('shows listed people beside the document, and lets a senior dismiss them with a reason', async () => {
  const reviewer = await opened('reviewer');
  const hits = panel(reviewer, 'case-hits');
  expect(await hits.locator('.hit').count()).toBe(3);
  const first = hits.locator('.hit').first();
  for (const said of [
    'MUSTERMANN',
    'ERIKA M.',
    '1964-08-12',
    'SDGT',
    say('checks.hits.birth.same'),
  ]) {
    expect(await first.innerText()).toContain(said);
  }
  // To dismiss is a senior's.
  expect(await hits.getByRole('button').count()).toBe(0);
  // A page that is still open would claim the case as soon as it is free.
  await reviewer.locator('.lease, .notice').first().waitFor();
  await reviewer.close();
  await desk.api.db
    .updateTable('cases')
    .set({ status: 'open', assignee: null, claimed_until: null })
    .where('id', '=', open.caseId)
    .execute();
  const page = await opened('senior');
  const own = panel(page, 'case-hits');
  await own.getByRole('button', { name: say('checks.hits.dismiss', { count: 2 }) }).click();
  await own.locator('.previewed').waitFor();
  await page.keyboard.type('Born elsewhere.');
  await lookAt(page, 'case, hits');
  await own.getByRole('button', { name: say('checks.override.pass'), exact: true }).click();
  await own
    .getByText(say('checks.hits.dismissed', { reason: 'Born elsewhere.' }))
    .first()
    .waitFor();
});
