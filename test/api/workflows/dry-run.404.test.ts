import { text } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

it('an unknown workflow, and another organisation’s, are not there', async () => {
  const id = await api.create();
  const own = text((await api.ask('GET', `/api/v1/sessions/${id}`)).body, 'workflow_id');
  const dryRun = (workflow: string) =>
    api.ask('POST', `/api/v1/workflows/${workflow}/dry-run`, { json: { last: 1 } });
  expect((await dryRun(own)).status).toBe(200);
  expect((await dryRun('wfl_0000')).status).toBe(404);
  await api.db
    .insertInto('organizations')
    .values({ id: 'org_other', name: 'Other', created_at: new Date() })
    .execute();
  await api.db.updateTable('workflows').set({ organization_id: 'org_other' }).execute();
  expect((await dryRun(own)).status).toBe(404);
});
