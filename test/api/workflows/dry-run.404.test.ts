import { bootstrapOrganization } from '../../../shared/organization/first-organization';
import { isId } from '../../../shared/domain/ids';
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
  if (!isId('workflow', own)) throw new Error('no workflow');
  const dryRun = (workflow: string) =>
    api.ask('POST', `/api/v1/workflows/${workflow}/dry-run`, { json: { last: 1 } });
  expect((await dryRun(own)).status).toBe(200);
  expect((await dryRun('wfl_0000')).status).toBe(404);
  await bootstrapOrganization(api.db, () => new Date(), 'Another');
  const ours = await api.db
    .selectFrom('workflows')
    .select(['organization_id', 'environment'])
    .where('id', '=', own)
    .executeTakeFirstOrThrow();
  const theirs = await api.db
    .selectFrom('workflows')
    .select('id')
    .where('environment', '=', ours.environment)
    .where('organization_id', '!=', ours.organization_id)
    .executeTakeFirstOrThrow();
  expect((await dryRun(theirs.id)).status).toBe(404);
});
