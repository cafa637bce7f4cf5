import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { beginSignIn } from '../../../shared/auth/console-session';
import type { CaseId } from '../../../shared/domain/ids';
import { setReviewStage, type ReviewStage } from '../../api/cases/review-stage';
import { firstOrganization } from '../../api/console/signed-in';
import { takeSignIn, titled, useConsole, type Reviewer } from './console-browser';
import { say } from './console-words';

/** What others, the clock, a second tab and quick fingers do to a case while it is open. */
let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(() => stage.stop());
beforeEach(() => stage.dualReview(false));

const reviewers = useConsole(() => stage.api);
const titleOf = (id: CaseId): string => say('case.title', { id: id.slice(-6) });
const action = (page: Page, name: string) =>
  page.getByRole('group', { name: say('decide.heading') }).getByRole('button', {
    name: new RegExp(`^${name}`),
  });
const fields = (page: Page) => page.locator('section[aria-labelledby=case-fields]');

async function holds(one: Reviewer, id: CaseId): Promise<Page> {
  await one.open(`/cases/${id}`, titleOf(id));
  await one.page.getByRole('timer').waitFor();
  return one.page;
}

async function opened() {
  const made = await stage.underReview();
  const one = await reviewers.signedIn('reviewer');
  const page = await holds(one, made.caseId);
  return { ...made, one, page };
}

/** The approval is asked for, and waits to be confirmed. */
async function aboutToApprove(page: Page): Promise<void> {
  await page.keyboard.press('a');
  await page.getByText(say('decide.approve.text')).waitFor();
}

const claimEnds = (id: CaseId) =>
  sql`UPDATE cases SET claimed_until = now() - interval '1 second' WHERE id = ${id}`.execute(
    stage.api.db,
  );

it('loses the claim to somebody else while typing: all that was typed is there when it is taken again', async () => {
  const other = await reviewers.signedIn('reviewer');
  await sql`UPDATE users SET name = 'Bob' WHERE id = ${other.userId}`.execute(stage.api.db);
  const { caseId, page } = await opened();
  await fields(page)
    .getByRole('button', { name: say('fields.correct'), exact: true })
    .click();
  await fields(page).getByLabel(say('fields.name.last_name')).fill('MUSTERFRAU');
  await fields(page).getByLabel(say('fields.reason')).fill('As the strip has it.');
  await action(page, say('decide.reject')).click();
  const words = page.getByLabel(say('decide.reject.text'));
  await words.fill('Half a sentence');
  await claimEnds(caseId);
  await holds(other, caseId);
  await page.getByText(say('case.taken', { name: 'Bob' })).waitFor();
  expect(await words.inputValue()).toBe('Half a sentence');
  expect(await action(page, say('decide.approve')).isDisabled()).toBe(true);
  const body = { reviewer_id: other.userId };
  expect((await stage.ask('POST', `/cases/${caseId}/release`, body)).status).toBe(200);
  await page.getByRole('button', { name: say('case.take_again') }).click();
  await page.getByRole('timer').waitFor();
  expect(await words.inputValue()).toBe('Half a sentence');
  await fields(page)
    .getByRole('button', { name: say('fields.save') })
    .click();
  await page.getByText(say('fields.saved')).waitFor();
});

it('keeps what was typed over the way back and forth of the browser', async () => {
  const { caseId, one } = await opened();
  const { page } = one;
  await one.open('/queue?status=mine', say('nav.queue'));
  await page.locator('tbody').getByRole('link').first().waitFor();
  await page.locator(`tbody a[href*="${caseId}"]`).first().click();
  await titled(page, titleOf(caseId));
  await page.getByRole('timer').waitFor();
  await page.keyboard.press('m');
  await page.keyboard.type('Typed before the way back.');
  await page.goBack();
  await titled(page, say('nav.queue'));
  await page.goForward();
  await titled(page, titleOf(caseId));
  await page.getByRole('timer').waitFor();
  await page.keyboard.press('m');
  const note = page.getByLabel(say('decide.note.text'), { exact: true });
  expect(await note.inputValue()).toBe('Typed before the way back.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.trail').getByText('Typed before the way back.').waitFor();
});

it('says that the session expired while it was open, and keeps what was typed', async () => {
  const { sessionId, page } = await opened();
  await action(page, say('decide.reject')).click();
  const words = page.getByLabel(say('decide.reject.text'));
  await words.fill('Half a sentence');
  expect((await stage.ask('POST', `/sessions/${sessionId}/expire`)).status).toBe(200);
  await page.getByText(say('case.closed.session_expired')).waitFor();
  expect(await action(page, say('decide.approve')).isDisabled()).toBe(true);
  expect(await words.inputValue()).toBe('Half a sentence');
});

it('tells a decision that an expiry was faster than why nothing was decided', async () => {
  const { sessionId, page } = await opened();
  await aboutToApprove(page);
  await page.route('**/approve', async (route) => {
    const expired = await stage.ask('POST', `/sessions/${sessionId}/expire`);
    expect(expired.status).toBe(200);
    await route.continue();
  });
  await page.keyboard.press('Enter');
  await page.getByText(say('case.closed.session_expired')).waitFor();
  expect(await stage.status(sessionId)).toBe('expired');
  expect(await stage.eventTypes(sessionId)).not.toContain('session.approved');
});

it('does once what two presses of Enter ask for', async () => {
  const { caseId, sessionId, page } = await opened();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/(notes|approve)$/.test(request.url())) asked.push(request.url());
  });
  await page.keyboard.press('m');
  await page.keyboard.type('Once.');
  const twice = (key: string) => Promise.all([page.keyboard.press(key), page.keyboard.press(key)]);
  await twice('Control+Enter');
  await page.locator('.trail').getByText('Once.').waitFor();
  await page.locator('.decide-panel').waitFor({ state: 'detached' });
  // What had the focus is gone, and the actions have it: whoever listens goes on from here.
  const isOnActions = () => document.activeElement?.classList.contains('decide-actions');
  expect(await page.evaluate(isOnActions)).toBe(true);
  await aboutToApprove(page);
  await twice('Enter');
  await page.getByText(say('case.over.by', { name: say('person.you') })).waitFor();
  expect(asked.map((url) => url.split('/').at(-1))).toEqual(['notes', 'approve']);
  const { body } = await stage.ask('GET', `/cases/${caseId}`);
  expect(body['notes']).toMatchObject([{ text: 'Once.' }]);
  await stage.reached(sessionId, 'completed');
  const types = await stage.eventTypes(sessionId);
  expect(types.filter((type) => type === 'session.approved')).toHaveLength(1);
});

it('shows in a second tab of the same reviewer what the first one decided', async () => {
  const { caseId, one, page } = await opened();
  const tab = await one.context.newPage();
  await tab.goto(page.url());
  await titled(tab, titleOf(caseId));
  await tab.getByRole('timer').waitFor();
  await aboutToApprove(tab);
  await aboutToApprove(page);
  await page.keyboard.press('Enter');
  const over = say('case.over.by', { name: say('person.you') });
  await page.getByText(over).waitFor();
  await tab.getByText(over).waitFor();
  const confirm = tab
    .locator('.decide-panel')
    .getByRole('button', { name: new RegExp(`^${say('decide.approve')}`) });
  expect(await confirm.isDisabled()).toBe(true);
});

it('shows nothing of a case any more in any tab once one has signed out', async () => {
  const { caseId, one, page } = await opened();
  const tab = await one.context.newPage();
  await tab.goto(`${stage.api.url}/console/queue`);
  await titled(tab, say('nav.queue'));
  await tab.getByRole('button', { name: say('sign_out'), exact: true }).click();
  await titled(tab, say('sign_in.title'));
  await titled(page, say('sign_in.title'));
  expect(await page.locator('body').innerText()).not.toContain(caseId.slice(-6));
  await page.goBack().catch(() => null);
  expect(await page.getByText('MUSTERMANN').count()).toBe(0);
});

it('takes no second opinion of the same person from another browser', async () => {
  await stage.dualReview(true);
  const { caseId, sessionId, one, page } = await opened();
  await aboutToApprove(page);
  await page.keyboard.press('Enter');
  await page.getByText(say('case.bar.same_reviewer')).waitFor();
  const { userId } = one;
  if (userId === null) throw new Error('nobody');
  const at = new Date();
  const organizationId = await firstOrganization(stage.api.db);
  const { secret } = await beginSignIn(
    stage.api.db,
    {
      ...{ organizationId, userId, environment: 'live', stage: 'full' },
      ...{ signedInBy: 'password', reauthenticatedAt: at },
    },
    at,
  );
  const again = await reviewers.nobody();
  await takeSignIn(again.context, stage.api.url, secret);
  await again.open(`/cases/${caseId}`, titleOf(caseId));
  await again.page.getByText(say('case.bar.same_reviewer')).waitFor();
  expect(await action(again.page, say('decide.approve')).isDisabled()).toBe(true);
  const refused = await again.page.evaluate(async (id) => {
    const answer = await fetch(`/api/v1/cases/${id}/approve`, {
      method: 'POST',
      headers: { 'X-Verifa-Console': '1', 'Content-Type': 'application/json' },
      body: '{}',
    });
    return [answer.status, await answer.text()];
  }, caseId);
  expect(refused).toEqual([409, expect.stringContaining('same_reviewer')]);
  expect(await stage.status(sessionId)).toBe('under_review');
});

it('says of a link to a case of the other environment no more than that there is none', async () => {
  const { caseId, sessionId } = await stage.underReview();
  const one = await reviewers.signedIn('senior', { environment: 'sandbox' });
  await one.open(`/cases/${caseId}`, titleOf(caseId));
  await one.page.getByText(say('problem.not_found')).waitFor();
  expect(await one.page.locator('main').innerText()).not.toContain(sessionId);
  expect(await one.page.getByRole('timer').count()).toBe(0);
});
