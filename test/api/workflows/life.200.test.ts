import { z } from 'zod';
import { text, type Answer } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { completedSession } from '../capturing-session';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
let id: string;
beforeAll(async () => {
  api = await startApi({ worker: true });
  id = await create('By age');
});
afterAll(() => api.stop());

function ask(method: string, path: string, json?: unknown): Promise<Answer> {
  return api.ask(method, `/api/v1${path}`, json === undefined ? {} : { json });
}

async function create(name: string): Promise<string> {
  const definition = { steps: [{ policy: 'age', config: { minimum_age: 18 } }] };
  const answer = await ask('POST', '/workflows', { name, definition });
  expect(answer.status).toBe(201);
  expect(answer.headers.get('location')).toBe(`/api/v1/workflows/${text(answer.body, 'id')}`);
  return text(answer.body, 'id');
}

it('create 201: the list form comes back as the graph it became', async () => {
  const { body, status } = await ask('GET', `/workflows/${id}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ id, version: 1, is_default: false, active: true });
  const nodes = z.array(z.object({ id: z.string() }));
  const definition = z.object({ nodes }).parse(body['definition']);
  expect(definition.nodes.map((node) => node.id)).toEqual([
    'start',
    'age',
    'approved',
    'rejected',
    'needs_review',
  ]);
  const again = await ask('POST', '/workflows', { name: 'Copy', definition: body['definition'] });
  expect(again.body['definition']).toEqual(body['definition']);
});

it('retrieve 404: what is no workflow', async () => {
  expect((await ask('GET', '/workflows/wfl_0000')).status).toBe(404);
  expect((await ask('GET', '/workflows/wfl_0000/versions')).status).toBe(404);
});

it('versions 200: an edit is a new one, and the old stays as it was', async () => {
  const definition = { steps: [{ policy: 'age', config: { minimum_age: 21 } }] };
  expect((await ask('PATCH', `/workflows/${id}`, { definition })).body['version']).toBe(2);
  const { body } = await ask('GET', `/workflows/${id}/versions`);
  expect(body).toMatchObject({ pagination: { total: 2 }, data: [{ version: 2 }, { version: 1 }] });
  expect(JSON.stringify(body['data'])).toContain('"minimum_age":18');
});

it('trigger 202: a decided session is judged by another workflow', async () => {
  const sessionId = await completedSession(api);
  const answer = await ask('POST', `/workflows/${id}/trigger`, { session_id: sessionId });
  expect(answer.status).toBe(202);
  expect(answer.body).toMatchObject({ session_id: sessionId, workflow_id: id, attempt: 2 });
  await eventually('a decision', async () => {
    const { body } = await ask('GET', `/sessions/${sessionId}/result`);
    return body['attempt'] === 2 ? true : undefined;
  });
});

it('trigger 409: a session that was never judged; 422: one that is none', async () => {
  const json = { session_id: await api.create() };
  expect((await ask('POST', `/workflows/${id}/trigger`, json)).body).toMatchObject({
    status_code: 409,
    error: 'invalid_state',
  });
  const unknown = await ask('POST', `/workflows/${id}/trigger`, { session_id: 'ses_none' });
  expect(unknown.status).toBe(422);
});

it('set-default 200: new sessions get it, and it is the only default', async () => {
  const answer = await ask('POST', `/workflows/${id}/set-default`);
  expect(answer.body).toMatchObject({ id, is_default: true });
  const listed = z
    .array(z.object({ id: z.string(), is_default: z.boolean() }))
    .parse((await ask('GET', '/workflows')).body['data']);
  expect(listed.filter((one) => one.is_default).map((one) => one.id)).toEqual([id]);
  const session = await ask('GET', `/sessions/${await api.create()}`);
  expect(session.body).toMatchObject({ workflow_id: id, workflow_version: 2 });
});

it('deactivate 409: not the default', async () => {
  expect((await ask('POST', `/workflows/${id}/deactivate`)).body).toMatchObject({
    status_code: 409,
    error: 'workflow_is_default',
  });
});

it('deactivate 200: no session begins by it, and nothing is triggered', async () => {
  const other = await create('Over');
  const answer = await ask('POST', `/workflows/${other}/deactivate`);
  expect(answer.body).toMatchObject({ id: other, active: false });
  expect((await ask('POST', '/sessions', { workflow_id: other })).status).toBe(422);
  const triggered = await ask('POST', `/workflows/${other}/trigger`, { session_id: 'ses_any' });
  expect(triggered.body).toMatchObject({ status_code: 409, error: 'workflow_inactive' });
});

it('verification-policies 200: every check with the schema of its configuration', async () => {
  const { body } = await ask('GET', '/verification-policies');
  const policies = z.array(z.looseObject({ policy: z.string() })).parse(body['data']);
  expect(policies.find(({ policy }) => policy === 'age')).toMatchObject({
    always_runs: false,
    config_schema: { properties: { minimum_age: { type: 'integer', default: 18 } } },
  });
});
