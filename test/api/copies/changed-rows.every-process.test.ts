import { sql } from 'kysely';
import { planLimits } from '../../../shared/domain/limits/plan';
import { call, text, type Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
let other: string;
beforeAll(async () => {
  api = await startApi();
  other = await api.another();
});
afterAll(() => api.stop());

const processes = (): readonly string[] => [api.url, other];
const askBoth = (key: string, method = 'GET', path = '/api/v1/sessions', json?: unknown) =>
  Promise.all(
    processes().map((url) =>
      call(method, `${url}${path}`, { key, ...(json === undefined ? {} : { json }) }),
    ),
  );
const statuses = (answers: readonly Answer[]): readonly number[] =>
  answers.map(({ status }) => status);

async function newKey(): Promise<{ readonly id: string; readonly key: string }> {
  const { body } = await api.ask('POST', '/api/v1/api-keys', {
    json: { label: 'known to all', scopes: ['sessions:read', 'sessions:create'] },
  });
  const made = { id: text(body, 'id'), key: text(body, 'key') };
  // Twice, so that each process holds a copy.
  for (let time = 0; time < 2; time += 1) {
    expect(statuses(await askBoth(made.key))).toEqual([200, 200]);
  }
  return made;
}

type Change = (id: string) => Promise<unknown>;
const patch =
  (json: unknown): Change =>
  (id) =>
    api.ask('PATCH', `/api/v1/api-keys/${id}`, { json });
const rowOf = (id: string) => api.db.updateTable('api_keys').where(sql<string>`id`, '=', id);

const changes: readonly [string, number, string, Change][] = [
  ['is ended', 401, 'unauthorized', (id) => api.ask('POST', `/api/v1/api-keys/${id}/expire`)],
  ['is given other scopes', 403, 'missing_scope', patch({ scopes: ['sessions:create'] })],
  ['is bound to addresses', 403, 'ip_not_allowed', patch({ ip_allow_list: ['192.0.2.7'] })],
  [
    'ran out by a row that somebody changed by hand',
    401,
    'key_expired',
    (id) =>
      rowOf(id)
        .set({ expires_at: new Date(0) })
        .execute(),
  ],
  [
    'is deleted',
    401,
    'unauthorized',
    (id) =>
      api.db
        .deleteFrom('api_keys')
        .where(sql<string>`id`, '=', id)
        .execute(),
  ],
];

it.each(changes)(
  'a key that %s is another one to every process, from its next request on',
  async (_what, status, error, change) => {
    const { id, key } = await newKey();
    await change(id);
    const answers = await askBoth(key);
    expect(statuses(answers)).toEqual([status, status]);
    expect(answers.map(({ body }) => body['error'])).toEqual([error, error]);
  },
);

it("a key's environment is changed for every process at once", async () => {
  const { id, key } = await newKey();
  await rowOf(id).set({ environment: 'sandbox' }).execute();
  const made = await askBoth(key, 'POST', '/api/v1/sessions', {});
  expect(made.map(({ body }) => body['environment'])).toEqual(['sandbox', 'sandbox']);
});

it("an organisation's plan counts from the next request on", async () => {
  const { key } = await newKey();
  const limit = async () =>
    (await askBoth(key)).map(({ headers }) => headers.get('x-ratelimit-limit'));
  expect(await limit()).toEqual(['unlimited', 'unlimited']);
  await api.db.updateTable('organizations').set({ plan: 'professional' }).execute();
  const { requests } = planLimits.professional;
  expect(await limit()).toEqual([String(requests), String(requests)]);
  await api.db.updateTable('organizations').set({ plan: 'unlimited' }).execute();
  expect(await limit()).toEqual(['unlimited', 'unlimited']);
});

it("an environment's settings are those of now in every process", async () => {
  const minutes = async () => {
    const made = await askBoth(api.liveKey, 'POST', '/api/v1/sessions', {});
    return made.map(({ body }) =>
      Math.round(
        (Date.parse(text(body, 'expires_at')) - Date.parse(text(body, 'created_at'))) / 60_000,
      ),
    );
  };
  const [default_] = await minutes();
  expect(await minutes()).toEqual([default_, default_]);
  for (const token_minutes of [45, 90]) {
    await api.ask('PATCH', '/api/v1/organization', { json: { settings: { token_minutes } } });
    expect(await minutes()).toEqual([token_minutes, token_minutes]);
  }
});

it("a workflow's new version, and its end, are known to every process", async () => {
  const definition = (policy: string) => ({ steps: [{ policy }] });
  const made = await api.ask('POST', '/api/v1/workflows', {
    json: { name: 'known to all', definition: definition('document_ocr') },
  });
  const workflow_id = text(made.body, 'id');
  const versions = async () =>
    (await askBoth(api.liveKey, 'POST', '/api/v1/sessions', { workflow_id })).map(
      ({ body }) => body['workflow_version'],
    );
  expect(await versions()).toEqual([1, 1]);
  expect(await versions()).toEqual([1, 1]);
  const path = `/api/v1/workflows/${workflow_id}`;
  await api.ask('PATCH', path, { json: { definition: definition('document_quality') } });
  expect(await versions()).toEqual([2, 2]);
  await api.ask('POST', `${path}/deactivate`);
  const refused = await askBoth(api.liveKey, 'POST', '/api/v1/sessions', { workflow_id });
  expect(statuses(refused)).toEqual([422, 422]);
});

it('that a key was used is written once a minute, also while its copy lives', async () => {
  const { id, key } = await newKey();
  const usedAt = async () =>
    (
      await api.db
        .selectFrom('api_keys')
        .select('last_used_at')
        .where(sql<string>`id`, '=', id)
        .executeTakeFirstOrThrow()
    ).last_used_at;
  const before = await usedAt();
  expect(before).not.toBeNull();
  await askBoth(key);
  expect(await usedAt()).toEqual(before);
});
