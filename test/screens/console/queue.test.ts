import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import type { CaseId } from '../../../shared/domain/ids';
import { anna, keepAttributes } from '../../api/sessions/keep-attributes';
import { setReviewStage, type ReviewStage } from '../../api/cases/review-stage';
import { eventually } from '../../processes/running-process';
import { titled, useConsole } from './console-browser';
import { say } from './console-words';

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

it("finds a person's cases by what stands nowhere: neither in the address nor on the way back", async () => {
  const [first, second] = [await stage.underReview(), await stage.underReview()];
  await keepAttributes(stage.api, second.sessionId, anna);
  await stage.ask('PATCH', `/cases/${first.caseId}`, { tags: ['payouts'] });
  const { page, open } = await console_.signedIn('reviewer');
  await open('/queue?tag=payouts', queue);
  await shows(page, 1);
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog', { name: say('queue.find') });
  await dialog.getByLabel(say('sessions.find.name'), { exact: true }).fill('Anna Eriksson');
  await page.keyboard.press('Enter');
  await dialog.getByText('is needed with name').waitFor();
  await dialog.getByLabel(say('sessions.find.date_of_birth'), { exact: true }).fill('1974-08-13');
  await page.keyboard.press('Enter');
  await dialog.getByText(say('queue.find.none')).waitFor();
  await dialog.getByLabel(say('sessions.find.name'), { exact: true }).fill('');
  await dialog.getByLabel(say('sessions.find.date_of_birth'), { exact: true }).fill('');
  await dialog.getByLabel(say('sessions.find.document_number'), { exact: true }).fill('l898 902c3');
  await page.keyboard.press('Enter');
  await dialog.getByText(say('queue.find.found', { count: 1 })).waitFor();
  expect(page.url()).not.toMatch(/898|anna|eriksson/i);
  await dialog.getByRole('link').click();
  await titled(page, titleOf(second.caseId));
  expect(page.url()).not.toMatch(/898|anna|eriksson/i);
  await page.getByRole('link', { name: say('case.back') }).click();
  await titled(page, queue);
  await shows(page, 1);
  expect(new URL(page.url()).searchParams.get('tag')).toBe('payouts');
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

it('has a column for each thing a case is chosen by, and a filter for each in its address', async () => {
  const [one, two] = [await stage.underReview(), await stage.underReview()];
  const holder = await stage.user();
  await stage.ask('POST', `/cases/${two.caseId}/claim`, { reviewer_id: holder });
  await stage.ask('PATCH', `/cases/${two.caseId}`, { tags: ['payouts'] });
  await sql`UPDATE cases SET country = 'NL', document_type = 'passport', risk_score = 87,
    signals = '{tor_exit}', created_at = created_at - interval '30 hours'
    WHERE id = ${two.caseId}`.execute(stage.api.db);
  const { page, open } = await console_.signedIn('reviewer');
  await open('/queue', queue);
  await shows(page, 2);
  const headers = (await page.getByRole('columnheader').allInnerTexts()).map((text) => text.trim());
  for (const name of [
    say('queue.age'),
    say('queue.why'),
    say('queue.country'),
    say('queue.document'),
    say('queue.workflow'),
    say('queue.assignee'),
    say('queue.lease'),
  ]) {
    expect(headers).toContain(name);
  }
  const row = rows(page).filter({ hasText: say('document.passport') });
  expect(await row.innerText()).toMatch(/Netherlands[\s\S]*/);
  for (const said of [say('queue.age.red'), say('signal.tor_exit'), 'payouts']) {
    expect(await row.innerText()).toContain(said);
  }
  const of = (id: CaseId) =>
    page.getByRole('link', { name: say('queue.case', { id }), exact: false });
  const workflow = await stage.api.db
    .selectFrom('cases')
    .select('workflow_id')
    .where('id', '=', two.caseId)
    .executeTakeFirstOrThrow();
  for (const filter of [
    `assignee=${holder}`,
    'age=red',
    'country=NL',
    'signal=tor_exit',
    'tag=payouts',
    `q=${two.caseId}`,
  ]) {
    await open(`/queue?${filter}`, queue);
    await shows(page, 1);
    await of(two.caseId).waitFor();
  }
  await open('/queue?assignee=none&age=green', queue);
  await shows(page, 1);
  await of(one.caseId).waitFor();
  await open(`/queue?workflow=${workflow.workflow_id ?? ''}`, queue);
  await shows(page, 2);
  await open('/queue?workflow=wfl_00000000000000000000000000', queue);
  await page.getByText(say('queue.empty.filtered')).waitFor();
});

it('is ordered by what has waited longest, or by risk', async () => {
  const [older, riskier] = [await stage.underReview(), await stage.underReview()];
  await sql`UPDATE cases SET risk_score = 87 WHERE id = ${riskier.caseId}`.execute(stage.api.db);
  const { page, open } = await console_.signedIn('reviewer');
  const first = async (path: string): Promise<string> => {
    await open(path, queue);
    await shows(page, 2);
    return rows(page).first().innerText();
  };
  expect(await first('/queue')).toContain(older.caseId);
  expect(await first('/queue?sort=riskiest')).toContain(riskier.caseId);
  await page.keyboard.press('n');
  await titled(page, titleOf(riskier.caseId));
});
