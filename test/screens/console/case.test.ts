import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import type { CaseId, SessionId } from '../../../shared/domain/ids';
import { setReviewStage, type ReviewStage } from '../../api/cases/review-stage';
import { useConsole, type Reviewer } from './console-browser';
import { say } from './console-words';

/** A case as its reviewers see it: taken, decided, lost. */
let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(() => stage.stop());
beforeEach(async () => {
  await stage.dualReview(false);
  // Each test has a queue of its own.
  await stage.api.db
    .updateTable('cases')
    .set({ status: 'closed', closed_at: new Date(), claimed_until: null })
    .where('closed_at', 'is', null)
    .execute();
});

const reviewers = useConsole(() => stage.api);
const titleOf = (id: CaseId): string => say('case.title', { id: id.slice(-6) });
const openCase = (one: Reviewer, id: CaseId) => one.open(`/cases/${id}`, titleOf(id));
const button = (page: Page, name: string) =>
  page.locator('.decide-panel').getByRole('button', { name: new RegExp(`^${name}`) });
const actionOf = (page: Page, name: string) =>
  page.getByRole('group', { name: say('decide.heading') }).getByRole('button', {
    name: new RegExp(`^${name}`),
  });
const held = (page: Page) => page.getByRole('timer').waitFor();

async function named(one: Reviewer, name: string): Promise<void> {
  await sql`UPDATE users SET name = ${name} WHERE id = ${one.userId}`.execute(stage.api.db);
}

async function resultOf(id: SessionId): Promise<Record<string, unknown>> {
  await stage.reached(id, 'completed');
  return (await stage.ask('GET', `/sessions/${id}/result`)).body;
}

it('is claimed by opening it, and rejected with a reason, words and what to block', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const one = await reviewers.signedIn('reviewer');
  const { page } = one;
  await openCase(one, caseId);
  await held(page);
  await actionOf(page, say('decide.reject')).click();
  // Nothing is rejected without a reason.
  await button(page, say('decide.reject')).click();
  await page.getByText(say('decide.reject.lacks')).waitFor();
  await page.getByLabel(say('decide.reject.code'), { exact: false }).first().click();
  await page.getByRole('option', { name: say('reject_reason.document_tampered') }).click();
  await page.getByLabel(say('decide.reject.text')).fill('The portrait was pasted in.');
  await page.getByText(say('decide.block.document_number'), { exact: true }).click();
  await button(page, say('decide.reject')).click();
  await page.getByText(say('case.over.by', { name: say('person.you') })).waitFor();
  expect(await resultOf(sessionId)).toMatchObject({
    status: 'rejected',
    rejection_reason_code: 'document_tampered',
    reviewed_by: one.userId,
  });
  const blocked = await stage.api.db
    .selectFrom('list_items')
    .select('kind')
    .where('session_id', '=', sessionId)
    .execute();
  expect(blocked).toEqual([{ kind: 'document_number' }]);
});

it('of two reviewers on one case the second sees who has it, and live how it ended', async () => {
  const { caseId } = await stage.underReview();
  const [ada, bob] = [await reviewers.signedIn('reviewer'), await reviewers.signedIn('reviewer')];
  await named(ada, 'Ada');
  await openCase(ada, caseId);
  await held(ada.page);
  await openCase(bob, caseId);
  await bob.page.getByText(say('case.taken', { name: 'Ada' })).waitFor();
  expect(await actionOf(bob.page, say('decide.approve')).isDisabled()).toBe(true);
  await ada.page.keyboard.press('a');
  await ada.page.getByText(say('decide.approve.text')).waitFor();
  await ada.page.keyboard.press('Enter');
  await bob.page.getByText(say('case.over.by', { name: 'Ada' })).waitFor();
});
