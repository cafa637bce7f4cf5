import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { SessionId } from '../../../shared/domain/ids';
import { stackAddresses } from '../../stack/addresses';
import { setReviewStage, type ReviewStage } from './review-stage';

let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(() => stage.stop());
const run = promisify(execFile);

it('by a signal from the Temporal CLI: the session completes, its events fire once', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const { VERIFA_TEST_CLI_PATH: cli, VERIFA_TEST_TEMPORAL_ADDRESS: address } = stackAddresses();
  const input = JSON.stringify({
    decision: 'reject',
    reason_code: 'document_expired',
    case_id: caseId,
    attempt: 1,
  });
  const signal = ['workflow', 'signal', '--workflow-id', sessionId, '--name', 'reviewDecision'];
  const where = ['--address', address, '--namespace', stage.api.namespace, '--input', input];
  await run(cli, [...signal, ...where], { env: { HOME: process.env['HOME'], PATH: '' } });
  await stage.reached(sessionId, 'completed');
  // Who it was is what the client calls itself: written down, trusted with nothing.
  const { body: decided } = await stage.ask('GET', `/cases/${caseId}`);
  expect(decided['decided_by']).toMatch(/^temporal-cli:/);
  const types = await stage.eventTypes(sessionId);
  expect(types.filter((type) => type === 'case.rejected')).toHaveLength(1);
  expect(types.filter((type) => type === 'session.declined')).toHaveLength(1);
  const late = await stage.ask('POST', `/cases/${caseId}/approve`, {});
  expect(late.body).toMatchObject({
    status_code: 409,
    error: 'case_closed',
    case_status: 'rejected',
    status: 'completed',
  });
});

it('after an escalation by another person only, told by one case.escalated', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const [ada, bob] = [await stage.user(), await stage.user()];
  const escalate = () =>
    stage.ask('POST', `/cases/${caseId}/escalate`, { reviewer_id: ada, reason: 'too hard' });
  expect((await escalate()).body).toMatchObject({ status: 'escalated', escalated_by: ada });
  await escalate();
  const own = await stage.ask('POST', `/cases/${caseId}/approve`, { reviewer_id: ada });
  expect(own.body).toMatchObject({ status_code: 409, error: 'case_escalated' });
  const other = await stage.ask('POST', `/cases/${caseId}/approve`, { reviewer_id: bob });
  expect(other.body).toMatchObject({ status: 'approved', session_status: 'completed' });
  const types = await stage.eventTypes(sessionId);
  expect(types.filter((type) => type === 'case.escalated')).toHaveLength(1);
});

it('with resubmit: the case closes, the session asks for the pieces again', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const answer = await stage.ask('POST', `/cases/${caseId}/resubmit`, { pieces: ['selfie'] });
  expect(answer.body).toMatchObject({
    status: 'closed',
    close_reason: 'resubmission_required',
    session_status: 'pending',
  });
  expect(await stage.eventTypes(sessionId)).toContain('session.resubmission-required');
});

it('expiring the session closes its case: deciding it is 409 case_closed', async () => {
  const { sessionId, caseId } = await stage.underReview();
  await stage.ask('POST', `/cases/${caseId}/claim`, {});
  await stage.ask('POST', `/sessions/${sessionId}/expire`);
  expect((await stage.ask('GET', `/cases/${caseId}`)).body).toMatchObject({
    status: 'closed',
    close_reason: 'session_expired',
    assignee: null,
  });
  for (const call of ['approve', 'claim', 'escalate']) {
    const answer = await stage.ask('POST', `/cases/${caseId}/${call}`, {});
    expect(answer.body).toMatchObject({ status_code: 409, error: 'case_closed' });
  }
});

it('with the kinds that are to be blocked: these, and nothing else of the person', async () => {
  const blocked = async (sessionId: SessionId): Promise<readonly string[]> => {
    const rows = await stage.api.db
      .selectFrom('list_items')
      .select('kind')
      .where('session_id', '=', sessionId)
      .orderBy('kind')
      .execute();
    return rows.map(({ kind }) => kind);
  };
  const [some, none] = [await stage.underReview(), await stage.underReview()];
  const reject = (caseId: string, blocklist: unknown) =>
    stage.ask('POST', `/cases/${caseId}/reject`, { blocklist });
  expect((await reject(some.caseId, ['country'])).status).toBe(422);
  expect(await blocked(some.sessionId)).toEqual([]);
  expect((await reject(some.caseId, ['document_number', 'face'])).status).toBe(200);
  expect(await blocked(some.sessionId)).toEqual(['document_number']);
  expect((await reject(none.caseId, [])).status).toBe(200);
  expect(await blocked(none.sessionId)).toEqual([]);
});

it('with blocklist: what finds the person again is on the list of review, in the same moment', async () => {
  const { caseId } = await stage.underReview();
  await stage.ask('POST', `/cases/${caseId}/reject`, { blocklist: true });
  const items = await stage.api.db.selectFrom('list_items').select('kind').execute();
  expect(items.map(({ kind }) => kind).sort()).toEqual(['document_number', 'name_dob']);
});
