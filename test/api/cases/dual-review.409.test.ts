import { eventually } from '../../processes/running-process';
import { sessionSignals } from '../../../shared/temporal/session-definitions';
import { setReviewStage, type ReviewStage } from './review-stage';

let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
  await stage.dualReview(true);
});
afterAll(() => stage.stop());

it('the first approval moves the case only; the second person’s decides', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const [ada, bob] = [await stage.user(), await stage.user()];
  const first = await stage.ask('POST', `/cases/${caseId}/approve`, { reviewer_id: ada });
  expect(first.body).toMatchObject({
    status: 'pending_second_review',
    first_review: { by: ada, decision: 'approve' },
    session_status: 'under_review',
  });
  const second = await stage.ask('POST', `/cases/${caseId}/reject`, {
    reviewer_id: bob,
    reason: 'the portrait',
  });
  expect(second.body).toMatchObject({ status: 'rejected', decided_by: bob });
  expect(await stage.status(sessionId)).toBe('completed');
  const { body } = await stage.ask('GET', `/sessions/${sessionId}/result`);
  expect(body).toMatchObject({
    status: 'rejected',
    reviewed_by: bob,
    rejection_reason: 'the portrait',
  });
});

it('409 same_reviewer for a second decision by the first person, and no case of theirs is next', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const ada = await stage.user();
  await stage.ask('POST', `/cases/${caseId}/approve`, { reviewer_id: ada });
  for (const call of ['approve', 'reject', 'claim']) {
    const answer = await stage.ask('POST', `/cases/${caseId}/${call}`, { reviewer_id: ada });
    expect(answer.body).toMatchObject({ status_code: 409, error: 'same_reviewer' });
  }
  expect((await stage.ask('POST', '/cases/next', { reviewer_id: ada })).status).toBe(204);
  expect(await stage.status(sessionId)).toBe('under_review');
});

it('a signal is the first recommendation at most, a second signal changes nothing', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const handle = stage.api.temporal.workflow.getHandle(sessionId);
  const decision = { decision: 'approve', case_id: caseId, attempt: 1 } as const;
  await handle.signal(sessionSignals.reviewDecision, decision);
  await handle.signal(sessionSignals.reviewDecision, decision);
  const refused = await eventually('the refused signal', async () =>
    stage.api.db
      .selectFrom('timeline')
      .select(['event', 'detail'])
      .where('session_id', '=', sessionId)
      .where('kind', '=', 'refused')
      .executeTakeFirst(),
  );
  expect(refused).toEqual({ event: 'reviewDecision', detail: { code: 'reviewer_required' } });
  // Of two signals in one task the refusal is written first; the recommendation follows it.
  const recommended = await eventually('the recommendation', async () => {
    const { body } = await stage.ask('GET', `/cases/${caseId}`);
    return body['first_review'] === null ? undefined : body;
  });
  expect(recommended).toMatchObject({
    status: 'pending_second_review',
    first_review: { by: null, decision: 'approve' },
  });
  const ada = await stage.user();
  const decided = await stage.ask('POST', `/cases/${caseId}/approve`, { reviewer_id: ada });
  expect(decided.body).toMatchObject({ status: 'approved', session_status: 'completed' });
});

it('409 reviewer_required for a key that names nobody', async () => {
  const { caseId } = await stage.underReview();
  const answer = await stage.ask('POST', `/cases/${caseId}/approve`, {});
  expect(answer.body).toMatchObject({ status_code: 409, error: 'reviewer_required' });
});

it('of two second reviewers at one moment one decides', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const [ada, bob, eve] = [await stage.user(), await stage.user(), await stage.user()];
  await stage.ask('POST', `/cases/${caseId}/approve`, { reviewer_id: ada });
  const other = await stage.api.another();
  const answers = await Promise.all([
    stage.ask('POST', `/cases/${caseId}/approve`, { reviewer_id: bob }),
    stage.ask('POST', `/cases/${caseId}/reject`, { reviewer_id: eve }, other),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const types = await stage.eventTypes(sessionId);
  expect(types.filter((type) => /^case\.(approved|rejected)$/.test(type))).toHaveLength(1);
});

it('what one reviewer’s override leads to is a recommendation, and takes a second person', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const [ada, bob] = [await stage.user(), await stage.user()];
  const override = await stage.ask('POST', `/cases/${caseId}/checks/document_quality/override`, {
    reviewer_id: ada,
    passed: true,
    reason: 'sharp enough',
  });
  expect(override.status).toBe(202);
  const recommended = await eventually('the recommendation', async () => {
    const { body } = await stage.ask('GET', `/cases/${caseId}`);
    return body['first_review'] === null ? undefined : body;
  });
  expect(recommended).toMatchObject({
    status: 'pending_second_review',
    first_review: { by: ada, decision: 'approve' },
  });
  expect(await stage.status(sessionId)).toBe('under_review');
  const alone = await stage.ask('POST', `/cases/${caseId}/approve`, { reviewer_id: ada });
  expect(alone.body).toMatchObject({ status_code: 409, error: 'same_reviewer' });
  const second = await stage.ask('POST', `/cases/${caseId}/approve`, { reviewer_id: bob });
  expect(second.body).toMatchObject({ status: 'approved', session_status: 'completed' });
});
