import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import type { CaseId } from '../../../shared/domain/ids';
import { setReviewStage, type ReviewStage } from '../../api/cases/review-stage';
import { eventually } from '../../processes/running-process';
import { titled, useConsole, type Reviewer } from './console-browser';
import { say } from './console-words';
import { lookAt } from './look-at';

/** What is done with a case beside deciding it, by whom, and what a busy queue costs. */
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

const console_ = useConsole(() => stage.api);
const queue = say('nav.queue');
const titleOf = (id: CaseId): string => say('case.title', { id: id.slice(-6) });
const openCase = (one: Reviewer, id: CaseId) => one.open(`/cases/${id}`, titleOf(id));
const held = (page: Page) => page.getByRole('timer').waitFor();
const rows = (page: Page) => page.locator('tbody tr:not(.waiting)');
const shows = (page: Page, count: number) =>
  eventually(`${String(count)} cases shown`, async () =>
    (await rows(page).count()) === count ? true : undefined,
  );
const caseOf = async (id: CaseId) => (await stage.ask('GET', `/cases/${id}`)).body;
const becomes = (id: CaseId, wanted: object) =>
  eventually(JSON.stringify(wanted), async () => {
    const body = await caseOf(id);
    return Object.entries(wanted).every(
      ([name, value]) => JSON.stringify(body[name]) === JSON.stringify(value),
    )
      ? true
      : undefined;
  });

async function named(one: Reviewer, name: string): Promise<void> {
  await sql`UPDATE users SET name = ${name} WHERE id = ${one.userId}`.execute(stage.api.db);
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByLabel(field, { exact: false }).first().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

it('a reviewer sorts the case they have, and lets it go', async () => {
  const { caseId } = await stage.underReview();
  const one = await console_.signedIn('reviewer');
  const { page } = one;
  await openCase(one, caseId);
  await held(page);
  await choose(page, say('handling.priority'), say('handling.priority.urgent'));
  await becomes(caseId, { priority: 'urgent' });
  const tag = page.getByRole('textbox', { name: say('handling.tags'), exact: true });
  await tag.fill('Payouts');
  await page.keyboard.press('Enter');
  await becomes(caseId, { tags: ['payouts'] });
  await tag.fill('no code!');
  await page.keyboard.press('Enter');
  // What the API refuses is said, and stays to be mended.
  await page.locator('.handling .field-error, .handling [role=alert]').first().waitFor();
  await page.getByRole('button', { name: say('handling.tags.remove', { tag: 'payouts' }) }).click();
  await becomes(caseId, { tags: [] });
  // To give it to others is a senior's.
  expect(await page.getByText(say('handling.assign'), { exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: say('handling.release'), exact: true }).click();
  await titled(page, queue);
  await becomes(caseId, { assignee: null, status: 'open' });
});

it('a senior takes a case from one and gives it to another, who cannot be an auditor', async () => {
  const { caseId } = await stage.underReview();
  const [ada, bob, senior] = [
    await console_.signedIn('reviewer'),
    await console_.signedIn('reviewer'),
    await console_.signedIn('senior'),
  ];
  const auditor = await console_.signedIn('auditor');
  for (const [one, name] of [
    [ada, 'Ada'],
    [bob, 'Bob'],
    [auditor, 'Aud'],
  ] as const) {
    await named(one, name);
  }
  await openCase(ada, caseId);
  await held(ada.page);
  const { page } = senior;
  await openCase(senior, caseId);
  await page.getByText(say('case.taken', { name: 'Ada' })).waitFor();
  await page.getByLabel(say('handling.assign'), { exact: false }).first().click();
  expect(await page.getByRole('option', { name: 'Aud', exact: true }).count()).toBe(0);
  await page.getByRole('option', { name: 'Bob', exact: true }).click();
  await page.getByRole('button', { name: say('handling.assign.do'), exact: true }).click();
  await becomes(caseId, { assignee: bob.userId });
  // Ada is told at once, and loses nothing but the decision.
  await ada.page.getByText(say('case.taken', { name: 'Bob' })).waitFor();
  await page.getByRole('button', { name: say('handling.release.of', { name: 'Bob' }) }).click();
  // Nobody's it stays, though two have it open: it is for whoever takes it.
  await page.getByText(say('case.free')).waitFor();
  await ada.page
    .getByText(say('case.lost'))
    .or(ada.page.getByText(say('case.free')))
    .waitFor();
  await becomes(caseId, { assignee: null });
  await lookAt(page, 'case, handling');
});

it('a senior handles a case from the queue without opening it, which would claim it', async () => {
  const { caseId } = await stage.underReview();
  const [cleo, senior] = [await console_.signedIn('reviewer'), await console_.signedIn('senior')];
  await named(cleo, 'Cleo');
  const { page } = senior;
  await senior.open('/queue', queue);
  await shows(page, 1);
  const id = caseId.slice(-6);
  await page.getByRole('button', { name: say('handling.open.named', { id }) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(say('handling.title', { id })).waitFor();
  await dialog.getByLabel(say('handling.assign'), { exact: false }).first().click();
  await page.getByRole('option', { name: 'Cleo', exact: true }).click();
  await page.getByRole('button', { name: say('handling.assign.do'), exact: true }).click();
  await becomes(caseId, { assignee: cleo.userId });
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('dialog.close') })
    .click();
  await page.getByRole('cell', { name: 'Cleo' }).waitFor();
});

it('an auditor handles nothing', async () => {
  const { caseId } = await stage.underReview();
  const auditor = await console_.signedIn('auditor');
  await auditor.open('/queue', queue);
  await shows(auditor.page, 1);
  const id = caseId.slice(-6);
  const name = say('handling.open.named', { id });
  expect(await auditor.page.getByRole('button', { name }).count()).toBe(0);
  await openCase(auditor, caseId);
  await auditor.page.getByText(say('case.bar.role')).waitFor();
  for (const heading of [say('handling.heading'), say('decide.heading')]) {
    expect(await auditor.page.getByRole('heading', { name: heading }).count()).toBe(0);
  }
});

it('a burst of a hundred changed cases has the queue asked for about once a second, and shows the last', async () => {
  const { caseId } = await stage.underReview();
  const { page, open } = await console_.signedIn('reviewer');
  await open('/queue', queue);
  await shows(page, 1);
  await page.getByText(say('queue.live'), { exact: true }).waitFor();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/api\/v1\/cases\?/.test(request.url())) asked.push(request.url());
  });
  const beganMs = Date.now();
  for (let change = 0; change < 100; change += 1) {
    await stage.api.db
      .updateTable('cases')
      .set({ tags: [`tag-${String(change)}`] })
      .where('id', '=', caseId)
      .execute();
  }
  await rows(page).getByText('tag-99', { exact: true }).waitFor();
  const seconds = (Date.now() - beganMs) / 1_000;
  expect(asked.length).toBeGreaterThanOrEqual(1);
  expect(asked.length).toBeLessThanOrEqual(seconds + 2);
});

it('two who disagree leave the case to a third, senior one, who is told both words', async () => {
  await stage.dualReview(true);
  const { caseId } = await stage.underReview();
  const [ada, bob, senior] = [
    await console_.signedIn('reviewer'),
    await console_.signedIn('reviewer'),
    await console_.signedIn('senior'),
  ];
  await named(ada, 'Dana');
  await named(bob, 'Emil');
  await openCase(ada, caseId);
  await held(ada.page);
  await ada.page.keyboard.press('a');
  await ada.page.getByText(say('decide.approve.text')).waitFor();
  await ada.page.keyboard.press('Enter');
  await ada.page.getByText(say('case.bar.same_reviewer')).waitFor();
  await openCase(bob, caseId);
  await held(bob.page);
  await bob.page.keyboard.press('j');
  await choose(bob.page, say('decide.reject.code'), say('reject_reason.document_tampered'));
  const panel = bob.page.locator('.decide-panel');
  await panel.getByRole('button', { name: new RegExp(`^${say('decide.reject')}`) }).click();
  await bob.page.getByText(say('decide.done.disagreed')).waitFor();
  await bob.page.getByText(say('case.bar.disagreed')).waitFor();
  await openCase(senior, caseId);
  await held(senior.page);
  await senior.page.keyboard.press('a');
  await senior.page
    .getByText(
      say('decide.disagreed', {
        first: 'Dana',
        opinion: say('decide.opinion.approve'),
        second: 'Emil',
        other: say('decide.opinion.reject'),
      }),
    )
    .waitFor();
  await lookAt(senior.page, 'case, two disagree');
  await senior.page.keyboard.press('Enter');
  await becomes(caseId, { status: 'approved', decided_by: senior.userId });
});

it('lists its keys behind ?, does nothing by letters typed into a field, and nothing once they are off', async () => {
  const { caseId } = await stage.underReview();
  const one = await console_.signedIn('reviewer');
  const { page } = one;
  await openCase(one, caseId);
  await held(page);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog');
  await help.getByRole('heading', { name: say('shortcut.title') }).waitFor();
  const listed = (await help.locator('dl.shortcuts > div').allInnerTexts()).map((text) =>
    text.replaceAll(/\s+/g, ' '),
  );
  for (const [keys, label] of [
    ['A', say('decide.approve')],
    ['J', say('decide.reject')],
    ['S', say('decide.resubmit')],
    ['E', say('decide.escalate')],
    ['M', say('decide.note')],
    ['n', say('queue.next')],
    ['?', say('shortcut.help')],
  ] as const) {
    expect(listed).toContain(`${keys} ${label}`);
  }
  await lookAt(page, 'keys');
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  // In a field letters mean themselves.
  await page.getByLabel(say('handling.tags')).fill('');
  await page.keyboard.type('ajsemn');
  expect(await page.locator('.decide-panel').count()).toBe(0);
  expect(await page.getByLabel(say('handling.tags')).inputValue()).toBe('ajsemn');
  await page.getByLabel(say('handling.tags')).fill('');
  await page.getByLabel(say('handling.tags')).blur();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText(say('shortcut.on')).click();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('a');
  await page.keyboard.press('n');
  // A button says the same, and Approve is still there for whoever clicks.
  expect(await page.locator('.decide-panel').count()).toBe(0);
  expect(await page.locator('h1').innerText()).toBe(titleOf(caseId));
  await page.reload();
  await held(page);
  await page.keyboard.press('a');
  expect(await page.locator('.decide-panel').count()).toBe(0);
});
