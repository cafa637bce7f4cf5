import type { Locator, Page } from 'playwright-core';
import { layoutFaults } from '../browser/layout-faults';
import { useConsole, type Reviewer } from './console-browser';
import { say } from './console-words';
import { setReviewDesk, type ReviewDesk } from './review-desk';

/** What a reviewer is told of checks and fields, and what follows from their word before they give it. */
let desk: ReviewDesk;
beforeAll(async () => {
  desk = await setReviewDesk();
});
afterAll(() => desk.stop());
const browser = useConsole(() => desk.api);

type Opened = Reviewer & Awaited<ReturnType<ReviewDesk['withPictures']>>;

async function opened(role: 'reviewer' | 'senior'): Promise<Opened> {
  const open = await desk.withPictures();
  const reviewer = await browser.signedIn(role);
  await reviewer.open(`/cases/${open.caseId}`, say('case.title', { id: open.caseId.slice(-6) }));
  await reviewer.page.locator('.check').first().waitFor();
  return { ...reviewer, ...open };
}

const correct = (page: Page): Locator =>
  page.getByRole('button', { name: say('fields.correct'), exact: true });
const panel = (page: Page, id: string): Locator => page.locator(`section[aria-labelledby=${id}]`);

it('says what failed first, why in words, and where the case would go otherwise', async () => {
  const { page } = await opened('reviewer');
  const first = page.locator('.check').first();
  const said = await first.innerText();
  expect(said).toContain(say('checks.name.document_quality'));
  expect(said).toContain(say('checks.status.failed'));
  expect(said).toContain('The picture is blurred.');
  expect(said).toContain(say('checks.otherwise.passed'));
  expect(said).toContain(say('checks.decision.approved'));
  // What it failed for is read before anything is scrolled, on the smallest screen at a desk.
  const reasons = page.locator('.failed-checks');
  expect(await reasons.innerText()).toContain('The picture is blurred.');
  const box = await reasons.boundingBox();
  expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(600);
  // Overrides are a senior's.
  expect(await page.getByRole('button', { name: /Count as/ }).count()).toBe(0);
});

it('corrects a date: the difference and what follows stand there before it is saved', async () => {
  const { page, sessionId } = await opened('reviewer');
  await correct(page).press('Enter');
  const date = page.getByLabel(say('fields.name.document_expiration_date'));
  await date.fill('2001-01-01');
  const fields = panel(page, 'case-fields');
  const preview = fields.locator('.previewed');
  await preview.getByText(say('checks.name.document_expiration')).waitFor();
  expect(await preview.innerText()).toContain(say('checks.status.failed'));
  expect(await fields.locator('.diff').innerText()).toBe('2035-01-01 2001-01-01');
  expect((await desk.ask('GET', `/sessions/${sessionId}`)).body['status']).toBe('under_review');
  // Nothing is corrected without a reason, which the trail then tells.
  const save = page.getByRole('button', { name: say('fields.save') });
  expect(await save.isDisabled()).toBe(true);
  await page.getByLabel(say('fields.reason')).fill('The print says so.');
  await save.press('Enter');
  await page.getByText(say('fields.saved')).waitFor();
  await fields.getByText('2001-01-01').waitFor();
  expect(await fields.innerText()).toContain(say('fields.source.correction'));
  await page.locator('.trail').getByText('The print says so.').waitFor();
});

it('corrects a name, after which nothing else would be decided, and says so', async () => {
  const { page } = await opened('reviewer');
  await correct(page).click();
  await page.getByLabel(say('fields.name.last_name')).fill('MUSTERFRAU');
  const preview = panel(page, 'case-fields').locator('.previewed');
  await preview.getByText(say('checks.preview.same')).waitFor();
  expect(await preview.innerText()).toContain(say('checks.preview.no_check'));
});

it('stands at its field what the API refuses of it, and keeps what was typed', async () => {
  const { page } = await opened('reviewer');
  await correct(page).click();
  const date = page.getByLabel(say('fields.name.date_of_birth'), { exact: true });
  await date.fill('12.08.1964');
  await page.getByLabel(say('fields.reason')).fill('The print says so.');
  await page.getByRole('button', { name: say('fields.save') }).click();
  await panel(page, 'case-fields').locator('.field-error').first().waitFor();
  expect(await date.inputValue()).toBe('12.08.1964');
});

it('overrides a check by a senior: what follows is shown first, a reason is needed, then it is so', async () => {
  const { page, sessionId } = await opened('senior');
  const name = say('checks.override.pass.named', { check: say('checks.name.document_quality') });
  await page.getByRole('button', { name }).press('Enter');
  const row = page.locator('.check').first();
  await row.locator('.previewed').getByText(say('checks.decision.approved')).waitFor();
  const save = row.getByRole('button', { name: say('checks.override.pass'), exact: true });
  expect(await save.isDisabled()).toBe(true);
  await page.keyboard.type('Sharp enough to read.');
  await save.press('Enter');
  await desk.reached(sessionId, 'completed');
  await page
    .getByText(say('checks.override.done', { check: say('checks.name.document_quality') }))
    .waitFor();
});

it('keeps what is typed when the case is lost, and lets nobody save it', async () => {
  const { page, caseId } = await opened('reviewer');
  await correct(page).click();
  const name = page.getByLabel(say('fields.name.first_name'));
  await name.fill('ERIKE');
  const other = await desk.user('senior');
  const assigned = await desk.ask('POST', `/cases/${caseId}/assign`, {
    reviewer_id: other,
    assignee_id: other,
  });
  expect(assigned.status).toBe(200);
  await panel(page, 'case-fields').getByText(say('checks.not_yours')).waitFor();
  expect(await name.inputValue()).toBe('ERIKE');
  const save = page.getByRole('button', { name: say('fields.save') });
  expect(await save.isDisabled()).toBe(true);
});

it('is whole at a desk and on a phone while a field is corrected', async () => {
  const { page } = await opened('senior');
  await correct(page).click();
  await page.getByLabel(say('fields.name.last_name')).fill('MUSTERFRAU');
  await panel(page, 'case-fields').locator('.previewed').waitFor();
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    // What sticks to the top lies over what was scrolled below it.
    await page.evaluate(() => scrollTo(0, 0));
    // Ids are cut on purpose: they are copied, not read.
    const faults = (await layoutFaults(page)).filter((one) => !one.startsWith('cut off: code.'));
    expect({ width, faults }).toEqual({ width, faults: [] });
  }
});
