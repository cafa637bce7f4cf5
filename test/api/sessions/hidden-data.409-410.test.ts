import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
let id: string;
const key = () => ({ key: api.sandboxKey });

beforeAll(async () => {
  api = await startApi({ worker: true });
  id = await api.create({}, api.sandboxKey);
  await api.ask('POST', `/api/v1/sessions/${id}/simulate`, {
    ...key(),
    json: { action: 'approve' },
  });
  const row = await api.db.selectFrom('sessions').selectAll().executeTakeFirstOrThrow();
  await api.sessions.send(row, {
    event: { type: 'hide_data' },
    actor: { kind: 'system', id: null },
    requestId: 'retention',
  });
});
afterAll(() => api.stop());

it('the session says so, and its result tells the outcome without what was read', async () => {
  const session = await api.ask('GET', `/api/v1/sessions/${id}`, key());
  expect(session.body).toMatchObject({
    status: 'completed',
    retention_status: 'sensitive_redacted',
  });
  const result = await api.ask('GET', `/api/v1/sessions/${id}/result`, key());
  expect(result.body).toMatchObject({
    status: 'approved',
    sensitive_data_expired: true,
    extracted_data: null,
  });
});

it('410: documents are shown to nobody', async () => {
  expect((await api.ask('GET', `/api/v1/sessions/${id}/documents`, key())).status).toBe(410);
});

it.each(['resume', 'reprocess', 'resume-workflow'])(
  '409 sensitive_data_expired: %s',
  async (what) => {
    const answer = await api.ask('POST', `/api/v1/sessions/${id}/${what}`, { ...key(), json: {} });
    expect(answer.body).toMatchObject({ status_code: 409, error: 'sensitive_data_expired' });
  },
);

it('an erasure that is asked for goes on as ever', async () => {
  const answer = await api.ask('DELETE', `/api/v1/sessions/${id}/data`, key());
  expect(answer.body).toMatchObject({ status: 'deleted' });
});
