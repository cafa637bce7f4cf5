import type { Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const start = { id: 'start', type: 'start', next: 'age' };
const yes = { id: 'yes', type: 'terminal', decision: 'approved' };
const no = { id: 'no', type: 'terminal', decision: 'rejected' };
const age = { id: 'age', type: 'policy', check: 'age', routes: { passed: 'yes', failed: 'no' } };

/** As validation refuses it: by the same fields, for the same reasons. */
async function expectSameOfValidation({ status, body }: Answer, nodes: readonly unknown[]) {
  const json = { definition: { nodes } };
  const judged = await api.ask('POST', '/api/v1/workflows/validate', { json });
  const { error, errors } = judged.body;
  expect({ status: judged.status, error, errors }).toEqual({
    status,
    error: body['error'],
    errors: body['errors'],
  });
}

function create(nodes: readonly unknown[]): Promise<Answer> {
  const json = { name: 'With a mistake', definition: { nodes } };
  return api.ask('POST', '/api/v1/workflows', { json });
}

it('without a mistake it is created', async () => {
  expect((await create([start, age, yes, no])).status).toBe(201);
});

it.each([
  [
    'a cycle',
    [
      start,
      { ...age, routes: { passed: 'again', failed: 'no' } },
      {
        id: 'again',
        type: 'policy',
        check: 'document_ocr',
        routes: { passed: 'age', failed: 'no' },
      },
      no,
    ],
    { node: 'again', code: 'cycle' },
  ],
  [
    'an unreachable node',
    [start, age, yes, no, { id: 'lost', type: 'terminal', decision: 'needs_review' }],
    { node: 'lost', code: 'unreachable' },
  ],
  [
    'a missing route',
    [start, { ...age, routes: { passed: 'yes' } }, yes, no],
    { node: 'age', code: 'missing_route', field: 'definition.nodes.age.routes.failed' },
  ],
  [
    'a route to nowhere',
    [start, { ...age, routes: { passed: 'yes', failed: 'nowhere' } }, yes, no],
    { node: 'age', code: 'unknown_target' },
  ],
  [
    'an unknown check',
    [start, { ...age, check: 'palm_reading' }, yes, no],
    { node: 'age', code: 'unknown_check' },
  ],
  [
    'an unknown setting of a check',
    [start, { ...age, config: { maximum_age: 99 } }, yes, no],
    { node: 'age', code: 'unknown_field', field: 'definition.nodes.age.config.maximum_age' },
  ],
  [
    'an unknown field of a condition',
    [
      { ...start, next: 'fork' },
      {
        id: 'fork',
        type: 'conditional',
        conditions: [{ field: 'shoe_size', operator: '>', value: 40, to: 'yes' }],
        default: 'no',
      },
      yes,
      no,
    ],
    { node: 'fork', code: 'unknown_field' },
  ],
  ['two nodes of one name', [start, age, yes, no, no], { node: 'no', code: 'duplicate_id' }],
  [
    'no terminal',
    [
      { ...start, next: 'gate' },
      { id: 'gate', type: 'wait', next: 'gate', on_fail: 'gate' },
    ],
    { code: 'no_terminal', field: 'definition.nodes' },
  ],
  ['no start', [age, yes, no], { code: 'no_start', field: 'definition.nodes' }],
])('%s is refused, and named', async (_what, nodes, error) => {
  const answer = await create(nodes);
  expect(answer.body).toMatchObject({ status_code: 422, error: 'invalid_definition' });
  expect(answer.body['errors']).toContainEqual(expect.objectContaining(error));
  await expectSameOfValidation(answer, nodes);
});

it('an unknown field of a node is named by its place', async () => {
  const nodes = [start, { ...age, colour: 'red' }, yes, no];
  const answer = await create(nodes);
  expect(answer.body).toMatchObject({
    status_code: 422,
    errors: [{ field: 'definition.nodes.1.colour', code: 'unknown_field' }],
  });
  await expectSameOfValidation(answer, nodes);
});
