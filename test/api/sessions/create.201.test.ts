import { createHash } from 'node:crypto';
import { z } from 'zod';
import { connectTemporalClient } from '../../../shared/temporal/connect-client';
import { text } from '../../processes/api-caller';
import { stackAddresses } from '../../stack/addresses';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const minuteMs = 60_000;

it('201: the published session object, with link, QR code and expiry', async () => {
  const { status, body } = await api.ask('POST', '/api/v1/sessions', {
    json: {
      external_ref: 'customer-1',
      country: 'de',
      metadata: { plan: 'gold' },
      tags: ['vip', 'vip'],
      redirect_url: 'https://example.com/done',
      nobody_knows: 'this field',
    },
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    status: 'pending',
    is_sandbox: false,
    environment: 'live',
    external_ref: 'customer-1',
    country: 'DE',
    workflow_version: 1,
    checks: null,
    document_type: null,
    metadata: { plan: 'gold' },
    tags: ['vip'],
    redirect_url: 'https://example.com/done',
    consent_at: null,
    processing_attempts: 0,
    retention_status: 'active',
    legal_hold: false,
    case_id: null,
    completed_at: null,
  });
  expect(body).not.toHaveProperty('nobody_knows');
  expect(text(body, 'id')).toMatch(/^ses_/);
  expect(text(body, 'capture_url')).toMatch(/\/verify\/[A-Za-z0-9_-]{43}$/);
  expect(text(body, 'qr_code_data_url')).toMatch(/^data:image\/png;base64,/);
  const lifeMs = Date.parse(text(body, 'expires_at')) - Date.parse(text(body, 'created_at'));
  expect(lifeMs).toBe(20 * minuteMs);
});

it('the link is the same when read again, and only for a key that may write', async () => {
  const created = await api.ask('POST', '/api/v1/sessions', { json: {} });
  const path = `/api/v1/sessions/${text(created.body, 'id')}`;
  expect((await api.ask('GET', path)).body['capture_url']).toBe(created.body['capture_url']);
  await api.db
    .updateTable('api_keys')
    .set({ scopes: ['sessions:read'] })
    .where('environment', '=', 'live')
    .execute();
  const readOnly = await api.ask('GET', path);
  await api.db
    .updateTable('api_keys')
    .set({ scopes: ['sessions:read', 'sessions:create', 'sessions:write'] })
    .where('environment', '=', 'live')
    .execute();
  expect(readOnly.status).toBe(200);
  expect(readOnly.body).not.toHaveProperty('capture_url');
});

it('row, hashed token, event and timeline are there, and the token only as hash and sealed', async () => {
  const created = await api.ask('POST', '/api/v1/sessions', { json: {} });
  const id = text(created.body, 'id');
  const token = text(created.body, 'capture_url').split('/').at(-1) ?? '';
  const row = await api.db
    .selectFrom('capture_tokens')
    .selectAll()
    .where('token_hash', '=', createHash('sha256').update(token).digest())
    .executeTakeFirstOrThrow();
  expect(row.session_id).toBe(id);
  expect(row.token_sealed?.includes(token)).toBe(false);
  const events = await api.db
    .selectFrom('events')
    .select(['type', 'sequence'])
    .where('session_id', '=', row.session_id)
    .execute();
  expect(events).toEqual([{ type: 'session.created', sequence: 1 }]);
  const timeline = await api.ask('GET', `/api/v1/sessions/${id}/events`);
  expect(timeline.body['data']).toMatchObject([{ event: 'create', to_status: 'pending' }]);
});

it('starts the workflow under the id of the session', async () => {
  const id = await api.create();
  const temporal = connectTemporalClient({
    address: stackAddresses().VERIFA_TEST_TEMPORAL_ADDRESS,
    namespace: api.namespace,
    environment: {},
  });
  const described = await temporal.client.workflow.getHandle(id).describe();
  await temporal.close();
  expect(described.status.name).toBe('RUNNING');
});

it('201 even when Temporal is away: the start is owed', async () => {
  const cut = await startApi({
    deps: {
      sessions: {
        invite: () => Promise.resolve(),
        begin: () => Promise.reject(new Error('nobody there')),
        start: () => Promise.reject(new Error('nobody there')),
        send: () => Promise.reject(new Error('nobody there')),
      },
    },
  });
  const created = await cut.ask('POST', '/api/v1/sessions', { json: {} });
  const read = await cut.ask('GET', `/api/v1/sessions/${text(created.body, 'id')}`);
  const log = cut.log();
  await cut.stop();
  expect(created.status).toBe(201);
  expect(read.status).toBe(200);
  expect(log).toContain('workflow start is owed');
});

it.each([
  ['reference_id', 'external_ref', 'r-1'],
  ['reference-id', 'external_ref', 'r-2'],
  ['external_id', 'external_ref', 'r-3'],
  ['user_id', 'external_ref', 'r-4'],
  ['redirect_uri', 'redirect_url', 'http://localhost:3000/x'],
  ['return_url', 'redirect_url', 'https://example.com/x'],
  ['callback_url', 'redirect_url', 'https://example.com/y'],
  ['country_code', 'country', 'FR'],
])('takes %s for %s', async (alias, field, value) => {
  const { status, body } = await api.ask('POST', '/api/v1/sessions', { json: { [alias]: value } });
  expect(status).toBe(201);
  expect(body[field]).toBe(value);
});

it('template_id names a workflow; its checks may be chosen from', async () => {
  const first = await api.ask('POST', '/api/v1/sessions', { json: {} });
  const { status, body } = await api.ask('POST', '/api/v1/sessions', {
    json: { template_id: first.body['workflow_id'], checks: ['document_ocr', 'age'] },
  });
  expect(status).toBe(201);
  expect(body['checks']).toEqual(['document_ocr', 'age']);
});

it('checks: what always runs may be named, and a name said twice counts once', async () => {
  const checks = ['document_ocr', 'watchlist_screening', 'document_ocr', 'risk_assessment'];
  const { status, body } = await api.ask('POST', '/api/v1/sessions', { json: { checks } });
  expect(status).toBe(201);
  expect(body['checks']).toEqual(['document_ocr', 'watchlist_screening', 'risk_assessment']);
});

it.each([
  ['what create says', { expires_in_minutes: 5 }, 5],
  ['7 days with an e-mail', { send_email: true, applicant_email: 'a@example.com' }, 7 * 24 * 60],
])('the link lives %s', async (_name, json, minutes) => {
  const { body } = await api.ask('POST', '/api/v1/sessions', { json });
  const lifeMs = Date.parse(text(body, 'expires_at')) - Date.parse(text(body, 'created_at'));
  expect(lifeMs).toBe(minutes * minuteMs);
});

it('applicant data lies sealed: no column holds it in the clear', async () => {
  const id = await api.create({
    fields: { first_name: 'Plantedfirst' },
    applicant_name: 'Plantedname',
  });
  const rows = await api.db.selectFrom('sessions').selectAll().execute();
  const row = z
    .object({ fields_sealed: z.instanceof(Buffer) })
    .parse(rows.find((candidate) => candidate.id === id));
  expect(row.fields_sealed.toString('latin1')).not.toContain('Plantedfirst');
  expect(JSON.stringify(rows)).not.toContain('Plantedname');
});

it('201: Kosovo by its user-assigned code', async () => {
  const answer = await api.ask('POST', '/api/v1/sessions', { json: { country: 'XK' } });
  expect(answer).toMatchObject({ status: 201, body: { country: 'XK' } });
});
