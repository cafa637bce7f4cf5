import { sql } from 'kysely';
import { purgeAudit } from '../../../services/admin/purging/purge-audit';
import { sealAudit } from '../../../activities/session/seal-audit';
import { text } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const sealedAt = new Date('2026-03-01T10:00:00.000Z');
const head_at = sealedAt.toISOString();

async function verify(): Promise<unknown> {
  const { status, body } = await api.ask('GET', '/api/v1/events/verify');
  expect(status).toBe(200);
  return body;
}

async function identity(ref: string): Promise<string> {
  const made = await api.ask('POST', '/api/v1/identities', { json: { external_ref: ref } });
  expect(made.status).toBe(201);
  return text(made.body, 'id');
}

async function seal(): Promise<void> {
  const { db, keyring } = api;
  const nothing = (): void => undefined;
  await sealAudit({ db, keyring, clock: () => sealedAt, heartbeat: nothing, alert: nothing });
}

it('holds over an erasure, which takes from where the erased was written', async () => {
  const id = await identity('erased');
  await seal();
  const whence = () =>
    api.db
      .selectFrom('audit')
      .select(['client_address', 'user_agent', 'personal_salt'])
      .where('resource_id', '=', id)
      .where('action', '=', 'identity.created')
      .executeTakeFirstOrThrow();
  expect((await whence()).client_address).toContain('127.0.0.1');
  expect((await api.ask('DELETE', `/api/v1/identities/${id}/data`)).status).toBe(200);
  expect(await whence()).toEqual({ client_address: null, user_agent: null, personal_salt: null });
  await seal();
  expect(await verify()).toMatchObject({ verified_up_to: 2, unsealed: 0 });
  expect(await verify()).not.toHaveProperty('broken_at');
});

it('tells what waits, what holds since when, and where it breaks', async () => {
  await identity('one');
  await identity('two');
  expect(await verify()).toEqual({ verified_up_to: 2, sealed: 2, unsealed: 2, head_at });

  await seal();
  const holds = { sealed: 4, unsealed: 0, head_at };
  expect(await verify()).toEqual({ verified_up_to: 4, ...holds });

  const { db } = api;
  await sql`ALTER TABLE audit DISABLE TRIGGER audit_append_only`.execute(db);
  await sql`UPDATE audit SET actor_id = 'key_other' WHERE seal_position = 4`.execute(db);
  expect(await verify()).toEqual({
    verified_up_to: 3,
    ...holds,
    broken_at: { position: 4, reason: 'altered' },
  });
});

it('says from which checkpoint on it verified, where the beginning was purged', async () => {
  const { db, keyring } = api;
  await sql`UPDATE audit SET actor_id = restored.actor_id
    FROM (SELECT actor_id FROM audit WHERE seal_position = 3) AS restored
    WHERE seal_position = 4`.execute(db);
  await sql`ALTER TABLE audit ENABLE TRIGGER audit_append_only`.execute(db);
  const { id: organizationId } = await db
    .selectFrom('organizations')
    .select('id')
    .executeTakeFirstOrThrow();
  const at = new Date('2028-03-01T10:00:00.000Z');
  const purge = { db, organizationId, before: at, at, batchRows: 10, onBatch: () => undefined };
  expect(await purgeAudit(keyring).purge(purge)).toBe(4);
  expect(await verify()).toEqual({
    verified_up_to: 4,
    sealed: 0,
    unsealed: 0,
    head_at,
    checkpoint: { position: 4, at: at.toISOString() },
  });
});
