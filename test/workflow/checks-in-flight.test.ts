import type { CheckName } from '../../shared/domain/checks/outcome';
import { defaultWorkflow } from '../../shared/domain/graph/default-workflow';
import { newId, type SessionId } from '../../shared/domain/ids';
import { sessionSignals } from '../../shared/temporal/session-definitions';
import { checksOfWorkflow } from './checks-of-workflow';
import { setSessionStage, type SessionStage } from './session-stage';

const expected = checksOfWorkflow(defaultWorkflow);

describe('while checks run', () => {
  let stage: SessionStage;
  beforeAll(async () => {
    stage = await setSessionStage();
  });
  afterAll(() => stage.stop());
  beforeEach(() => {
    stage.checks.says.clear();
    stage.checks.breaks.clear();
  });

  const handle = (id: SessionId) => stage.temporal.client.workflow.getHandle(id);

  async function begun(): Promise<SessionId> {
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    return id;
  }

  /** Submitted, with engines that do not come to an end before `release`. */
  async function inFlight(): Promise<{ readonly id: SessionId; readonly release: () => void }> {
    const release = stage.checks.hold();
    const id = await begun();
    await stage.checks.held();
    return { id, release };
  }

  async function left(id: SessionId): Promise<unknown> {
    const { db } = stage;
    return {
      checks: await db.selectFrom('check_runs').selectAll().where('session_id', '=', id).execute(),
      results: await db.selectFrom('results').selectAll().where('session_id', '=', id).execute(),
      row: await stage.row(id),
      events: (await stage.events(id)).map(({ type }) => type),
    };
  }

  /** Long enough for the released engines to write, were they let. */
  async function settled(id: SessionId, runsBefore: number): Promise<void> {
    const bound = Date.now() + 5_000;
    const mine = () => stage.checks.runs.slice(runsBefore).filter((run) => run.startsWith(id));
    while (mine().length < 2 && Date.now() < bound) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(mine().length).toBeGreaterThanOrEqual(2);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  test('expired by hand: the late answers change nothing', async () => {
    const runsBefore = stage.checks.runs.length;
    const { id, release } = await inFlight();
    expect((await stage.send(id, { type: 'expire' })).state.status).toBe('expired');
    await stage.ended(id);
    const before = await left(id);
    expect(before).toMatchObject({ checks: [], results: [], row: { status: 'expired' } });
    release();
    await settled(id, runsBefore);
    expect(await left(id)).toEqual(before);
    const attempt = await stage.db
      .selectFrom('attempts')
      .selectAll()
      .where('session_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(attempt.status).toBe('cancelled');
  });

  test('redacted: expires first, the key is gone, the late answers change nothing', async () => {
    const runsBefore = stage.checks.runs.length;
    const { id, release } = await inFlight();
    const view = await stage.send(id, { type: 'redact' });
    expect(view.state).toMatchObject({ status: 'expired', retention: 'redacted' });
    await stage.ended(id);
    const before = await left(id);
    expect(before).toMatchObject({
      row: { wrapped_key: null, external_ref: null, metadata: {}, tags: [], consent_ip: null },
      events: ['session.created', 'session.started', 'session.expired', 'session.redacted'],
    });
    release();
    await settled(id, runsBefore);
    expect(await left(id)).toEqual(before);
  });

  test('a reprocess that is expired gives the first decision back', async () => {
    const id = await begun();
    const decided = await stage.ended(id);
    const release = stage.checks.hold();
    await stage.send(id, { type: 'reprocess', via: 'reprocess' });
    const view = await stage.send(id, { type: 'expire' });
    release();
    expect(view.state.status).toBe('completed');
    const row = await stage.ended(id);
    expect(row).toMatchObject({ status: 'completed', expired_at: null });
    expect(row.completed_at).toEqual(decided.completed_at);
    const attempts = await stage.db
      .selectFrom('attempts')
      .selectAll()
      .where('session_id', '=', id)
      .orderBy('attempt')
      .execute();
    expect(attempts.map(({ status }) => status)).toEqual(['decided', 'cancelled']);
    expect((await stage.events(id)).map(({ type }) => type)).not.toContain('session.expired');
  });

  test('terminated by hand: the next message or sweep goes on from the row', async () => {
    const { id, release } = await inFlight();
    await handle(id).terminate('by hand');
    release();
    await stage.sessions.start(await stage.row(id));
    const row = await stage.ended(id);
    expect(row).toMatchObject({ status: 'completed', attempt: 1 });
    const checks = await stage.db
      .selectFrom('check_runs')
      .selectAll()
      .where('session_id', '=', id)
      .execute();
    expect(checks.map(({ check }) => check).sort()).toEqual(expected);
    const events = await stage.events(id);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ type }) => type === 'check.completed')).toHaveLength(expected.length);
    expect(events.filter(({ type }) => type === 'session.approved')).toHaveLength(1);
  });

  test('an outcome that is recorded is not computed again', async () => {
    const { id, release } = await inFlight();
    await handle(id).terminate('by hand');
    await stage.db
      .insertInto('check_runs')
      .values({
        id: newId('check'),
        session_id: id,
        attempt: 1,
        check: 'face_match',
        status: 'failed',
        score: 0.1,
        reasons: ['face_mismatch'],
        evidence_sealed: null,
        engine: 'earlier',
        engine_version: '1',
        started_at: new Date(),
        duration_ms: 1,
      })
      .execute();
    const runsBefore = stage.checks.runs.length;
    await stage.sessions.start(await stage.row(id));
    release();
    await stage.ended(id);
    const again = stage.checks.runs.slice(runsBefore).filter((run) => run.endsWith('/face_match'));
    // The engine that was held when the workflow was terminated comes to its end; no new one begins.
    expect(again.length).toBeLessThanOrEqual(1);
    const result = await stage.db
      .selectFrom('results')
      .selectAll()
      .where('session_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(result).toMatchObject({ status: 'rejected', rejection_reason_code: 'face_mismatch' });
  });
});

describe('engines that break', () => {
  let stage: SessionStage;
  beforeAll(async () => {
    stage = await setSessionStage();
  });
  afterAll(() => stage.stop());

  async function run(check: CheckName, times: number): Promise<SessionId> {
    stage.checks.breaks.set(check, times);
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    await stage.ended(id);
    return id;
  }

  test.each(['document_ocr', 'face_match'] as const)(
    '%s that breaks three times is tried a fourth, and the session never knows',
    async (check) => {
      const id = await run(check, 3);
      expect((await stage.row(id)).status).toBe('completed');
      expect(stage.checks.runs.filter((run) => run === `${id}@1/${check}`)).toHaveLength(4);
    },
  );

  test('four times: the check is an error, the session failed, nothing uploaded is lost', async () => {
    const id = await run('face_match', 4);
    const row = await stage.row(id);
    expect(row.status).toBe('failed');
    const face = await stage.db
      .selectFrom('check_runs')
      .selectAll()
      .where('session_id', '=', id)
      .where('check', '=', 'face_match')
      .executeTakeFirstOrThrow();
    expect(face).toMatchObject({ status: 'error', reasons: ['engine_failed'] });
    expect((await stage.events(id)).map(({ type }) => type)).toContain('session.failed');
    const again = await stage.send(id, { type: 'resume' });
    expect(again.state.status).toBe('pending');
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    expect(await stage.ended(id)).toMatchObject({ status: 'completed', attempt: 2 });
  });
});

describe('messages of one moment', () => {
  let letLoad: () => void = () => undefined;
  let loading: Promise<void>;
  let stage: SessionStage;
  beforeAll(async () => {
    // The first task is held, from before the messages until both have arrived: they share the second one.
    const mayLoad = new Promise<void>((resolve) => (letLoad = resolve));
    let begun: () => void = () => undefined;
    loading = new Promise<void>((resolve) => (begun = resolve));
    stage = await setSessionStage({
      wrap: (real) => ({
        ...real,
        async loadSession(id) {
          begun();
          await mayLoad;
          return real.loadSession(id);
        },
      }),
    });
  });
  afterAll(() => stage.stop());

  test('submitted and expired: no check begins, and the run ends in good order', async () => {
    const row = await stage.seed({ documents: ['id_front', 'selfie', 'liveness_frame'] });
    await stage.db
      .updateTable('sessions')
      .set({ status: 'capturing', state: JSON.stringify({ ...row.state, status: 'capturing' }) })
      .where('id', '=', row.id)
      .execute();
    await stage.sessions.start(row);
    const handle = stage.temporal.client.workflow.getHandle(row.id);
    await loading;
    await handle.signal(sessionSignals.captureSubmitted);
    await handle.signal(sessionSignals.expire);
    letLoad();
    expect(await stage.ended(row.id)).toMatchObject({ status: 'expired', sequence: 2 });
    expect((await handle.describe()).status.name).toBe('COMPLETED');
    expect(stage.checks.runs).toEqual([]);
  });
});
