import { sql } from 'kysely';
import { sealAudit } from '../../../activities/session/seal-audit';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const sealedAt = new Date('2026-03-01T10:00:00.000Z');

async function verify(): Promise<unknown> {
  const { status, body } = await api.ask('GET', '/api/v1/events/verify');
  expect(status).toBe(200);
  return body;
}

async function identity(ref: string): Promise<void> {
  const made = await api.ask('POST', '/api/v1/identities', { json: { external_ref: ref } });
  expect(made.status).toBe(201);
}

it('tells what waits, what holds since when, and where it breaks', async () => {
  await identity('one');
  await identity('two');
  expect(await verify()).toEqual({ verified_up_to: 0, sealed: 0, unsealed: 2, head_at: null });

  const { db, keyring } = api;
  const nothing = (): void => undefined;
  await sealAudit({ db, keyring, clock: () => sealedAt, heartbeat: nothing, alert: nothing });
  const holds = { sealed: 2, unsealed: 0, head_at: sealedAt.toISOString() };
  expect(await verify()).toEqual({ verified_up_to: 2, ...holds });

  await sql`ALTER TABLE audit DISABLE TRIGGER audit_append_only`.execute(db);
  await sql`UPDATE audit SET actor_id = 'key_other' WHERE seal_position = 2`.execute(db);
  expect(await verify()).toEqual({
    verified_up_to: 1,
    ...holds,
    broken_at: { position: 2, reason: 'altered' },
  });
});
