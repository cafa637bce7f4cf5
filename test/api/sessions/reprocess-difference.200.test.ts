import sharp from 'sharp';
import { instantEngines } from '../../tools/bench/instant-engines';
import { file, text, type Answer } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { startApi, type RunningApi } from '../running-api';

const readings = { count: 0, engineVersion: '1' };
const engines = {
  ...instantEngines,
  get reader() {
    return { engine: 'counted', engineVersion: readings.engineVersion };
  },
  readDocument: async (...args: Parameters<typeof instantEngines.readDocument>) => {
    readings.count += 1;
    const read = await instantEngines.readDocument(...args);
    return { ...read, engine: 'counted', engineVersion: readings.engineVersion };
  },
};

/** The person on the made-up document was born in 1990. */
const steps = (minimumAge: number) => ({
  steps: [{ policy: 'document_ocr' }, { policy: 'age', config: { minimum_age: minimumAge } }],
});

let api: RunningApi;
let workflowId: string;
let id: string;
beforeAll(async () => {
  api = await startApi({ worker: true, engines });
  const made = await ask('POST', '/workflows', { name: 'By age', definition: steps(18) });
  workflowId = text(made.body, 'id');
  id = await api.create({ workflow_id: workflowId });
  const picture = await sharp({
    create: { width: 800, height: 600, channels: 3, background: '#808080' },
  })
    .jpeg()
    .toBuffer();
  const form = file(picture, 'picture.jpg', { document_type: 'id_front' });
  await api.ask('POST', `/api/v1/sessions/${id}/documents`, { form });
  await ask('POST', `/sessions/${id}/submit`);
  await decided();
});
afterAll(() => api.stop());

function ask(method: string, path: string, json?: unknown): Promise<Answer> {
  return api.ask(method, `/api/v1${path}`, json === undefined ? {} : { json });
}

async function decided(): Promise<void> {
  await eventually('a decision', async () => {
    const { body } = await ask('GET', `/sessions/${id}`);
    return body['status'] === 'completed' ? true : undefined;
  });
}

async function reprocess(): Promise<void> {
  expect((await ask('POST', `/sessions/${id}/reprocess`)).status).toBe(202);
  await decided();
}

it('the first attempt has nothing to differ from', async () => {
  expect((await ask('GET', `/sessions/${id}/attempts`)).body).toMatchObject({
    session_id: id,
    data: [{ attempt: 1, status: 'decided', decision: 'approved', difference: null }],
  });
  expect(readings.count).toBe(1);
});

it('after a change of the rule a reprocess decides otherwise, because of the definition', async () => {
  await ask('PATCH', `/workflows/${workflowId}`, { definition: steps(100) });
  await reprocess();
  expect((await ask('GET', `/sessions/${id}/result`)).body).toMatchObject({
    attempt: 2,
    status: 'rejected',
    rejection_reason_code: 'under_age',
  });
  expect((await ask('GET', `/sessions/${id}/attempts`)).body).toMatchObject({
    data: [
      { attempt: 1, workflow_version: 1, decision: 'approved' },
      {
        attempt: 2,
        workflow_version: 2,
        decision: 'rejected',
        reason_code: 'under_age',
        difference: {
          from_attempt: 1,
          decision: { before: 'approved', after: 'rejected' },
          causes: ['definition'],
          checks: [{ check: 'age', before: 'passed', after: 'failed', cause: 'definition' }],
        },
      },
    ],
  });
});

it('the attempt before stays readable, as it was decided', async () => {
  expect((await ask('GET', `/sessions/${id}/result?attempt=1`)).body).toMatchObject({
    attempt: 1,
    status: 'approved',
    check_results: { age: { status: 'passed' } },
  });
});

it('no engine read the documents a second time', () => {
  expect(readings.count).toBe(1);
});

it('the same version on the same documents differs in nothing', async () => {
  await reprocess();
  const { body } = await ask('GET', `/sessions/${id}/attempts`);
  expect(body['data']).toMatchObject([
    {},
    {},
    { attempt: 3, decision: 'rejected', difference: { from_attempt: 2, causes: [], checks: [] } },
  ]);
});

it('another version of the reader reads anew', async () => {
  readings.engineVersion = '2';
  await reprocess();
  expect(readings.count).toBe(2);
});
