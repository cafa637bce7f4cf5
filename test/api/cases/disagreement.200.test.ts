import { call, type Answer } from '../../processes/api-caller';
import { setSettings } from '../../stack/set-settings';
import { signIn, type SignedIn } from '../console/signed-in';
import { setReviewStage, type ReviewStage } from './review-stage';

/** Two signed-in reviewers who disagree: neither decides, a third one does. */
let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
beforeEach(async () => {
  await setSettings(stage.api.db, { dual_review: true });
});
afterAll(() => stage.stop());

const as = (
  user: SignedIn,
  method: string,
  path: string,
  json?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  call(method, `${stage.api.url}/api/v1${path}`, {
    headers: { ...user.headers, ...headers },
    ...(json === undefined ? {} : { json }),
  });

async function recommended() {
  const { caseId, sessionId } = await stage.underReview();
  const first = await signIn(stage.api);
  const given = await as(first, 'POST', `/cases/${caseId}/approve`, {});
  expect(given.body).toMatchObject({ status: 'pending_second_review' });
  return { caseId, sessionId, first };
}

const rejection = { reason: 'The portrait was glued in.', reason_code: 'document_tampered' };

it('the case is escalated, once however often it is said; both words are told to the third, who decides', async () => {
  const { caseId, sessionId, first } = await recommended();
  const [second, third] = [
    await signIn(stage.api, { role: 'senior' }),
    await signIn(stage.api, { role: 'senior' }),
  ];
  const path = `/cases/${caseId}/reject`;
  for (const headers of [{ 'Idempotency-Key': 'apart' }, { 'Idempotency-Key': 'apart' }, {}]) {
    const said = await as(second, 'POST', path, rejection, headers);
    expect(said.status).toBe(200);
    expect(said.body).toMatchObject({
      status: 'escalated',
      escalated_by: second.userId,
      session_status: 'under_review',
      second_review: { by: second.userId, decision: 'reject' },
    });
  }
  const types = await stage.eventTypes(sessionId);
  expect(types.filter((type) => type === 'case.escalated')).toHaveLength(1);
  // Neither of the two has the last word.
  for (const [user, error] of [
    [first, 'role_required'],
    [second, 'case_escalated'],
  ] as const) {
    const again = await as(user, 'POST', `/cases/${caseId}/approve`, {});
    expect(again.body).toMatchObject({ error });
  }
  const { body } = await as(third, 'GET', `/cases/${caseId}`);
  expect(body).toMatchObject({
    first_review: { by: first.userId, decision: 'approve' },
    second_review: { by: second.userId, decision: 'reject' },
    notes: [{ author: second.userId, text: rejection.reason }],
  });
  const log = await as(third, 'GET', `/events?resource_id=${caseId}&action=case.escalated`);
  expect(log.body).toMatchObject({
    data: [{ detail: { disagreement: 'reject', reason_code: 'document_tampered' } }],
  });
  const decided = await as(third, 'POST', path, rejection);
  expect(decided.body).toMatchObject({ status: 'rejected', decided_by: third.userId });
  await stage.reached(sessionId, 'completed');
});

it('who gave the first opinion is no third either, senior or not', async () => {
  const { caseId } = await stage.underReview();
  const [first, second] = [
    await signIn(stage.api, { role: 'senior' }),
    await signIn(stage.api, { role: 'reviewer' }),
  ];
  await as(first, 'POST', `/cases/${caseId}/approve`, {});
  await as(second, 'POST', `/cases/${caseId}/reject`, rejection);
  const again = await as(first, 'POST', `/cases/${caseId}/approve`, {});
  expect(again.body).toMatchObject({ status_code: 409, error: 'same_reviewer' });
  expect((await as(first, 'POST', '/cases/next', {})).status).toBe(204);
});

it('two who agree decide', async () => {
  const { caseId } = await recommended();
  const second = await signIn(stage.api);
  const decided = await as(second, 'POST', `/cases/${caseId}/approve`, {});
  expect(decided.body).toMatchObject({ status: 'approved', second_review: null });
});

it('of two second reviewers at one moment one decides or escalates, and nothing is lost', async () => {
  const { caseId, sessionId } = await recommended();
  const [one, other] = [await signIn(stage.api), await signIn(stage.api)];
  const answers = await Promise.all([
    as(one, 'POST', `/cases/${caseId}/approve`, {}),
    as(other, 'POST', `/cases/${caseId}/reject`, rejection),
  ]);
  const done = answers.filter(({ status }) => status === 200);
  const { body } = await stage.ask('GET', `/cases/${caseId}`);
  expect(done.length).toBeGreaterThanOrEqual(1);
  const types = await stage.eventTypes(sessionId);
  // An escalation may come before the decision that was on its way, never after it.
  if (body['status'] === 'approved') {
    expect(types.filter((type) => type === 'case.approved')).toHaveLength(1);
    expect(types.indexOf('case.escalated')).toBeLessThan(types.indexOf('case.approved'));
  } else {
    expect(body).toMatchObject({ status: 'escalated', second_review: { decision: 'reject' } });
  }
});

it('an organisation may leave it to the second one', async () => {
  await setSettings(stage.api.db, { dual_review: true, escalate_disagreement: false });
  const { caseId } = await recommended();
  const second = await signIn(stage.api);
  const decided = await as(second, 'POST', `/cases/${caseId}/reject`, rejection);
  expect(decided.body).toMatchObject({ status: 'rejected', decided_by: second.userId });
});
