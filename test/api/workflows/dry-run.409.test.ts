import { isId } from '../../../shared/domain/ids';
import { text, type Answer } from '../../processes/api-caller';
import { completedSession } from '../capturing-session';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ worker: true });
});
afterAll(() => api.stop());

async function dryRun(id: string): Promise<Answer> {
  const workflow = text((await api.ask('GET', `/api/v1/sessions/${id}`)).body, 'workflow_id');
  return api.ask('POST', `/api/v1/workflows/${workflow}/dry-run`, { json: { session_id: id } });
}

it('a redacted session has nothing to be judged on: session_redacted', async () => {
  const id = await completedSession(api);
  await api.ask('DELETE', `/api/v1/sessions/${id}/data`);
  expect((await dryRun(id)).body).toMatchObject({ status_code: 409, error: 'session_redacted' });
});

it('personal data past its retention is not read again: sensitive_data_expired', async () => {
  const id = await completedSession(api);
  if (!isId('session', id)) throw new Error('no session');
  await api.db
    .updateTable('sessions')
    .set({ retention_status: 'sensitive_redacted' })
    .where('id', '=', id)
    .execute();
  const answer = await dryRun(id);
  expect(answer.body).toMatchObject({ status_code: 409, error: 'sensitive_data_expired' });
});

it('a session that nobody judged yet is in no state for it: invalid_state', async () => {
  const answer = await dryRun(await api.create());
  expect(answer.body).toMatchObject({
    status_code: 409,
    error: 'invalid_state',
    status: 'pending',
  });
});
