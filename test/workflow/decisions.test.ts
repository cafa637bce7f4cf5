import type { SandboxOutcome } from '../../shared/domain/lifecycle/event';
import type { SessionId } from '../../shared/domain/ids';
import type { Graph } from '../../shared/domain/graph/definition';
import { searchAttributeKeys } from '../../shared/temporal/search-attributes';
import { eventually } from '../processes/running-process';
import { setSettings } from '../stack/set-settings';
import { setSessionStage, type SessionStage } from './session-stage';
import { gatedGraph } from './story';

describe('decisions', () => {
  let stage: SessionStage;
  beforeAll(async () => {
    stage = await setSessionStage();
  });
  afterAll(() => stage.stop());
  beforeEach(() => stage.checks.says.clear());

  const resultOf = (id: SessionId) =>
    stage.db.selectFrom('results').selectAll().where('session_id', '=', id).executeTakeFirst();
  const casesOf = (id: SessionId) =>
    stage.db.selectFrom('cases').selectAll().where('session_id', '=', id).execute();

  async function atGate(): Promise<SessionId> {
    const id = await stage.create({ graph: gatedGraph });
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    await stage.reached(id, 'awaiting_external');
    return id;
  }

  async function underReview(): Promise<SessionId> {
    stage.checks.says.set('document_quality', { status: 'failed', reasons: ['blurred'] });
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    await stage.reached(id, 'under_review');
    return id;
  }

  describe('the checks that always run', () => {
    /** Its only node of the screening waits for a way that an approval does not come by. */
    const besides: Graph = {
      start: 'document_ocr',
      nodes: [
        {
          kind: 'policy',
          id: 'document_ocr',
          check: 'document_ocr',
          config: {},
          routes: { passed: 'approved', failed: 'screening' },
        },
        {
          kind: 'policy',
          id: 'screening',
          check: 'watchlist_screening',
          config: {},
          eager: false,
          routes: { passed: 'rejected', failed: 'rejected' },
        },
        { kind: 'terminal', id: 'approved', decision: 'approved' },
        { kind: 'terminal', id: 'rejected', decision: 'rejected' },
      ],
    };

    async function submitted(): Promise<SessionId> {
      const id = await stage.create({ graph: besides });
      await stage.send(id, { type: 'start_capture' });
      await stage.send(id, { type: 'submit' });
      return id;
    }

    test('run before an approval that comes past their own node', async () => {
      stage.checks.says.set('watchlist_screening', {
        status: 'failed',
        reasons: ['watchlist_hit'],
      });
      const id = await submitted();
      await stage.reached(id, 'under_review');
      expect(await resultOf(id)).toMatchObject({ status: 'needs_review' });
    });

    test('without lists nobody live is approved, unless the organisation says so', async () => {
      const skipped = { status: 'skipped', reasons: ['no_lists_loaded'] } as const;
      stage.checks.says.set('watchlist_screening', { ...skipped, reasons: [...skipped.reasons] });
      await stage.reached(await submitted(), 'under_review');
      await setSettings(stage.db, { screening_without_lists: 'pass' });
      expect((await stage.ended(await submitted())).status).toBe('completed');
      await setSettings(stage.db, {});
    });
  });

  describe('at a gate', () => {
    test('operators find the session by its status, gate and attempt', async () => {
      const id = await atGate();
      const handle = stage.temporal.client.workflow.getHandle(id);
      // Told to Temporal right after the row, which the wait above looks at.
      const attributes = await eventually('the attributes', async () => {
        const { typedSearchAttributes: told } = await handle.describe();
        return told.get(searchAttributeKeys.gate) === undefined ? undefined : told;
      });
      expect(attributes.get(searchAttributeKeys.status)).toBe('awaiting_external');
      expect(attributes.get(searchAttributeKeys.gate)).toBe('bank');
      expect(attributes.get(searchAttributeKeys.attempt)).toBe(1);
      await stage.send(id, { type: 'external', decision: 'reject' });
      await stage.ended(id);
      const after = (await handle.describe()).typedSearchAttributes;
      expect(after.get(searchAttributeKeys.status)).toBe('completed');
      expect(after.get(searchAttributeKeys.gate)).toBeUndefined();
    });

    test('reject ends it; the reason is the integrator’s', async () => {
      const id = await atGate();
      await stage.send(id, { type: 'external', decision: 'reject', gate: 'bank', attempt: 1 });
      expect((await stage.ended(id)).status).toBe('completed');
      expect(await resultOf(id)).toMatchObject({
        status: 'rejected',
        rejection_reason_code: 'external_rejected',
      });
    });

    test('fail follows the gate’s own route', async () => {
      const id = await atGate();
      await stage.send(id, { type: 'external', decision: 'fail' });
      expect((await stage.ended(id)).status).toBe('completed');
      expect(await resultOf(id)).toMatchObject({ status: 'rejected' });
    });

    test('continue goes on, with the outcomes there are; the same again answers again', async () => {
      const id = await atGate();
      const runs = stage.checks.runs.length;
      const release = stage.checks.hold();
      const decision = {
        type: 'external',
        decision: 'continue',
        gate: 'bank',
        attempt: 1,
      } as const;
      await stage.send(id, decision);
      release();
      await stage.ended(id);
      expect(stage.checks.runs).toHaveLength(runs);
      expect(await stage.send(id, decision)).toMatchObject({ repeated: true });
      await expect(stage.send(id, { ...decision, decision: 'reject' })).rejects.toMatchObject({
        code: 'stale_decision',
      });
    });

    test('a decision for another gate or attempt is stale', async () => {
      const id = await atGate();
      const wrong = { type: 'external', decision: 'continue' } as const;
      for (const target of [{ gate: 'elsewhere' }, { gate: 'bank', attempt: 2 }]) {
        await expect(stage.send(id, { ...wrong, ...target })).rejects.toMatchObject({
          code: 'stale_decision',
          extra: { status: 'awaiting_external' },
        });
      }
      await stage.send(id, { type: 'expire' });
    });
  });

  test('of two reviewers at one moment one wins, and the other is told', async () => {
    const id = await underReview();
    const caseId = (await stage.row(id)).state.openCase;
    if (caseId === null) throw new Error('no case was opened');
    const answers = await Promise.allSettled([
      stage.send(id, { type: 'review', decision: 'approve', caseId }),
      stage.send(id, { type: 'review', decision: 'reject', caseId, reasonCode: 'no_face' }),
    ]);
    const lost = answers.filter(({ status }) => status === 'rejected');
    expect(lost).toMatchObject([
      { reason: { code: 'stale_decision', extra: { status: 'completed' } } },
    ]);
    await stage.ended(id);
    const result = await resultOf(id);
    const [decided] = await casesOf(id);
    expect(decided?.status).toBe(result?.status);
  });

  test('a rerun that still needs a reviewer stays the same case, without new checks', async () => {
    const id = await underReview();
    const before = await casesOf(id);
    const runs = stage.checks.runs.length;
    await stage.send(id, { type: 'rerun', cause: 'override' });
    await stage.reached(id, 'under_review');
    expect(await casesOf(id)).toEqual(before);
    expect(stage.checks.runs).toHaveLength(runs);
    expect((await stage.row(id)).state.openCase).toBe(before[0]?.id);
    await stage.send(id, { type: 'expire' });
    expect(await casesOf(id)).toMatchObject([
      { status: 'closed', close_reason: 'session_expired' },
    ]);
  });

  test('a rerun that decides closes the case', async () => {
    const id = await underReview();
    // What an override of the check leaves behind.
    await stage.db
      .updateTable('check_runs')
      .set({ status: 'passed' })
      .where('session_id', '=', id)
      .where('check', '=', 'document_quality')
      .execute();
    await stage.send(id, { type: 'rerun', cause: 'override' });
    expect((await stage.ended(id)).status).toBe('completed');
    expect(await casesOf(id)).toMatchObject([{ status: 'closed', close_reason: 'decision_rerun' }]);
    expect(await resultOf(id)).toMatchObject({ status: 'approved', processing_mode: 'workflow' });
  });

  describe('of a tester', () => {
    const ends: readonly [SandboxOutcome, string, string | undefined, string | undefined][] = [
      ['approve', 'completed', 'approved', 'session.approved'],
      ['reject', 'completed', 'rejected', 'session.declined'],
      ['needs_review', 'under_review', 'needs_review', 'session.requires-review'],
      ['expire', 'expired', undefined, 'session.expired'],
    ];
    test.each(ends)('%s: %s, result %s, %s', async (outcome, status, result, event) => {
      const id = await stage.create({ environment: 'sandbox' });
      await stage.send(id, { type: 'start_capture' });
      await stage.send(id, { type: 'submit' });
      const view = await stage.send(id, { type: 'outcome', outcome, simulated: {} });
      expect(view.state.status).toBe(status);
      const row = await resultOf(id);
      expect(row?.status).toBe(result);
      if (row !== undefined) expect(row.processing_mode).toBe('sandbox');
      expect((await stage.events(id)).map(({ type }) => type)).toContain(event);
      expect(await casesOf(id)).toHaveLength(status === 'under_review' ? 1 : 0);
      if (status === 'under_review') await stage.send(id, { type: 'expire' });
    });

    test('a live session has no outcome to choose', async () => {
      const id = await stage.create();
      await expect(stage.send(id, { type: 'outcome', outcome: 'approve' })).rejects.toMatchObject({
        code: 'invalid_state',
      });
      await stage.send(id, { type: 'expire' });
    });
  });
});
