import { text } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';
import { withConfig, withMinimumAge } from './definitions';

/** What would come of a definition, before it is published; `create.422.test.ts` holds what is refused. */
let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const ask = (path: string, json: unknown, key = api.liveKey) =>
  api.ask('POST', `/api/v1/workflows${path}`, { json, key });

async function stored(): Promise<unknown> {
  const workflows = await api.db.selectFrom('workflows').selectAll().execute();
  const versions = await api.db.selectFrom('workflow_versions').selectAll().execute();
  return { workflows, versions };
}

it.each([
  ['a graph', withMinimumAge(21)],
  ['a graph with a warning', { ...withMinimumAge(21), data_requirements: { selfie: false } }],
  ['a list of steps', { steps: [{ policy: 'document_ocr' }, { policy: 'age' }] }],
])(
  '%s: is answered as its creation answers it, and nothing is stored',
  async (_what, definition) => {
    const before = await stored();
    const { status, body } = await ask('/validate', { definition });
    expect(status).toBe(200);
    expect(await stored()).toEqual(before);
    const made = await ask('', { name: 'The same', definition });
    expect(made.status).toBe(201);
    expect(body).toEqual({
      definition: made.body['definition'],
      warnings: made.body['warnings'],
    });
    // What it answers can be sent again, and is the same.
    const again = await ask('/validate', { definition: body['definition'] });
    expect(again.body).toEqual(body);
  },
);

it('the same text under the same Idempotency-Key is judged anew, and no hash of it is kept', async () => {
  const send = (definition: unknown) =>
    api.ask('POST', '/api/v1/workflows/validate', {
      json: { definition },
      headers: { 'Idempotency-Key': 'one' },
    });
  const kept = () => api.db.selectFrom('idempotency').select('key_hash').execute();
  const before = await kept();
  expect((await send(withMinimumAge(21))).status).toBe(200);
  expect((await send(withConfig('age', { maximum_age: 21 }))).status).toBe(422);
  expect(await kept()).toEqual(before);
});

it('is for whoever may publish', async () => {
  const made = await api.ask('POST', '/api/v1/api-keys', {
    json: { label: 'reads', scopes: ['workflows:read'] },
  });
  const refused = await ask(
    '/validate',
    { definition: withMinimumAge(21) },
    text(made.body, 'key'),
  );
  expect(refused.status).toBe(403);
});
