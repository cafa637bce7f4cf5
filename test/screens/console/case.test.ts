import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { isId, newId, type CaseId, type SessionId } from '../../../shared/domain/ids';
import { setReviewStage, type ReviewStage } from '../../api/cases/review-stage';
import { capturingSession } from '../../api/capturing-session';
import { text } from '../../processes/api-caller';
import { wordsOf } from '../browser/words';
import { accountWithCodes } from './account';
import { titled, useConsole, type Reviewer } from './console-browser';
import { say } from './console-words';
import { lookAt } from './look-at';

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

/** The person sends what they were asked for, and is checked again. */
async function sendAgain(id: SessionId): Promise<void> {
  const row = await stage.api.db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await stage.api.sessions.send(row, {
    event: { type: 'start_capture' },
    actor: { kind: 'api_key', id: null },
    requestId: `again-${id}`,
  });
  const { id: before, ...earlier } = await stage.api.db
    .selectFrom('documents')
    .selectAll()
    .where('session_id', '=', id)
    .where('doc_type', '=', 'id_front')
    .executeTakeFirstOrThrow();
  await stage.api.db
    .updateTable('documents')
    .set({ superseded_at: new Date() })
    .where('id', '=', before)
    .execute();
  await stage.api.db
    .insertInto('documents')
    .values({
      ...earlier,
      hints: null,
      id: newId('document'),
      capture: 2,
      object_key: `${id}/again`,
    })
    .execute();
  await stage.ask('POST', `/sessions/${id}/submit`);
  await stage.reached(id, 'under_review');
}

/** What was announced of a button that is not there any more, after the last of it may have come. */
function pointingNowhere(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const said = [...document.querySelectorAll('[data-live-announcer] [aria-labelledby]')];
    return said.filter((one) => {
      const ids = (one.getAttribute('aria-labelledby') ?? '').split(' ');
      return !ids.some((id) => document.getElementById(id) !== null);
    }).length;
  });
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
  const panel = page.locator('.decide-panel');
  await panel.getByText(say('decide.block.document_number'), { exact: true }).click();
  await button(page, say('decide.reject')).click();
  await page.getByText(say('case.over.by', { name: say('person.you') })).waitFor();
  expect(await pointingNowhere(page)).toBe(0);
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

it('is taken, noted on and approved by keyboard alone, each by a key and a second one', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const { page, open } = await reviewers.signedIn('reviewer');
  await open('/queue', say('nav.queue'));
  await page.keyboard.press('n');
  await titled(page, titleOf(caseId));
  await held(page);
  await page.keyboard.press('m');
  await page.keyboard.type('Compared with the specimen.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.trail').getByText('Compared with the specimen.').waitFor();
  await page.keyboard.press('a');
  await page.getByText(say('decide.approve.text')).waitFor();
  // A second thought: Escape puts it away, and nothing is done.
  await page.keyboard.press('Escape');
  await page.getByText(say('decide.approve.text')).waitFor({ state: 'detached' });
  expect(await stage.status(sessionId)).toBe('under_review');
  await page.keyboard.press('a');
  await page.getByText(say('decide.approve.text')).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(say('case.over.by', { name: say('person.you') })).waitFor();
  expect(await resultOf(sessionId)).toMatchObject({ status: 'approved' });
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

it('needs two persons where the organisation says so, and hides what the first one said', async () => {
  await stage.dualReview(true);
  const { sessionId, caseId } = await stage.underReview();
  const [ada, bob] = [await reviewers.signedIn('reviewer'), await reviewers.signedIn('reviewer')];
  await named(ada, 'Ada');
  await openCase(ada, caseId);
  await held(ada.page);
  await actionOf(ada.page, say('decide.approve')).click();
  await ada.page.getByText(say('decide.first')).waitFor();
  await button(ada.page, say('decide.approve')).click();
  await ada.page.getByText(say('case.bar.same_reviewer')).waitFor();
  await bob.open('/queue?status=second_review', say('nav.queue'));
  await bob.page.keyboard.press('n');
  await titled(bob.page, titleOf(caseId));
  await held(bob.page);
  await bob.page.keyboard.press('a');
  await bob.page.getByText(say('decide.second.hidden', { name: 'Ada' })).waitFor();
  expect(await bob.page.locator('main').innerText()).not.toMatch(/review\.approve|decide\.approve/);
  await bob.page.keyboard.press('Enter');
  await bob.page.getByText(say('case.over.by', { name: say('person.you') })).waitFor();
  expect(await resultOf(sessionId)).toMatchObject({ status: 'approved', reviewed_by: bob.userId });
});

it('warns before the claim ends, is read-only when it has, and keeps what was typed', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const one = await reviewers.signedIn('reviewer');
  const { page } = one;
  await openCase(one, caseId);
  await held(page);
  await page.keyboard.press('j');
  const words = page.getByLabel(say('decide.reject.text'));
  await words.fill('Half a sentence');
  const endsIn = (seconds: number) =>
    sql`UPDATE cases SET claimed_until = now() + ${seconds} * interval '1 second'
      WHERE id = ${caseId}`.execute(stage.api.db);
  await endsIn(90);
  const keep = page.getByRole('button', { name: say('case.lease.keep') });
  await keep.waitFor();
  await keep.click();
  // It is one's own for half an hour again.
  await keep.waitFor({ state: 'detached' });
  await endsIn(-1);
  await page.getByText(say('case.lost')).waitFor();
  expect(await words.inputValue()).toBe('Half a sentence');
  expect(await button(page, say('decide.reject')).isDisabled()).toBe(true);
  await lookAt(page, 'case, lost');
  await page.getByRole('button', { name: say('case.take_again') }).click();
  await held(page);
  expect(await words.inputValue()).toBe('Half a sentence');
  expect(await stage.status(sessionId)).toBe('under_review');
});

it('tells a tab that slept through the decision what became of the case', async () => {
  const { caseId } = await stage.underReview();
  const one = await reviewers.signedIn('reviewer');
  const { page } = one;
  await openCase(one, caseId);
  await held(page);
  await page.keyboard.press('a');
  await page.getByText(say('decide.approve.text')).waitFor();
  // No answers any more: a tab that the browser put to sleep.
  one.watch.expectLine(/net::ERR_FAILED/);
  await page.route('**/api/v1/cases/**', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  const ended = await stage.ask('POST', `/cases/${caseId}/reject`, {
    reviewer_id: one.userId,
    reason_code: 'duplicate',
  });
  expect(ended.status).toBe(200);
  await page.unroute('**/api/v1/cases/**');
  await page.keyboard.press('Enter');
  await page
    .getByText(say('reject_reason.duplicate'))
    .or(page.getByText('duplicate'))
    .first()
    .waitFor();
  await page.getByText(say('case.over.by', { name: say('person.you') })).waitFor();
});

it('asks again with reasons that the person reads in their language, and opens anew with what they send', async () => {
  const id = await capturingSession(stage.api, ['id_front', 'selfie'], { language: 'de' });
  if (!isId('session', id)) throw new Error('no session');
  await stage.ask('POST', `/sessions/${id}/submit`);
  await stage.reached(id, 'under_review');
  const caseId = text((await stage.ask('GET', `/sessions/${id}`)).body, 'case_id');
  if (!isId('case', caseId)) throw new Error('no case');
  const one = await reviewers.signedIn('reviewer');
  const { page } = one;
  await openCase(one, caseId);
  await held(page);
  await page.keyboard.press('s');
  const panel = page.locator('.decide-panel');
  await panel.getByText(say('piece.id_front'), { exact: true }).click();
  await panel.getByLabel(say('decide.resubmit.reason')).first().click();
  await page.getByRole('option', { name: say('asked_reason.cut_off') }).click();
  await panel.getByLabel(say('decide.resubmit.message')).fill('Bitte die ganze Karte.');
  const preview = panel.locator('blockquote');
  await preview.getByText('Bitte die ganze Karte.').waitFor();
  // Word for word what the person's page says (`again.test.ts`).
  const words = wordsOf('de');
  expect((await preview.innerText()).split('\n').filter((line) => line !== '')).toEqual([
    words('asked.title'),
    words('asked.text', { organization: 'First organisation' }),
    words('piece.document_front'),
    words('asked.reason.cut_off'),
    'Bitte die ganze Karte.',
  ]);
  expect(await preview.getAttribute('lang')).toBe('de');
  await lookAt(page, 'case, ask again');
  await button(page, say('decide.resubmit')).click();
  await page.getByText(say('decide.resubmit.done')).waitFor();
  await stage.reached(id, 'pending');

  // What they send comes back as a case of its own, which is the next one.
  await sendAgain(id);
  await page.keyboard.press('n');
  await held(page);
  await page.getByRole('definition').filter({ hasText: /^2$/ }).waitFor();
});

it('is accessible and whole while each thing is being decided', async () => {
  const { caseId } = await stage.underReview();
  const one = await reviewers.signedIn('senior');
  const { page } = one;
  await one.open('/queue', say('nav.queue'));
  await page.keyboard.press('n');
  await titled(page, titleOf(caseId));
  await held(page);
  // The whole log is walked for it: only when somebody asks.
  await page.getByRole('button', { name: say('trail.chain.verify') }).click();
  await page.getByText(say('trail.chain.whole')).waitFor();
  // Taken and opened is one claim; and nothing is told by its code.
  const trail = page.locator('.trail');
  await trail.getByText(say('deed.case.claimed'), { exact: true }).waitFor();
  expect(await trail.innerText()).not.toMatch(/[a-z][._][a-z]/);
  await lookAt(page, 'case');
  for (const [key, title] of [
    ['a', say('decide.approve.title')],
    ['j', say('decide.reject.title')],
    ['e', say('decide.escalate.title')],
  ] as const) {
    await page.keyboard.press(key);
    await page.getByRole('heading', { name: title }).waitFor();
    await lookAt(page, `case, ${key}`);
    await page.keyboard.press('Escape');
  }
});

it('leaves what a reviewer escalates to a senior, who takes it from that tab', async () => {
  const { caseId } = await stage.underReview();
  const [one, senior] = [await reviewers.signedIn('reviewer'), await reviewers.signedIn('senior')];
  await openCase(one, caseId);
  await held(one.page);
  await one.page.keyboard.press('e');
  await one.page.getByLabel(say('decide.escalate.reason')).fill('Never saw such a card.');
  await one.page.keyboard.press('Control+Enter');
  await one.page.getByText(say('case.bar.own_escalation')).waitFor();
  await senior.open('/queue?status=escalated', say('nav.queue'));
  await senior.page.keyboard.press('n');
  await titled(senior.page, titleOf(caseId));
  await held(senior.page);
  await senior.page.getByText('Never saw such a card.').waitFor();
});

it('says that its session was erased while it was open', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const one = await reviewers.signedIn('reviewer');
  await openCase(one, caseId);
  await held(one.page);
  const redacted = await stage.ask('DELETE', `/sessions/${sessionId}/data`);
  expect(redacted.status).toBeLessThan(300);
  await one.page.getByText(say('case.closed.session_redacted')).waitFor();
});

it('keeps a note over a sign-in that ran out in the middle of it, and adds it once', async () => {
  const { caseId } = await stage.underReview();
  const person = await accountWithCodes(stage.api, 'reviewer', () => new Date());
  const one = await reviewers.nobody();
  await person.enter(one);
  const { page } = one;
  await openCase(one, caseId);
  await held(page);
  await page.keyboard.press('m');
  await page.keyboard.type('Typed for half an hour.');
  const idleMs = 31 * 60_000;
  stage.later(idleMs);
  try {
    await page.keyboard.press('Control+Enter');
    await page.getByText(say('proof.sign_in.title')).waitFor();
    await page.getByLabel(say('sign_in.password')).fill(person.password);
    await page.keyboard.press('Enter');
    const code = person.code(new Date(Date.now() + idleMs));
    await page.getByLabel(say('sign_in.code'), { exact: true }).fill(code);
    await page.keyboard.press('Enter');
    await page.locator('.trail').getByText('Typed for half an hour.').waitFor();
    const { body } = await stage.ask('GET', `/cases/${caseId}`);
    expect(body['notes']).toMatchObject([{ text: 'Typed for half an hour.' }]);
  } finally {
    stage.later(-idleMs);
  }
});
