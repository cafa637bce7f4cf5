import { sql } from 'kysely';
import { z } from 'zod';
import { text, type AnswerBody } from '../../processes/api-caller';
import { completedSession } from '../capturing-session';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ worker: true });
});
afterAll(() => api.stop());

const ask = (method: string, path: string, json?: unknown) =>
  api.ask(method, `/api/v1/${path}`, json === undefined ? {} : { json });

async function identityRow(id: string): Promise<string> {
  const { rows } = await sql<{ row: string }>`
    SELECT to_jsonb(t)::text AS row FROM identities t WHERE id = ${id}`.execute(api.db);
  return rows[0]?.row ?? '';
}

test('the redaction of its last session takes the identity with it', async () => {
  const first = await completedSession(api, { external_ref: 'planted-ref-1' });
  const second = await completedSession(api, { external_ref: 'planted-ref-1' });
  const id = text((await ask('GET', 'identities/planted-ref-1')).body, 'id');
  await ask('PATCH', `identities/${id}`, { metadata: { note: 'planted-note' } });

  await ask('DELETE', `sessions/${second}/data`);
  expect((await ask('GET', `identities/${id}`)).body).toMatchObject({
    newest_session_id: first,
    retention_status: 'active',
  });
  await ask('DELETE', `sessions/${first}/data`);
  const row = await identityRow(id);
  expect(row).toContain(id);
  expect(row).not.toContain('planted');
  expect((await ask('GET', `identities/${id}`)).body).toMatchObject({
    external_ref: null,
    metadata: {},
    retention_status: 'redacted',
  });
  expect((await ask('PATCH', `identities/${id}`, { metadata: {} })).body['error']).toBe(
    'identity_redacted',
  );
});

test('an erased person: all sessions, then the identity; a repeat says so', async () => {
  const sessions = [
    await completedSession(api, { external_ref: 'planted-ref-2' }),
    await completedSession(api, { external_ref: 'planted-ref-2' }),
  ];
  const id = text((await ask('GET', 'identities/planted-ref-2')).body, 'id');
  const erased = await ask('DELETE', `identities/${id}/data`);
  expect(erased.body).toMatchObject({ status: 'deleted', identity_id: id, documents_removed: 4 });
  for (const session of sessions) {
    expect((await ask('GET', `sessions/${session}`)).body['retention_status']).toBe('redacted');
  }
  expect(await identityRow(id)).not.toContain('planted');
  expect((await ask('DELETE', `identities/${id}/data`)).body['status']).toBe('already_redacted');
  expect((await ask('GET', 'identities/planted-ref-2')).status).toBe(404);
});

test('a legal hold on a session keeps the identity until it is lifted', async () => {
  const session = await completedSession(api, { external_ref: 'planted-ref-3' });
  const id = text((await ask('GET', 'identities/planted-ref-3')).body, 'id');
  await ask('PUT', `sessions/${session}/legal-hold`, { reason_code: 'court_order' });
  const held = await ask('DELETE', `identities/${id}/data`);
  expect(held.body).toMatchObject({ status: 'legal_hold', documents_removed: 0 });
  expect((await ask('GET', `identities/${id}`)).body['retention_status']).toBe('active');
  await ask('DELETE', `sessions/${session}/legal-hold`, { reason_code: 'lifted' });
  expect((await ask('GET', `identities/${id}`)).body['retention_status']).toBe('redacted');
});

test('takes every session of its references: pending, expired, under review, and of one merged into it', async () => {
  const ref = 'planted-ref-4';
  const id = text((await ask('POST', 'identities', { external_ref: ref })).body, 'id');
  const pending = await api.create({ external_ref: ref });
  const expired = await api.create({ external_ref: ref });
  await ask('POST', `sessions/${expired}/expire`);
  const decided = await completedSession(api, { external_ref: ref });
  const merged = text(
    (await ask('POST', 'identities', { external_ref: 'planted-old' })).body,
    'id',
  );
  const ofMerged = await api.create({ external_ref: 'planted-old' });
  const merge = await ask('POST', `identities/${id}/merge`, { source: merged });
  expect(merge.status).toBe(200);
  const all = [pending, expired, decided, ofMerged].sort();
  const stranger = await api.create({ external_ref: 'planted-stranger' });

  const exported = await ask('GET', `identities/${id}/export`);
  const ids = z.array(z.object({ session: z.object({ id: z.string() }) }));
  expect(ids.parse(exported.body['sessions']).map(({ session }) => session.id)).toEqual(
    [...all].reverse(),
  );

  // By the id that was merged away: it is the same person.
  const erased = await ask('DELETE', `identities/${merged}/data`);
  expect(erased.body).toMatchObject({ status: 'deleted', identity_id: id, not_erased: [] });
  const receipts = receiptsOf(erased.body);
  expect(receipts.map(({ session_id: session }) => session).sort()).toEqual(all);
  for (const session of all) {
    expect((await ask('GET', `sessions/${session}`)).body).toMatchObject({
      retention_status: 'redacted',
      external_ref: null,
    });
  }
  expect((await ask('GET', `sessions/${stranger}`)).body['retention_status']).toBe('active');
  expect((await ask('GET', `identities/${merged}`)).body['external_ref']).toBeNull();

  const again = await ask('DELETE', `identities/${id}/data`);
  expect(again.body['status']).toBe('already_redacted');
  expect(receiptsOf(again.body).map(({ erasure }) => erasure)).toEqual(
    receipts.map(({ erasure }) => erasure),
  );
  const record = await ask('GET', `sessions/${pending}/export`);
  expect(record.body['erasure']).toEqual(
    receipts.find(({ session_id: session }) => session === pending)?.erasure,
  );
});

test('one under review is erased with the person, and its late decision makes nobody again', async () => {
  const ref = 'planted-ref-5';
  const created = await api.ask('POST', '/api/v1/sessions', {
    key: api.sandboxKey,
    json: { external_ref: ref },
  });
  const session = text(created.body, 'id');
  const sandbox = (method: string, path: string, json?: unknown) =>
    api.ask(method, `/api/v1/${path}`, {
      key: api.sandboxKey,
      ...(json === undefined ? {} : { json }),
    });
  await sandbox('POST', 'identities', { external_ref: ref });
  await sandbox('POST', `sessions/${session}/simulate`, { action: 'require-review' });
  const caseId = text((await sandbox('GET', `sessions/${session}`)).body, 'case_id');
  expect((await sandbox('DELETE', `identities/${ref}/data`)).body['status']).toBe('deleted');
  expect((await sandbox('POST', `cases/${caseId}/approve`, {})).status).toBe(409);
  expect((await sandbox('GET', `identities/${ref}`)).status).toBe(404);
});

test('a hold is named; its lifting erases the session, and an identity made by the API with it', async () => {
  const ref = 'planted-ref-6';
  const id = text((await ask('POST', 'identities', { external_ref: ref })).body, 'id');
  const session = await api.create({ external_ref: ref });
  await ask('PUT', `sessions/${session}/legal-hold`, { reason_code: 'court_order' });
  const held = await ask('DELETE', `identities/${id}/data`);
  expect(held.body).toMatchObject({
    status: 'legal_hold',
    not_erased: [{ session_id: session, reason: 'legal_hold' }],
  });
  await ask('DELETE', `sessions/${session}/legal-hold`, { reason_code: 'lifted' });
  expect((await ask('GET', `identities/${id}`)).body).toMatchObject({
    retention_status: 'redacted',
    external_ref: null,
  });
});

test('the records of it: who asked, what a hold kept waiting, what was erased', async () => {
  const rows = await api.db
    .selectFrom('audit')
    .select(['action', 'actor_kind', 'detail'])
    .where('action', 'in', [
      'session.redacted',
      'session.erasure_remembered',
      'identity.erasure_asked',
    ])
    .execute();
  expect(rows.map(({ action, actor_kind: kind }) => `${action} ${kind}`)).toEqual(
    expect.arrayContaining([
      'session.redacted api_key',
      'session.erasure_remembered api_key',
      'identity.erasure_asked api_key',
    ]),
  );
});

test('receipts name a key that is published apart from them', async () => {
  const session = await api.create();
  const { body } = await ask('DELETE', `sessions/${session}/data`);
  const { key_id: id, public_key: key } = erasureSchema.parse(body['erasure']);
  const published = await api.ask('GET', '/.well-known/erasure-keys', { key: '' });
  expect(published.body['data']).toEqual([{ key_id: id, algorithm: 'ed25519', public_key: key }]);
  const again = await ask('DELETE', `sessions/${session}/data`);
  expect(again.body).toMatchObject({ status: 'already_redacted', erasure: body['erasure'] });
});

const erasureSchema = z.looseObject({ key_id: z.string(), public_key: z.string() });

function receiptsOf(body: AnswerBody) {
  return z
    .array(z.object({ session_id: z.string(), erasure: erasureSchema }))
    .parse(body['sessions']);
}
