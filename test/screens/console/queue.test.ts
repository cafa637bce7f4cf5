import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import type { CaseId } from '../../../shared/domain/ids';
import { setReviewStage, type ReviewStage } from '../../api/cases/review-stage';
import { eventually } from '../../processes/running-process';
import { titled, useConsole } from './console-browser';
import { say } from './console-words';
import { lookAt } from './look-at';

/** The queue, as those who work it off see it. */
let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(() => stage.stop());
beforeEach(async () => {
  // Each test has a queue of its own.
  await stage.api.db
    .updateTable('cases')
    .set({ status: 'closed', closed_at: new Date(), claimed_until: null })
    .where('closed_at', 'is', null)
    .execute();
});

const console_ = useConsole(() => stage.api);
const queue = say('nav.queue');
const titleOf = (id: CaseId): string => say('case.title', { id: id.slice(-6) });
const rows = (page: Page) => page.locator('tbody tr:not(.waiting)');
const tab = (page: Page, name: 'open' | 'mine' | 'escalated') =>
  page.getByRole('navigation', { name: say('queue.tabs') }).getByRole('link', {
    name: new RegExp(`^${say(`queue.tab.${name}`)}`),
  });

/** Waits for what is shown live. */
async function shows(page: Page, count: number): Promise<void> {
  await eventually(`${String(count)} cases shown`, async () =>
    (await rows(page).count()) === count ? true : undefined,
  );
}

it('is where a reviewer begins, and shows a new case without being asked', async () => {
  const { page, open } = await console_.signedIn('reviewer');
  await open('', queue);
  await page.getByText(say('queue.empty.open')).waitFor();
  await page.getByText(say('queue.live'), { exact: true }).waitFor();
  await stage.underReview();
  await shows(page, 1);
  expect(await tab(page, 'open').innerText()).toMatch(/1$/);
});

it('takes the next case by N and opens it; others see at once in whose hands it is', async () => {
  const oldest = await stage.underReview();
  await stage.underReview();
  const [one, other] = [await console_.signedIn('reviewer'), await console_.signedIn('reviewer')];
  await sql`UPDATE users SET name = 'Ada' WHERE id = ${one.userId}`.execute(stage.api.db);
  await other.open('/queue', queue);
  await shows(other.page, 2);
  await one.open('/queue', queue);
  await shows(one.page, 2);
  await one.page.keyboard.press('n');
  await titled(one.page, titleOf(oldest.caseId));
  await other.page.getByRole('cell', { name: 'Ada' }).waitFor();
  // The other's next one is the other case, never the same.
  await other.page.getByRole('button', { name: say('queue.next') }).click();
  await eventually('another case', async () => {
    const title = await other.page.locator('h1').innerText();
    return title !== queue && title !== titleOf(oldest.caseId) ? true : undefined;
  });
});

it('keeps its filters in the address, takes the next under them, and leads back to them', async () => {
  const [first, second] = [await stage.underReview(), await stage.underReview()];
  await stage.ask('PATCH', `/cases/${second.caseId}`, { tags: ['payouts'], priority: 'high' });
  const { page, open } = await console_.signedIn('reviewer');
  await open('/queue', queue);
  await shows(page, 2);
  await page.getByLabel(say('queue.tag')).fill('payouts');
  await shows(page, 1);
  expect(new URL(page.url()).searchParams.get('tag')).toBe('payouts');
  // The address alone shows the same again.
  await page.reload();
  await shows(page, 1);
  await page.keyboard.press('n');
  await titled(page, titleOf(second.caseId));
  await page.getByRole('link', { name: say('case.back') }).click();
  await titled(page, queue);
  await shows(page, 1);
  await page.getByRole('button', { name: say('queue.clear') }).click();
  await shows(page, 2);
  // Whatever the address says wrongly counts as not said.
  await open('/queue?age=purple&country=nowhere&signal=no&sort=up', queue);
  await shows(page, 2);
  await tab(page, 'mine').click();
  await shows(page, 1);
  await page.goto(`${page.url().split('?')[0] ?? ''}?q=${first.caseId}`);
  await shows(page, 1);
});

it('says that no case is left under the filters', async () => {
  const { page, open } = await console_.signedIn('reviewer');
  await open('/queue?status=escalated', queue);
  await page.getByText(say('queue.empty.escalated')).waitFor();
  await page.keyboard.press('n');
  await page.getByText(say('queue.next.none')).waitFor();
});

it('shows an auditor the queue, and nothing to take from it', async () => {
  await stage.underReview();
  const { page, open } = await console_.signedIn('auditor');
  await open('/queue', queue);
  await shows(page, 1);
  expect(await page.getByRole('button', { name: say('queue.next') }).count()).toBe(0);
  await page.keyboard.press('n');
  await rows(page).getByRole('link').click();
  await page.getByText(say('case.bar.role')).waitFor();
});

it('is accessible and whole, at a desk and on a phone', async () => {
  const { page, open } = await console_.signedIn('senior');
  await open('/queue', queue);
  await page.getByText(say('queue.empty.open')).waitFor();
  await lookAt(page, 'queue, empty');
  const { caseId } = await stage.underReview();
  await stage.underReview();
  await stage.ask('PATCH', `/cases/${caseId}`, { tags: ['payouts'], priority: 'urgent' });
  await sql`UPDATE cases SET country = 'NL', document_type = 'passport', risk_score = 87,
    signals = '{duplicate_face,mrz_checksum_mismatch,tor_exit}',
    created_at = created_at - interval '30 hours' WHERE id = ${caseId}`.execute(stage.api.db);
  await open('/queue', queue);
  await shows(page, 2);
  await lookAt(page, 'queue');
  await open('/queue?status=closed', queue);
  await rows(page).first().waitFor();
  await lookAt(page, 'queue, closed');
});
