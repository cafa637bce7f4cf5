import { sql } from 'kysely';
import { text } from '../../processes/api-caller';
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
