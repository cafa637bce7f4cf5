import type { SessionId } from '../../shared/domain/ids';
import { eventually } from '../processes/running-process';
import { sessionSignals } from '../../shared/temporal/session-definitions';
import { setSessionStage, type SessionStage } from './session-stage';

describe('an operator, by signal', () => {
  let stage: SessionStage;
  beforeAll(async () => {
    stage = await setSessionStage();
  });
  afterAll(() => stage.stop());
  beforeEach(() => stage.checks.says.clear());

  const handle = (id: SessionId) => stage.temporal.client.workflow.getHandle(id);

  async function underReview(): Promise<SessionId> {
    stage.checks.says.set('document_quality', { status: 'failed', reasons: ['blurred'] });
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    await stage.reached(id, 'under_review');
    return id;
  }

  test('decides a case; the decision is recorded as an operator’s', async () => {
    const id = await underReview();
    const { state } = await stage.row(id);
    await handle(id).signal(sessionSignals.reviewDecision, {
      decision: 'reject',
      reason_code: 'document_expired',
      case_id: state.openCase ?? 'none',
      attempt: 1,
    });
    expect((await stage.ended(id)).status).toBe('completed');
    const result = await stage.db
      .selectFrom('results')
      .selectAll()
      .where('session_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(result).toMatchObject({ status: 'rejected', processing_mode: 'manual' });
    const review = (await stage.timeline(id)).find(({ event }) => event === 'review.reject');
    expect(review).toMatchObject({ actor_kind: 'operator' });
  });

  test('expires, resumes and submits', async () => {
    const id = await stage.create({ documents: ['id_front', 'selfie', 'liveness_frame'] });
    await handle(id).signal(sessionSignals.resume);
    // It was pending before, too: what tells is the new link's capture.
    await eventually('the resume', async () =>
      (await stage.row(id)).capture === 2 ? true : undefined,
    );
    await stage.send(id, { type: 'start_capture' });
    stage.checks.says.clear();
    await handle(id).signal(sessionSignals.captureSubmitted);
    expect((await stage.ended(id)).status).toBe('completed');
    const other = await stage.create();
    await handle(other).signal(sessionSignals.expire);
    expect((await stage.ended(other)).status).toBe('expired');
  });

  test('a link asked for anew during capture: the session runs out with the new one', async () => {
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    await handle(id).signal(sessionSignals.resume);
    await handle(id).signal(sessionSignals.captureSubmitted);
    const row = await stage.ended(id);
    expect(row).toMatchObject({ status: 'expired', capture: 2 });
    const refused = (await stage.timeline(id)).filter(({ kind }) => kind === 'refused');
    expect(refused).toMatchObject([{ event: 'captureSubmitted', from_status: 'pending' }]);
  });

  test.each([
    ['reviewDecision', { decision: 'approve' }],
    ['externalDecision', { decision: 'continue' }],
    ['captureSubmitted', undefined],
    ['reviewDecision', { decision: 'maybe' }],
    ['reviewDecision', 'approve'],
    ['reviewDecision', undefined],
    ['reviewDecision', { decision: 'reject', reason_code: 'looks like Ada L. to me' }],
    ['externalDecision', { decision: 'continue', attempt: 'one' }],
  ] as const)(
    '%s %j on a pending session is recorded and changes nothing',
    async (name, payload) => {
      const id = await stage.create();
      if (payload === undefined) await handle(id).signal(name);
      else await handle(id).signal(name, payload);
      await stage.send(id, { type: 'start_capture' });
      expect(await stage.row(id)).toMatchObject({ sequence: 1, status: 'capturing' });
      const refused = (await stage.timeline(id)).filter(({ kind }) => kind === 'refused');
      expect(refused).toMatchObject([{ event: name, actor_kind: 'operator', sequence: null }]);
      // What its client calls itself: somebody has to be asked about it.
      expect(refused[0]?.actor_id).toBe(stage.temporal.client.options.identity);
      expect(JSON.stringify(refused)).not.toContain('Ada');
      await stage.send(id, { type: 'expire' });
    },
  );

  test('Cancel in the Temporal UI means expire', async () => {
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    await handle(id).cancel();
    const row = await stage.ended(id);
    expect(row.status).toBe('expired');
    expect((await handle(id).describe()).status.name).toBe('COMPLETED');
  });

  test('Cancel before the row was read means expire too', async () => {
    const row = await stage.seed();
    await stage.sessions.start(row);
    await handle(row.id).cancel();
    expect((await stage.ended(row.id)).status).toBe('expired');
    const { startTime, closeTime } = await handle(row.id).describe();
    expect((closeTime?.getTime() ?? NaN) - startTime.getTime()).toBeLessThan(60_000);
  });
});
