import { text } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ worker: true });
});
afterAll(() => api.stop());

async function made(externalRef: string, tags: string[], metadata = {}): Promise<string> {
  const json = { external_ref: externalRef, tags, metadata };
  const created = await api.ask('POST', '/api/v1/identities', { key: api.sandboxKey, json });
  return text(created.body, 'id');
}

async function approved(externalRef: string): Promise<string> {
  const id = await api.create({ external_ref: externalRef }, api.sandboxKey);
  await api.ask('POST', `/api/v1/sessions/${id}/simulate`, {
    key: api.sandboxKey,
    json: { action: 'approve' },
  });
  return id;
}

const ask = (method: string, path: string, json?: unknown) =>
  api.ask(method, `/api/v1/identities/${path}`, {
    key: api.sandboxKey,
    ...(json === undefined ? {} : { json }),
  });

test('a preview says what a merge would do, and changes nothing; the merge does it', async () => {
  const target = await made('m-target', ['a'], { plan: 'gold', since: 1 });
  const source = await made('m-source', ['b'], { plan: 'free', note: 'x' });
  const session = await approved('m-source');
  const expected = {
    target_id: target,
    source_id: source,
    external_ref: 'm-target',
    also_found_by: 'm-source',
    session_ids: [session],
    tags: ['a', 'b'],
    metadata: { plan: 'gold', since: 1, note: 'x' },
  };
  const preview = await ask('POST', `${target}/merge`, { source, preview: true });
  expect(preview.body).toEqual({ preview: true, ...expected });
  expect((await ask('GET', source)).body).toMatchObject({ merged_into: null, tags: ['b'] });

  const merged = await ask('POST', `${target}/merge`, { source });
  expect(merged.body).toMatchObject({
    preview: false,
    ...expected,
    identity: { id: target, status: 'approved', newest_session_id: session },
  });
});

test('the old reference leads to the target, for reads and for sessions to come', async () => {
  const target = await made('n-target', []);
  const source = await made('n-source', []);
  const third = await made('n-third', []);
  await ask('POST', `${source}/merge`, { source: third });
  await ask('POST', `${target}/merge`, { source: 'n-source' });
  const session = await approved('n-third');
  expect((await ask('GET', 'n-third')).body).toMatchObject({
    id: target,
    newest_session_id: session,
  });
  expect((await ask('GET', source)).body['merged_into']).toBe(target);
  const refused = await ask('POST', `${source}/archive`);
  expect(refused.body).toMatchObject({ error: 'identity_merged', merged_into: target });
});

test('two merges of the same two, in both directions at once: one happens', async () => {
  const one = await made('o-one', []);
  const two = await made('o-two', []);
  const answers = await Promise.all([
    ask('POST', `${one}/merge`, { source: two }),
    ask('POST', `${two}/merge`, { source: one }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test.each([
  ['nobody', 'unknown_identity'],
  ['p-self', 'same_identity'],
])('422 for a source that is %s', async (source, code) => {
  if (source === 'p-self') await made('p-self', []);
  const path = source === 'p-self' ? 'p-self' : await made('p-target', []);
  const refused = await ask('POST', `${path}/merge`, { source });
  expect(refused.status).toBe(422);
  expect(refused.body['errors']).toMatchObject([{ field: 'source', code }]);
});

test('422 for a merge whose metadata would be larger than one identity may have', async () => {
  const target = await made('big-target', [], { one: 'x'.repeat(10_000) });
  const source = await made('big-source', [], { two: 'y'.repeat(10_000) });
  for (const preview of [true, false]) {
    const refused = await ask('POST', `${target}/merge`, { source, preview });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ errors: [{ field: 'source', code: 'too_big' }] });
  }
  expect((await ask('GET', source)).body).toMatchObject({ merged_into: null });
});

test('a reference in the form of an id of ours leads to its identity, unless one has that id', async () => {
  const nobodys = 'idn_01kb0000000000000000000000';
  const odd = await made(nobodys, []);
  expect((await ask('GET', nobodys)).body).toMatchObject({ id: odd });
  const named = await made('named', []);
  await made(named, []);
  expect((await ask('GET', named)).body).toMatchObject({ id: named, external_ref: 'named' });
});
