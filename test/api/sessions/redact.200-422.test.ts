import { z } from 'zod';
import type { Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ worker: true });
});
afterAll(() => api.stop());

function ask(method: string, path: string, json?: unknown): Promise<Answer> {
  return api.ask(method, `/api/v1/sessions/${path}`, json === undefined ? {} : { json });
}

it('200 deleted: an active session expires first, and everything personal is gone', async () => {
  const id = await api.create({
    external_ref: 'planted-ref',
    metadata: { note: 'planted-note' },
    tags: ['planted-tag'],
    fields: { first_name: 'planted-name' },
  });
  const answer = await ask('DELETE', `${id}/data`);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ status: 'deleted', session_id: id, documents_removed: 0 });
  expect(answer.body['erasure']).not.toBeNull();
  const session = await ask('GET', id);
  expect(session.body).toMatchObject({
    status: 'expired',
    retention_status: 'redacted',
    external_ref: null,
    metadata: {},
    tags: [],
  });
  const exported = await ask('GET', `${id}/export`);
  expect(exported.status).toBe(200);
  expect(JSON.stringify([session.body, exported.body])).not.toContain('planted');
});

it('200 already_redacted for a repeat; every other write is 409 session_redacted', async () => {
  const id = await api.create();
  await ask('DELETE', `${id}/data`);
  const again = await ask('DELETE', `${id}/data`);
  expect(again.status).toBe(200);
  expect(again.body['status']).toBe('already_redacted');
  const writes: [string, string, unknown][] = [
    ['PATCH', id, { metadata: { a: 1 } }],
    ['POST', `${id}/tags/add`, { tag: 'x' }],
    ['PUT', `${id}/tags`, { tags: [] }],
    ['POST', `${id}/generate-one-time-link`, {}],
    ['POST', `${id}/resume`, undefined],
    ['POST', `${id}/expire`, undefined],
    ['POST', `${id}/submit`, undefined],
    ['POST', `${id}/reprocess`, undefined],
    ['PUT', `${id}/legal-hold`, { reason_code: 'case_7' }],
  ];
  for (const [method, path, json] of writes) {
    const answer = await ask(method, path, json);
    expect([method, path, answer.body]).toEqual([
      method,
      path,
      expect.objectContaining({ status_code: 409, error: 'session_redacted', status: 'expired' }),
    ]);
  }
});

it('409 legal_hold, remembered: lifting the hold erases', async () => {
  const id = await api.create({ external_ref: 'held' });
  const held = await ask('PUT', `${id}/legal-hold`, { reason_code: 'lawsuit_12' });
  expect(held.body).toMatchObject({ id, legal_hold: true });
  const refused = await ask('DELETE', `${id}/data`);
  expect(refused.body).toMatchObject({ status_code: 409, error: 'legal_hold', status: 'pending' });
  expect((await ask('GET', id)).body).toMatchObject({ external_ref: 'held' });
  const lifted = await ask('DELETE', `${id}/legal-hold`, { reason_code: 'settled' });
  expect(lifted.body).toMatchObject({ legal_hold: false, retention_status: 'redacted' });
  const audited = await api.db
    .selectFrom('audit')
    .select(['action', 'detail'])
    .where('resource_id', '=', id)
    .orderBy('at')
    .execute();
  expect(audited).toEqual([
    { action: 'session.created', detail: {} },
    { action: 'session.hold_placed', detail: { status: 'pending', reason_code: 'lawsuit_12' } },
    { action: 'session.erasure_remembered', detail: { status: 'pending' } },
    {
      action: 'session.hold_lifted',
      detail: { status: 'expired', reason_code: 'settled', erased: true },
    },
  ]);
});

it('a hold is audited in its own move: once for a reason, however often it is placed', async () => {
  const id = await api.create();
  for (const reason_code of ['lawsuit_12', 'lawsuit_12', 'tax']) {
    await ask('PUT', `${id}/legal-hold`, { reason_code });
  }
  for (let time = 0; time < 2; time += 1) await ask('DELETE', `${id}/legal-hold`, {});
  const audited = await api.db
    .selectFrom('audit')
    .select(['action', 'detail', 'client_address'])
    .where('resource_id', '=', id)
    .orderBy('at')
    .execute();
  const client_address = '127.0.0.1';
  expect(audited).toMatchObject([
    { action: 'session.created', client_address },
    { action: 'session.hold_placed', detail: { reason_code: 'lawsuit_12' }, client_address },
    { action: 'session.hold_placed', detail: { reason_code: 'tax' }, client_address },
    { action: 'session.hold_lifted', detail: { reason_code: null }, client_address },
  ]);
  const left = await api.db.selectFrom('enclosures').selectAll().execute();
  expect(left).toEqual([]);
});

it('lifting a hold that nobody waits for erases nothing', async () => {
  const id = await api.create({ external_ref: 'kept' });
  await ask('PUT', `${id}/legal-hold`, { reason_code: 'audit' });
  await ask('DELETE', `${id}/legal-hold`, {});
  expect((await ask('GET', id)).body).toMatchObject({
    external_ref: 'kept',
    legal_hold: false,
    status: 'pending',
  });
});

it('a sentence is no reason_code: 422', async () => {
  const id = await api.create();
  const answer = await ask('PUT', `${id}/legal-hold`, { reason_code: 'Mr Smith sues us' });
  expect(answer.status).toBe(422);
});

describe('bulk-redact', () => {
  const bulk = z.object({
    data: z.array(z.object({ status: z.string(), session_id: z.string() })),
  });

  it('answers each id in its order: deleted, already_redacted, legal_hold, not_found', async () => {
    const [fresh, gone, held] = [await api.create(), await api.create(), await api.create()];
    const sandbox = await api.create({}, api.sandboxKey);
    await ask('DELETE', `${gone}/data`);
    await ask('PUT', `${held}/legal-hold`, { reason_code: 'audit' });
    const answer = await ask('POST', 'bulk-redact', {
      session_ids: [fresh, gone, held, sandbox, 'ses_unknown'],
    });
    expect(answer.status).toBe(200);
    expect(bulk.parse(answer.body).data.map((item) => [item.session_id, item.status])).toEqual([
      [fresh, 'deleted'],
      [gone, 'already_redacted'],
      [held, 'legal_hold'],
      [sandbox, 'not_found'],
      ['ses_unknown', 'not_found'],
    ]);
  });

  it('at most 100 ids: 422', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => `ses_${String(index)}`);
    const answer = await ask('POST', 'bulk-redact', { session_ids: ids });
    expect(answer.status).toBe(422);
  });
});

it('export is audited before the data leaves', async () => {
  const id = await api.create({ fields: { first_name: 'ERIKA' } });
  const exported = await ask('GET', `${id}/export`);
  expect(exported.body).toMatchObject({ fields: { first_name: 'ERIKA' }, result: null });
  const audited = await api.db
    .selectFrom('audit')
    .select('action')
    .where('resource_id', '=', id)
    .execute();
  expect(audited).toContainEqual({ action: 'session.exported' });
});
