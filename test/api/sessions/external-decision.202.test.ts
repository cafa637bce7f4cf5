import type { SessionState } from '../../../shared/domain/lifecycle/state';
import { newSessionState } from '../../../shared/domain/lifecycle/state';
import { isId } from '../../../shared/domain/ids';
import type { Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ worker: true });
});
afterAll(() => api.stop());

function decide(id: string, json: unknown): Promise<Answer> {
  return api.ask('POST', `/api/v1/sessions/${id}/external-decision`, { json });
}

/** A live session whose row stands at a gate of its first attempt. */
async function atGate(): Promise<string> {
  const id = await api.create({ metadata: { before: 1 } });
  if (!isId('session', id)) throw new Error('no session');
  await api.temporal.workflow.getHandle(id).terminate('set up by the test');
  const state: SessionState = {
    ...newSessionState(false),
    status: 'awaiting_external',
    attempt: 1,
    gate: 'credit_check',
  };
  const row = await api.db
    .updateTable('sessions')
    .set({ status: state.status, attempt: 1, state: JSON.stringify(state), deadline_at: null })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await api.db
    .insertInto('attempts')
    .values({
      session_id: id,
      attempt: 1,
      status: 'running',
      workflow_id: row.workflow_id,
      workflow_version: row.workflow_version,
      document_ids: [],
      started_at: new Date(),
    })
    .execute();
  return id;
}

it('202 continue: the checks go on; its metadata joins that of the session', async () => {
  const id = await atGate();
  const answer = await decide(id, {
    decision: 'continue',
    gate: 'credit_check',
    attempt: 1,
    metadata: { score: 7 },
  });
  expect(answer.status).toBe(202);
  expect(answer.body).toMatchObject({ session_id: id, decision: 'continue', status: 'processing' });
  const session = await api.ask('GET', `/api/v1/sessions/${id}`);
  expect(session.body['metadata']).toEqual({ before: 1, score: 7 });
});

it('202 reject: completed and rejected; the same again gets the first answer', async () => {
  const id = await atGate();
  const decision = { decision: 'reject', gate: 'credit_check', attempt: 1 };
  expect((await decide(id, decision)).body).toMatchObject({ status: 'completed' });
  const again = await decide(id, decision);
  expect(again.status).toBe(202);
  expect(again.body).toMatchObject({ decision: 'reject', status: 'completed' });
  const result = await api.ask('GET', `/api/v1/sessions/${id}/result`);
  expect(result.body).toMatchObject({
    status: 'rejected',
    rejection_reason_code: 'external_rejected',
  });
});

it('422 for metadata that grow too large, before anything moves: smaller ones are taken then', async () => {
  const id = await atGate();
  await api.ask('PATCH', `/api/v1/sessions/${id}`, {
    json: { metadata: { big: 'x'.repeat(12_000) } },
  });
  const large = await decide(id, { decision: 'reject', metadata: { more: 'x'.repeat(8_000) } });
  expect(large.body).toMatchObject({ status_code: 422, errors: [{ field: 'metadata' }] });
  const before = await api.ask('GET', `/api/v1/sessions/${id}`);
  expect(before.body).toMatchObject({ status: 'awaiting_external' });
  const small = await decide(id, { decision: 'reject', metadata: { more: 'x' } });
  expect(small.body).toMatchObject({
    status: 'completed',
    message: 'The decision has been taken.',
  });
  const after = await api.ask('GET', `/api/v1/sessions/${id}`);
  expect(after.body['metadata']).toMatchObject({ more: 'x' });
});

it('metadata of a refused decision are not kept', async () => {
  const id = await atGate();
  await decide(id, { decision: 'continue', gate: 'another', metadata: { never: 1 } });
  const session = await api.ask('GET', `/api/v1/sessions/${id}`);
  expect(session.body['metadata']).toEqual({ before: 1 });
  expect(await api.db.selectFrom('enclosures').selectAll().execute()).toEqual([]);
});

it('409 stale_decision for another gate or an attempt that is past', async () => {
  const id = await atGate();
  for (const target of [{ gate: 'another' }, { attempt: 7 }]) {
    const answer = await decide(id, { decision: 'continue', ...target });
    expect(answer.body).toMatchObject({
      status_code: 409,
      error: 'stale_decision',
      status: 'awaiting_external',
    });
  }
});

it('422 for a decision that is none', async () => {
  const answer = await decide('ses_unknown', { decision: 'maybe' });
  expect(answer.body).toMatchObject({ status_code: 422, errors: [{ field: 'decision' }] });
});
