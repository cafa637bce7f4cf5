import { VerifaError } from '../../shared/domain/errors/verifa-error';
import type { SessionId } from '../../shared/domain/ids';
import { transition } from '../../shared/domain/lifecycle/transition';
import type { SessionView } from '../../shared/temporal/session-messages';
import { defaultWorkflow } from '../../shared/domain/graph/default-workflow';
import { checksOfWorkflow } from './checks-of-workflow';
import { setSessionStage, type SessionStage } from './session-stage';

describe('messages to a session', () => {
  let stage: SessionStage;
  beforeAll(async () => {
    stage = await setSessionStage();
  });
  afterAll(() => stage.stop());

  const handle = (id: SessionId) => stage.temporal.client.workflow.getHandle(id);

  async function submitted(sayNeedsReview = false): Promise<SessionId> {
    stage.checks.says.clear();
    if (sayNeedsReview) {
      stage.checks.says.set('document_quality', { status: 'failed', reasons: ['blurred'] });
    }
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    return id;
  }

  async function underReview(): Promise<SessionId> {
    const id = await submitted(true);
    await stage.reached(id, 'under_review');
    return id;
  }

  test('a message whose transition was committed by a worker that died is answered by the next one', async () => {
    const { id, state } = await stage.seed();
    const event = { type: 'start_capture' } as const;
    const actor = { kind: 'api_key', id: null } as const;
    const step = transition(state, event);
    if (step.kind !== 'moved') throw new Error('refused');
    await stage.activities.commitTransition({
      sessionId: id,
      sequence: 1,
      event,
      from: step.from,
      gateBefore: null,
      state: step.state,
      effects: step.effects,
      actor,
      requestId: 'lost',
      at: new Date().toISOString(),
      gateDeadlineAt: null,
    });
    const row = await stage.row(id);
    expect(await stage.sessions.send(row, { event, actor, requestId: 'lost' })).toMatchObject({
      sequence: 1,
      repeated: false,
      state: { status: 'capturing' },
    });
    await expect(
      stage.sessions.send(row, { event, actor, requestId: 'another' }),
    ).rejects.toMatchObject({ code: 'invalid_state' });
    await stage.send(id, { type: 'expire' });
  });

  test('whoever has an answer can read it back, to the end', async () => {
    stage.checks.says.clear();
    const id = await stage.create();
    const opened = await stage.send(id, { type: 'start_capture' });
    expect(opened).toMatchObject({ sequence: 1, repeated: false, state: { status: 'capturing' } });
    expect(await stage.row(id)).toMatchObject({ sequence: 1, status: 'capturing' });
    const sent = await stage.send(id, { type: 'submit' });
    expect(sent).toMatchObject({ sequence: 2, state: { status: 'processing', attempt: 1 } });
    const row = await stage.ended(id);
    expect(row).toMatchObject({ status: 'completed', sequence: 3, attempt: 1, deadline_at: null });
    const result = await stage.db
      .selectFrom('results')
      .selectAll()
      .where('session_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(result).toMatchObject({
      status: 'approved',
      attempt: 1,
      processing_mode: 'workflow',
      rejection_reason_code: null,
    });
    const events = await stage.events(id);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    const types = events.map(({ type }) => type);
    expect(types.filter((type) => type === 'check.completed')).toHaveLength(
      checksOfWorkflow(defaultWorkflow).length,
    );
    expect(types.filter((type) => type !== 'check.completed')).toEqual([
      'session.created',
      'session.started',
      'document.extracted',
      'document.verified',
      'session.approved',
    ]);
  });

  test.each([
    ['face_match', ['face_mismatch'], 'face_mismatch'],
    ['document_expiration', ['document_expired'], 'document_expired'],
    ['age', ['under_age'], 'under_age'],
    ['id_document_filter', [], 'document_not_allowed'],
  ] as const)('%s failing names its reason in the result', async (check, reasons, code) => {
    stage.checks.says.clear();
    stage.checks.says.set(check, { status: 'failed', reasons: [...reasons] });
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    await stage.ended(id);
    const result = await stage.db
      .selectFrom('results')
      .selectAll()
      .where('session_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(result).toMatchObject({ status: 'rejected', rejection_reason_code: code });
  });

  test('what the table does not allow is refused with the state, and changes nothing', async () => {
    const id = await stage.create();
    const refused = stage.send(id, { type: 'submit' });
    await expect(refused).rejects.toBeInstanceOf(VerifaError);
    await expect(refused).rejects.toMatchObject({
      code: 'invalid_state',
      status: 409,
      extra: { status: 'pending' },
    });
    expect(await stage.row(id)).toMatchObject({ sequence: 0, status: 'pending' });
    expect(await stage.timeline(id)).toEqual([]);
    await stage.send(id, { type: 'expire' });
    await stage.ended(id);
    await expect(stage.send(id, { type: 'submit' })).rejects.toMatchObject({
      code: 'invalid_state',
      extra: { status: 'expired' },
    });
  });

  test('the same message again has the same answer, and takes effect once', async () => {
    const id = await stage.create();
    const row = await stage.row(id);
    const message = {
      event: { type: 'start_capture' } as const,
      actor: { kind: 'person', id: null } as const,
      requestId: 'one-request',
    };
    const [first, again] = await Promise.all([
      stage.sessions.send(row, message),
      stage.sessions.send(row, message),
    ]);
    expect(again).toEqual(first);
    expect((await stage.row(id)).sequence).toBe(1);
    await stage.send(id, { type: 'expire' });
  });

  test('resume opens an expired session again: new link, the old one dead', async () => {
    const id = await stage.create();
    const expired = await stage.ended(id);
    expect(expired.status).toBe('expired');
    const view = await stage.send(id, { type: 'resume' });
    expect(view.state).toMatchObject({ status: 'pending', capture: 2 });
    const row = await stage.row(id);
    expect(row).toMatchObject({ status: 'pending', expired_at: null });
    const tokens = await stage.db
      .selectFrom('capture_tokens')
      .selectAll()
      .where('session_id', '=', id)
      .orderBy('created_at')
      .execute();
    expect(tokens.map(({ status }) => status)).toEqual(['expired', 'created']);
    expect(tokens[1]?.expires_at).toEqual(row.deadline_at);
    expect(tokens[1]?.token_hash).not.toBeNull();
    const documents = await stage.db
      .selectFrom('documents')
      .selectAll()
      .where('session_id', '=', id)
      .execute();
    expect(documents).toHaveLength(2);
    expect((await stage.ended(id)).status).toBe('expired');
  });

  test('two resumes at once leave one live link and one run', async () => {
    const id = await stage.create();
    await stage.send(id, { type: 'expire' });
    await stage.ended(id);
    await Promise.allSettled([
      stage.send(id, { type: 'resume' }),
      stage.send(id, { type: 'resume' }),
    ]);
    const live = await stage.db
      .selectFrom('capture_tokens')
      .selectAll()
      .where('session_id', '=', id)
      .where('status', 'in', ['created', 'consumed'])
      .execute();
    expect(live).toHaveLength(1);
    expect((await stage.row(id)).status).toBe('pending');
    await stage.send(id, { type: 'expire' });
    await stage.ended(id);
  });

  test('of two reprocesses at once one wins, the other is told the state', async () => {
    const id = await submitted();
    await stage.ended(id);
    const release = stage.checks.hold();
    const answers = await Promise.allSettled([
      stage.send(id, { type: 'reprocess', via: 'reprocess' }),
      stage.send(id, { type: 'reprocess', via: 'reprocess' }),
    ]);
    release();
    const lost = answers.filter(({ status }) => status === 'rejected');
    expect(lost).toMatchObject([
      { reason: { code: 'invalid_state', extra: { status: 'processing' } } },
    ]);
    const row = await stage.ended(id);
    expect(row).toMatchObject({ status: 'completed', attempt: 2 });
    const attempts = await stage.db
      .selectFrom('attempts')
      .selectAll()
      .where('session_id', '=', id)
      .orderBy('attempt')
      .execute();
    expect(attempts.map(({ status }) => status)).toEqual(['decided', 'decided']);
  });

  test('a reviewer sends a piece back: new link, the case closes', async () => {
    const id = await underReview();
    const { state } = await stage.row(id);
    const view = await stage.send(id, {
      type: 'review',
      decision: 'resubmit',
      pieces: ['id_front'],
    });
    expect(view.state).toMatchObject({ status: 'pending', capture: 2, openCase: null });
    expect(await stage.row(id)).toMatchObject({ required_pieces: ['id_front'] });
    const closed = await stage.db
      .selectFrom('cases')
      .selectAll()
      .where('session_id', '=', id)
      .execute();
    expect(closed).toMatchObject([{ id: state.openCase, status: 'closed' }]);
    await expect(
      stage.send(id, { type: 'review', decision: 'approve', caseId: closed[0]?.id ?? 'case_' }),
    ).rejects.toMatchObject({ code: 'stale_decision' });
    await stage.send(id, { type: 'expire' });
  });

  test('the same decision of a case again gets the first answer again, after the end too', async () => {
    const id = await underReview();
    const caseId = (await stage.row(id)).state.openCase;
    if (caseId === null) throw new Error('no case was opened');
    const first = await stage.send(id, { type: 'review', decision: 'reject', caseId });
    await stage.ended(id);
    const again = await stage.send(id, { type: 'review', decision: 'reject', caseId });
    expect(again).toMatchObject({ repeated: true, sequence: first.sequence });
    await expect(
      stage.send(id, { type: 'review', decision: 'approve', caseId }),
    ).rejects.toMatchObject({ code: 'stale_decision', extra: { status: 'completed' } });
  });

  test('the query tells the present state', async () => {
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    const seen = await handle(id).query<SessionView | null>('state');
    expect(seen).toMatchObject({ sequence: 1, state: { status: 'capturing' } });
    await stage.send(id, { type: 'expire' });
  });
});
