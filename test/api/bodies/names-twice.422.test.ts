import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

it.each([
  ['/api/v1/sessions', '{"external_ref":"a","external_ref":"b"}', 'external_ref'],
  ['/api/v1/sessions', '{"metadata":{"plan":"a","plan":"a"}}', 'metadata.plan'],
  ['/api/v1/lists', '{"name":"n","action":"flag","action":"allow"}', 'action'],
])('%s %s: nobody knows which one is meant', async (path, body, field) => {
  const answer = await fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { 'X-API-Key': api.liveKey, 'Content-Type': 'application/json' },
    body,
  });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({
    error: 'validation_failed',
    errors: [{ field, code: 'repeated_name' }],
  });
});
