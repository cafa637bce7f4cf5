import { text, type Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';
import { withConfig } from './definitions';

let api: RunningApi;
let path: string;
beforeAll(async () => {
  api = await startApi();
  const id = await api.create();
  const workflow = text((await api.ask('GET', `/api/v1/sessions/${id}`)).body, 'workflow_id');
  path = `/api/v1/workflows/${workflow}/dry-run`;
});
afterAll(() => api.stop());

function dryRun(json: Record<string, unknown>): Promise<Answer> {
  return api.ask('POST', path, { json });
}

it.each([
  ['neither a session nor a number of them', {}, 'one_of'],
  ['both', { session_id: 'ses_1', last: 5 }, 'one_of'],
])('%s', async (_what, json, code) => {
  const answer = await dryRun(json);
  expect(answer.body).toMatchObject({ status_code: 422, errors: [{ field: 'session_id', code }] });
});

it.each([0, 501, 1.5, 'all'])('last: %p is not from 1 to 500', async (last) => {
  const answer = await dryRun({ last });
  expect(answer.body).toMatchObject({ status_code: 422, errors: [{ field: 'last' }] });
});

it('an unknown session is a mistake of the body', async () => {
  expect((await dryRun({ session_id: 'ses_unknown' })).body).toMatchObject({
    status_code: 422,
    errors: [{ field: 'session_id', code: 'unknown_session' }],
  });
});

it('a definition that could not be stored cannot be tried either; the node is named', async () => {
  const definition = withConfig('age', { minimum_age: 'old enough' });
  expect((await dryRun({ last: 1, definition })).body).toMatchObject({
    status_code: 422,
    error: 'invalid_definition',
    errors: [{ node: 'age', field: 'definition.nodes.age.config.minimum_age' }],
  });
});

it('an unknown field is named and ignored', async () => {
  const answer = await dryRun({ last: 1, since: '2026-01-01' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('verifa-ignored-fields')).toBe('since');
});
