import { z } from 'zod';
import { text, type Answer } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { completedSession } from '../capturing-session';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
let id: string;
beforeAll(async () => {
  api = await startApi({ worker: true });
  const steps = ['document_ocr', 'age', 'face_match'].map((policy) => ({ policy }));
  const made = await api.ask('POST', '/api/v1/workflows', {
    json: { name: 'In steps', definition: { steps } },
  });
  id = await completedSession(api, { workflow_id: text(made.body, 'id') });
});
afterAll(() => api.stop());

function ask(method: string, path: string, json?: unknown): Promise<Answer> {
  return api.ask(method, `/api/v1/sessions/${id}${path}`, json === undefined ? {} : { json });
}

const runs = z.object({
  data: z.array(z.object({ check: z.string(), attempt: z.number(), started_at: z.string() })),
});

async function startedAt(): Promise<Readonly<Record<string, string>>> {
  const { data } = runs.parse((await ask('GET', '/verifications')).body);
  return Object.fromEntries(data.map((run) => [run.check, run.started_at]));
}

it('the run shows the way, node by node, with outcomes and times', async () => {
  const { body, status } = await ask('GET', '/workflow-run');
  expect(status).toBe(200);
  expect(body).toMatchObject({ attempt: 1, status: 'decided', current_node: 'approved' });
  const ran = { type: 'policy', place: 'passed', status: 'passed', duration_ms: 1 };
  expect(body['nodes']).toMatchObject([
    { id: 'document_ocr', check: 'document_ocr', ...ran },
    { id: 'age', ...ran },
    { id: 'face_match', ...ran },
    { id: 'approved', type: 'terminal', place: 'passed', decision: 'approved' },
    { id: 'rejected', place: 'not_reached' },
    { id: 'needs_review', place: 'not_reached' },
  ]);
});

it('from a step on: what was before it is taken over with its times', async () => {
  const before = await startedAt();
  const answer = await ask('POST', '/resume-workflow', { step_index: 2 });
  expect(answer.status).toBe(202);
  expect(answer.body).toMatchObject({ session_id: id, attempt: 2, policy: 'face_match' });
  await eventually('a decision', async () => {
    const { body } = await ask('GET', '/result');
    return body['attempt'] === 2 ? true : undefined;
  });
  const after = await startedAt();
  expect(after['document_ocr']).toBe(before['document_ocr']);
  expect(after['age']).toBe(before['age']);
  expect(after['face_match']).not.toBe(before['face_match']);
});

it('an outcome that answered another configuration is not taken over: the check is run again', async () => {
  const before = await startedAt();
  const { body: session } = await ask('GET', '');
  const steps = [
    { policy: 'document_ocr' },
    { policy: 'age', config: { minimum_age: 21 } },
    { policy: 'face_match' },
  ];
  const path = `/api/v1/workflows/${text(session, 'workflow_id')}`;
  expect((await api.ask('PATCH', path, { json: { definition: { steps } } })).status).toBe(200);
  expect((await ask('POST', '/resume-workflow', { policy: 'face_match' })).status).toBe(202);
  await eventually('a decision', async () => {
    const { body } = await ask('GET', '/result');
    return body['attempt'] === 3 ? true : undefined;
  });
  const after = await startedAt();
  expect(after['document_ocr']).toBe(before['document_ocr']);
  expect(after['age']).not.toBe(before['age']);
});

it.each([
  [{ step_index: 3 }, 'step_index', 'unknown_step'],
  [{ policy: 'liveness' }, 'policy', 'unknown_step'],
  [{ step_index: 0, policy: 'age' }, 'policy', 'conflict'],
])('%j is 422', async (json, field, code) => {
  expect((await ask('POST', '/resume-workflow', json)).body).toMatchObject({
    status_code: 422,
    errors: [{ field, code }],
  });
});
