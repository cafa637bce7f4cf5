import { Readable } from 'node:stream';
import { ulid } from 'ulid';
import type { SessionId } from '../../shared/domain/ids';
import { setSessionStage, type SessionStage } from './session-stage';
import { withObjects } from './with-objects';

describe('the sweep', () => {
  let stage: SessionStage;
  beforeAll(async () => {
    stage = await setSessionStage();
  });
  afterAll(() => stage.stop());

  const handle = (id: SessionId) => stage.temporal.client.workflow.getHandle(id);
  const statusOf = async (id: SessionId): Promise<string> =>
    (await handle(id).describe()).status.name;

  /** As if the row had last been written that long ago. */
  async function aged(id: SessionId, minutes: number): Promise<void> {
    await stage.db
      .updateTable('sessions')
      .set({ updated_at: new Date(Date.now() - minutes * 60_000) })
      .where('id', '=', id)
      .execute();
  }

  test('starts what was created and never started', async () => {
    const { id } = await stage.seed();
    await aged(id, 1);
    expect(await stage.activities.sweepSessions()).toEqual({ restarted: 1 });
    expect(await statusOf(id)).toBe('RUNNING');
    expect(await stage.activities.sweepSessions()).toEqual({ restarted: 0 });
    await stage.send(id, { type: 'expire' });
  });

  test('leaves a row alone that may be between its commit and its start', async () => {
    const { id } = await stage.seed();
    await aged(id, 0);
    expect(await stage.activities.sweepSessions()).toEqual({ restarted: 0 });
    await expect(handle(id).describe()).rejects.toThrow();
    // A message does not wait for the sweep: it starts what should be running.
    expect((await stage.send(id, { type: 'start_capture' })).state.status).toBe('capturing');
    await stage.send(id, { type: 'expire' });
  });

  test('goes on with what was terminated by hand, as if nothing had happened', async () => {
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    await handle(id).terminate('by hand');
    await aged(id, 1);
    expect(await stage.activities.sweepSessions()).toEqual({ restarted: 1 });
    expect((await stage.send(id, { type: 'submit' })).state.status).toBe('processing');
    expect(await stage.ended(id)).toMatchObject({ status: 'completed', sequence: 3 });
  });

  test('starts the sending of an invitation that nobody started', async () => {
    const { id, organization_id, environment } = await stage.seed();
    const owed = { session_id: id, number: 1, organization_id, environment };
    const createdAt = new Date(Date.now() - 60_000);
    await stage.db
      .insertInto('invitations')
      .values({ ...owed, created_at: createdAt })
      .execute();
    await stage.activities.startOwedInvitations();
    await stage.activities.startOwedInvitations();
    const sending = stage.temporal.client.workflow.getHandle(`${id}-invitation-1`);
    expect((await sending.describe()).status.name).toBe('RUNNING');
    await sending.terminate('this stage has no mail');
    await stage.db.deleteFrom('invitations').execute();
    await stage.send(id, { type: 'expire' });
  });

  test('leaves ended sessions closed', async () => {
    const id = await stage.create();
    await stage.send(id, { type: 'expire' });
    await stage.ended(id);
    await aged(id, 60);
    expect(await stage.activities.sweepSessions()).toEqual({ restarted: 0 });
    expect(await statusOf(id)).toBe('COMPLETED');
  });

  test('wipes what is left of a submitted link ten minutes after the end', async () => {
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    await stage.ended(id);
    const hashes = () =>
      stage.db
        .selectFrom('capture_tokens')
        .select(['status', 'token_hash'])
        .where('session_id', '=', id)
        .execute();
    await aged(id, 9);
    await stage.activities.cleanUp();
    const [readable] = await hashes();
    expect(readable?.status).toBe('closed');
    expect(readable?.token_hash).not.toBeNull();
    await aged(id, 11);
    await stage.activities.cleanUp();
    expect(await hashes()).toEqual([{ status: 'closed', token_hash: null }]);
  });

  test('forgets the stored answers of keys that ran out, and no others', async () => {
    const { id } = await stage.seed();
    const { organization_id, environment } = await stage.db
      .selectFrom('sessions')
      .select(['organization_id', 'environment'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const answer = (name: string, expiresInMs: number) => ({
      organization_id,
      environment,
      key_hash: Buffer.from(name),
      params_hash: Buffer.alloc(32),
      assigned_id: null,
      subject_ids: [],
      erased_subject: null,
      lease_until: new Date(),
      status_code: 201,
      answer_sealed: null,
      created_at: new Date(),
      expires_at: new Date(Date.now() + expiresInMs),
    });
    const rows = [answer('past', -60_000), answer('valid', 60_000)];
    await stage.db.insertInto('idempotency').values(rows).execute();
    await stage.activities.cleanUp();
    const kept = await stage.db.selectFrom('idempotency').select('key_hash').execute();
    expect(kept.map(({ key_hash: key }) => key.toString())).toEqual(['valid']);
  });

  test('deletes later what an absent object store kept; the key is gone at once', async () => {
    const id = await stage.create();
    await withObjects(stage, id);
    stage.objects.away = true;
    const view = await stage.send(id, { type: 'redact' });
    expect(view.state.retention).toBe('redacted');
    expect(await stage.row(id)).toMatchObject({ wrapped_key: null, external_ref: null });
    // The run gives up after its tries, and closes: no running workflow for an erased session.
    expect((await stage.ended(id)).status).toBe('expired');
    expect(await statusOf(id)).toBe('COMPLETED');
    expect(stage.objects.keys.size).toBe(2);
    stage.objects.away = false;
    expect(await stage.activities.finishErasures()).toEqual({ finished: 1 });
    expect(stage.objects.keys.size).toBe(0);
    expect(await stage.activities.finishErasures()).toEqual({ finished: 0 });
  });

  test('an erasure takes objects that no row names; the sweep finds others, once they are an hour old', async () => {
    const id = await stage.create();
    const put = (key: string) => stage.objects.put(key, Readable.from(['x']));
    const hoursAgo = (hours: number) => `doc_${ulid(Date.now() - hours * 3_600_000).toLowerCase()}`;
    const [old, young] = [`${id}/${hoursAgo(2)}`, `${id}/${hoursAgo(0.5)}`];
    await put(old);
    await put(young);
    await put('a-key-of-somebody-else');
    await stage.activities.deleteOrphans();
    expect([...stage.objects.keys].filter((key) => key !== 'a-key-of-somebody-else')).toEqual([
      young,
    ]);
    await stage.send(id, { type: 'redact' });
    await stage.ended(id);
    expect([...stage.objects.keys]).toEqual(['a-key-of-somebody-else']);
    await stage.objects.delete('a-key-of-somebody-else');
  });

  test('a transition that comes again later with the same content is found again', async () => {
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    const row = await stage.row(id);
    const commit = {
      sessionId: id,
      sequence: row.sequence + 1,
      event: { type: 'place_hold' },
      from: row.status,
      gateBefore: null,
      state: { ...row.state, legalHold: true },
      effects: [],
      actor: { kind: 'system', id: null },
      requestId: null,
      at: '2026-11-23T10:00:00.000Z',
      gateDeadlineAt: null,
    } as const;
    const first = await stage.activities.commitTransition(commit);
    // Another worker's task, after the first one died behind its commit: the same, seconds later.
    const later = { ...commit, at: '2026-11-23T10:00:09.000Z' };
    expect(await stage.activities.commitTransition(later)).toEqual(first);
    expect(stage.alerts).toEqual([]);
    await handle(id).terminate('its state in memory is behind the row');
  });
});
