import type { Kysely } from 'kysely';
import { readKnownFields } from '../../../shared/applicant/known-fields';
import { readTypedData } from '../../../shared/applicant/typed-data';
import { sealJson } from '../../../shared/crypto/seal';
import { keyToSeal, sealContext } from '../../../shared/crypto/session-key';
import { twoOwnersMigration } from '../../../shared/database/migrations/0023-two-owners';
import type { SessionRow } from '../../../shared/database/schema';
import { documentAndSelfieWorkflow } from '../../../shared/domain/graph/default-workflow';
import { isId } from '../../../shared/domain/ids';
import { appendStep } from '../../../shared/timeline/append-step';
import { startApi, type RunningApi } from '../running-api';
import { call, text } from '../../processes/api-caller';
import { linkAt } from './capture-link';

const userInfo = ['email', 'first_name', 'constructor'];
let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  const requirements = {
    ...documentAndSelfieWorkflow.requirements,
    userInfo: userInfo.map((field) => ({ field, required: true })),
    proofOfAddress: true,
    liveness: true,
  };
  await api.db
    .updateTable('workflow_versions')
    .set({ definition: JSON.stringify({ ...documentAndSelfieWorkflow, requirements }) })
    .execute();
});
afterAll(() => api.stop());

/** Each once: a body that names one twice is refused. */
const keys = new Set([
  ...['user_info', 'proof_of_address', 'id_front', 'id_back', 'selfie', 'liveness', 'consent'],
  ...['document_type', 'fields', 'values', 'capture', 'typed', 'typed_sealed', 'required'],
  ...['constructor', 'prototype', 'toString', 'hasOwnProperty', ''],
  ...userInfo,
]);
const forged = { capture: 1, values: { email: 'no email', first_name: '', constructor: 'x' } };
const values = {
  text: 'x',
  number: 7,
  nothing: null,
  truth: true,
  list: ['x'],
  object: { first_name: 'A' },
  'forged user info': forged,
  'forged proof': { document_type: 'utility_bill', document_date: '2020-01-01' },
  'forged both': { user_info: forged, values: forged.values, capture: 1 },
};

/** As JSON text: an object literal would take `__proto__` for something else. */
async function createdWith(fields: string): Promise<{ readonly id: string; readonly url: string }> {
  const answer = await fetch(`${api.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'X-API-Key': api.liveKey, 'Content-Type': 'application/json' },
    body: `{"workflow_id":${JSON.stringify(api.documentAndSelfieId)},"fields":${fields}}`,
  });
  expect(answer.status).toBe(201);
  const created: unknown = await answer.json();
  const body = Object(created) as Record<string, unknown>;
  return { id: text(body, 'id'), url: text(body, 'capture_url') };
}

test.each(Object.entries(values))(
  'fields with %s, under any name, break no page and take no step',
  async (_kind, value) => {
    const members = [...keys].map((key) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
    const { id, url } = await createdWith(`{${members.join(',')}}`);
    const state = await linkAt(id, url).get('state');
    expect(state.status).toBe(200);
    const required = userInfo.map((field) => ({ piece: `user_info.${field}`, done: false }));
    expect(state.body['required']).toEqual([
      ...undone('document_type', 'id_front', 'selfie', 'liveness'),
      ...required,
      ...undone('proof_of_address'),
    ]);
  },
);

function undone(...pieces: readonly string[]) {
  return pieces.map((piece) => ({ piece, done: false }));
}

test('a name that no object can give back as it was sent is refused: 422', async () => {
  const answer = await fetch(`${api.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'X-API-Key': api.liveKey, 'Content-Type': 'application/json' },
    body: '{"fields":{"__proto__":{"user_info":"x"}}}',
  });
  expect(answer.status).toBe(422);
});

test('the export names both owners’ words, each under its own', async () => {
  const { id } = await createdWith(
    '{"user_info":{"first_name":"Known"},"email":"known@example.org"}',
  );
  const row = await rowOf(id);
  const key = keyToSeal(api.keyring, row);
  const typed = { user_info: { values: { email: 'typed@example.org' }, captures: { email: 1 } } };
  await api.db
    .updateTable('sessions')
    .set({ typed_sealed: sealJson(key, sealContext.typed(row.id), typed) })
    .where('id', '=', row.id)
    .execute();
  const { body } = await call('GET', `${api.url}/api/v1/sessions/${id}/export`, {
    key: api.liveKey,
  });
  expect(body).toMatchObject({
    fields: { user_info: { first_name: 'Known' }, email: 'known@example.org' },
    user_info: { email: 'typed@example.org' },
    proof_of_address: null,
  });
});

describe('rows from before the two columns', () => {
  const mixed = {
    first_name: 'Known',
    user_info: { capture: 1, values: { email: 'old@example.org' } },
    proof_of_address: { document_type: 'utility_bill', document_date: '2020-01-01' },
  };

  /** As 0.1.0 left it, with the steps that the person took; then migrated. */
  async function migrated(steps: readonly ('user_info' | 'proof')[]): Promise<SessionRow> {
    const { id } = await createdWith('{}');
    const row = await rowOf(id);
    const sealed = sealJson(keyToSeal(api.keyring, row), sealContext.fields(row.id), mixed);
    await api.db
      .updateTable('sessions')
      .set({ fields_sealed: sealed })
      .where('id', '=', row.id)
      .execute();
    const actor = { kind: 'person', id: null } as const;
    for (const step of steps) {
      await api.db.transaction().execute((trx) =>
        appendStep(trx, row, {
          ...(step === 'user_info'
            ? { event: 'user_info', detail: { fields: 'email' } }
            : { event: 'document_uploaded', detail: { document_type: 'proof_of_address' } }),
          actor,
          at: new Date(),
        }),
      );
    }
    await api.db.schema
      .alterTable('sessions')
      .dropColumn('typed_sealed')
      .dropColumn('typed_in_fields')
      .execute();
    await twoOwnersMigration.up(api.db as Kysely<unknown>);
    return rowOf(id);
  }

  test('what the person’s steps wrote is theirs, without a key being needed', async () => {
    const row = await migrated(['user_info', 'proof']);
    expect(readKnownFields(api.keyring, row)).toEqual({ first_name: 'Known' });
    expect(readTypedData(api.keyring, row)).toEqual({
      user_info: { values: mixed.user_info.values, captures: { email: 1 } },
      proof_of_address: mixed.proof_of_address,
    });
  });

  test('what stands under their names and was written by no step is the integrator’s', async () => {
    const row = await migrated([]);
    expect(readKnownFields(api.keyring, row)).toEqual(mixed);
    expect(readTypedData(api.keyring, row)).toEqual({});
    const half = await migrated(['user_info']);
    expect(Object.keys(readTypedData(api.keyring, half))).toEqual(['user_info']);
  });
});

async function rowOf(id: string): Promise<SessionRow> {
  if (!isId('session', id)) throw new Error('no session');
  return api.db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}
