import { allRoutes } from '../../services/api/routes';
import type { Route } from '../../services/api/http/route';
import type { Environment } from '../../shared/domain/environment';
import { text, type Answer } from '../processes/api-caller';
import { rowsOfEnvironment } from '../stack/rows-of-environment';
import { setSettings } from '../stack/set-settings';
import { bodyFor } from './route-bodies';
import { startApi, type RunningApi } from './running-api';

/**
 * Every route that changes anything, asked by a sandbox key for its own things, for live's, and for its own
 * with live's named in the body: no row that live sessions use is another one afterwards. A new route, and a
 * new table, is in the walk by itself.
 */
let api: RunningApi;
type Ids = Readonly<Record<string, string>>;
const ids: Partial<Record<Environment, Ids>> = {};

const keyOf = (environment: Environment): string =>
  environment === 'live' ? api.liveKey : api.sandboxKey;

beforeAll(async () => {
  api = await startApi({ worker: true });
  await setSettings(api.db, { dual_review: true, webhook_pii_fields: [] });
  for (const environment of ['live', 'sandbox'] as const) {
    ids[environment] = await furnish(environment);
  }
  // One of each environment is under review, with a case.
  const { sandbox = {} } = ids;
  const simulated = await api.ask(
    'POST',
    `/api/v1/sessions/${sandbox['reviewed'] ?? ''}/simulate`,
    {
      key: api.sandboxKey,
      json: { action: 'require-review' },
    },
  );
  expect(simulated.status).toBe(200);
});
afterAll(() => api.stop());

async function furnish(environment: Environment): Promise<Ids> {
  const key = keyOf(environment);
  const post = async (path: string, json: unknown): Promise<string> =>
    text((await api.ask('POST', `/api/v1/${path}`, { key, json })).body, 'id');
  return {
    sessions: await api.create({ external_ref: 'owned' }, key),
    reviewed: await api.create({}, key),
    results: await api.create({}, key),
    identities: await post('identities', { external_ref: 'owned' }),
    workflows: api.documentAndSelfieOf(key),
    endpoints: await post('webhooks/endpoints', { url: 'https://receiver.example/hook' }),
    'api-keys': await post('api-keys', { label: 'owned' }),
    lists: await post('lists', { name: 'owned', action: 'flag' }),
    cases: 'case_01kb0000000000000000000000',
    deliveries: 'whd_01kb0000000000000000000000',
  };
}

const everySetting = {
  settings: {
    api_pii_fields: ['first_name'],
    webhook_pii_fields: ['first_name'],
    allowed_origins: ['https://evil.example'],
    image_url_expiry_seconds: 86_400,
    token_minutes: 5,
    time_zone: 'Asia/Tokyo',
    dual_review: false,
    sensitive_data_retention_days: 1,
    data_retention_days: 1,
    branding: { display_name: 'Other', brand_color: '#1a66d9', texts: { en: { 'end.text': 'x' } } },
  },
};

/** Bodies that name what is the other environment's. */
function crossing(route: Route, theirs: Ids): unknown {
  const body = bodyFor(route);
  switch (`${route.method} ${route.path}`) {
    case 'PATCH /api/v1/organization':
      return everySetting;
    case 'POST /api/v1/sessions':
      return { workflow_id: theirs['workflows'] };
    case 'POST /api/v1/workflows/:id/trigger':
      return { session_id: theirs['sessions'] };
    case 'POST /api/v1/workflows/:id/dry-run':
      return { session_id: theirs['sessions'] };
    case 'POST /api/v1/identities/:id/merge':
      return { source: theirs['identities'] };
    case 'POST /api/v1/sessions/bulk-redact':
      return { session_ids: [theirs['sessions']] };
    default:
      return body;
  }
}

function filled(path: string, of: Ids): string {
  return path
    .replace(/\/([a-z-]+)\/:id/, (_whole, kind: string) => `/${kind}/${of[kind] ?? 'unknown'}`)
    .replace(':itemId', 'lit_01kb0000000000000000000000')
    .replace(':doc_type', 'id_front')
    .replace(':check', 'age');
}

/** The table is needed before any server runs: routes are made, and never run. */
const changing = allRoutes(
  new Proxy({}, { get: () => undefined }) as Parameters<typeof allRoutes>[0],
).filter((route) => route.scopes !== null && route.method !== 'GET');

/** People belong to the organisation as a whole: only live keys may invite them (`test/api/users/people`). */
const ofBoth: ReadonlySet<string> = new Set(['live POST /api/v1/users']);

describe.each([
  ['sandbox', 'live'],
  ['live', 'sandbox'],
] as const)('a %s key', (own, other) => {
  const [ofOwn, ofOther] = [() => ids[own] ?? {}, () => ids[other] ?? {}];
  const ask = (route: Route, of: Ids, json: unknown): Promise<Answer> =>
    api.ask(route.method, filled(route.path, of), { key: keyOf(own), json });

  const walked = changing.filter(({ method, path }) => !ofBoth.has(`${own} ${method} ${path}`));
  it.each(walked.map((route) => [`${route.method} ${route.path}`, route] as const))(
    `changes nothing that is ${other}: %s`,
    async (_name, route) => {
      const before = await rowsOfEnvironment(api.db, other);
      await ask(route, ofOther(), bodyFor(route));
      await ask(route, ofOwn(), crossing(route, ofOther()));
      await ask(route, ofOwn(), bodyFor(route));
      expect(await rowsOfEnvironment(api.db, other)).toEqual(before);
    },
  );
});

it("a sandbox key cannot rename the organisation; a live key's name shows in both", async () => {
  const patch = (key: string) =>
    api.ask('PATCH', '/api/v1/organization', { key, json: { name: 'Renamed' } });
  const before = await rowsOfEnvironment(api.db, 'live');
  expect((await patch(api.sandboxKey)).body).toMatchObject({
    status_code: 403,
    error: 'live_only',
  });
  expect(await rowsOfEnvironment(api.db, 'live')).toEqual(before);
  expect((await patch(api.liveKey)).body).toMatchObject({ name: 'Renamed' });
  const shown = await api.ask('GET', '/api/v1/organization', { key: api.sandboxKey });
  expect(shown.body).toMatchObject({ name: 'Renamed' });
});

it('the other environment has no such workflow: 422 on create, whichever way', async () => {
  const create = (key: string, workflow_id: string) =>
    api.ask('POST', '/api/v1/sessions', { key, json: { workflow_id } });
  for (const answer of [
    await create(api.sandboxKey, api.documentAndSelfieId),
    await create(api.liveKey, api.documentAndSelfieOf(api.sandboxKey)),
  ]) {
    expect(answer.body).toMatchObject({
      status_code: 422,
      errors: [{ field: 'workflow_id', code: 'unknown_workflow' }],
    });
  }
});
