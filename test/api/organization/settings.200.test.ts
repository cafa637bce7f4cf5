import type { Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const ask = (method: string, json?: unknown): Promise<Answer> =>
  api.ask(method, '/api/v1/organization', json === undefined ? {} : { json });

it('200: every setting as it counts, defaults filled in', async () => {
  expect((await ask('GET')).body).toMatchObject({
    name: 'First organisation',
    plan: 'unlimited',
    settings: {
      webhook_pii_fields: [],
      image_url_expiry_seconds: 300,
      token_minutes: 20,
      time_zone: 'UTC',
      sensitive_data_retention_days: 90,
      data_retention_days: 365,
      dual_review: false,
      hide_first_opinion: true,
      escalate_disagreement: true,
      screening_without_lists: 'review',
      reject_reasons: [],
      signal_actions: {},
      handoff: 'offer',
      show_result: false,
      allow_extend: true,
      branding: {
        display_name: null,
        logo_url: null,
        brand_color: null,
        radius: null,
        support_url: null,
        privacy_url: null,
        texts: {},
      },
    },
  });
});

it('200: what is sent is changed, null puts the default back, the rest stays; it is audited', async () => {
  const changed = await ask('PATCH', {
    settings: {
      time_zone: 'Europe/Amsterdam',
      token_minutes: 60,
      signal_actions: { tor_exit: 'block' },
    },
  });
  expect(changed.body).toMatchObject({
    settings: { time_zone: 'Europe/Amsterdam', token_minutes: 60, dual_review: false },
  });
  const back = await ask('PATCH', { name: 'Ours', settings: { token_minutes: null } });
  expect(back.body).toMatchObject({
    name: 'Ours',
    settings: { time_zone: 'Europe/Amsterdam', token_minutes: 20 },
  });
  const audit = await api.db
    .selectFrom('audit')
    .select('detail')
    .where('action', '=', 'organization.updated')
    .execute();
  expect(audit.map(({ detail }) => detail)).toEqual([
    { changed: ['token_minutes', 'time_zone', 'signal_actions'] },
    { changed: ['token_minutes'] },
  ]);
});

it('screening_without_lists: a live key changes it and the log says to what; a sandbox key is 403', async () => {
  const settings = { screening_without_lists: 'pass' };
  const key = api.sandboxKey;
  const refused = await api.ask('PATCH', '/api/v1/organization', { json: { settings }, key });
  expect(refused.body).toMatchObject({ status_code: 403, error: 'live_only' });
  expect((await ask('GET')).body).toMatchObject({
    settings: { screening_without_lists: 'review' },
  });
  expect((await ask('PATCH', { settings })).body).toMatchObject({ settings });
  const audit = await api.db.selectFrom('audit').select('detail').orderBy('at', 'desc').execute();
  expect(audit[0]?.detail).toEqual({
    changed: ['screening_without_lists'],
    screening_without_lists: 'pass',
  });
});

it.each([
  ['settings.screening_without_lists', { screening_without_lists: 'approve' }],
  ['settings.handoff', { handoff: 'always' }],
  ['settings.time_zone', { time_zone: 'Mars/Olympus' }],
  ['settings.token_minutes', { token_minutes: 1 }],
  ['settings.image_url_expiry_seconds', { image_url_expiry_seconds: 10 }],
  ['settings.api_pii_fields.0', { api_pii_fields: ['shoe_size'] }],
  ['settings.allowed_origins.0', { allowed_origins: ['https://a.example/path'] }],
  ['settings.allowed_origins.1', { allowed_origins: ['https://a.example', 'https://*'] }],
  ['settings.allowed_origins.0', { allowed_origins: ['https://a;sandbox'] }],
  ['settings.signal_actions.nonsense', { signal_actions: { nonsense: 'block' } }],
  ['settings.reject_reasons.1', { reject_reasons: ['fine', 'Not Fine'] }],
  ['settings.data_retention_days', { data_retention_days: 0 }],
  ['settings.sensitive_data_retention_days', { sensitive_data_retention_days: 366 }],
])('422 names %s, and nothing is changed', async (field, settings) => {
  const before = await ask('GET');
  expect((await ask('PATCH', { settings: { dual_review: true, ...settings } })).body).toMatchObject(
    {
      status_code: 422,
      errors: [{ field }],
    },
  );
  expect((await ask('GET')).body).toEqual(before.body);
});

it('takes a setting at the top, as the hosted service has it; ignores and names an unknown one', async () => {
  const changed = await ask('PATCH', {
    imageUrlExpirySeconds: 999,
    settings: { token_minutes: 30, unknown: 1 },
  });
  expect(changed.body).toMatchObject({
    settings: { image_url_expiry_seconds: 999, token_minutes: 30 },
  });
  expect(changed.headers.get('verifa-ignored-fields')).toBe('settings.unknown');
  const refused = await ask('PATCH', { image_url_expiry_seconds: 1 });
  expect(refused.body).toMatchObject({
    status_code: 422,
    errors: [{ field: 'image_url_expiry_seconds', message: 'has to be at least 30' }],
  });
});
