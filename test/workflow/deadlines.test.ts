import type { Graph } from '../../shared/domain/graph/definition';
import type { SessionId } from '../../shared/domain/ids';
import { setSessionStage, type SessionStage } from './session-stage';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const gated: Graph = {
  start: 'bank',
  nodes: [
    { kind: 'wait', id: 'bank', next: 'yes', onFail: 'no', onTimeout: 'look' },
    { kind: 'terminal', id: 'yes', decision: 'approved' },
    { kind: 'terminal', id: 'no', decision: 'rejected' },
    { kind: 'terminal', id: 'look', decision: 'needs_review' },
  ],
};

describe('what ends by itself', () => {
  let stage: SessionStage;
  beforeAll(async () => {
    stage = await setSessionStage();
  });
  afterAll(() => stage.stop());

  async function livedMs(id: SessionId): Promise<number> {
    const { startTime, closeTime } = await stage.temporal.client.workflow.getHandle(id).describe();
    return (closeTime?.getTime() ?? NaN) - startTime.getTime();
  }

  test('a session nobody opens expires after its 20 minutes, and its link is wiped', async () => {
    const id = await stage.create();
    const row = await stage.ended(id);

    expect(row.status).toBe('expired');
    expect(row.deadline_at).toBeNull();
    expect(row.expired_at).not.toBeNull();
    expect(await livedMs(id)).toBeGreaterThanOrEqual(19.9 * minuteMs);
    expect(await livedMs(id)).toBeLessThan(21 * minuteMs);
    const tokens = await stage.db
      .selectFrom('capture_tokens')
      .selectAll()
      .where('session_id', '=', id)
      .execute();
    expect(tokens).toMatchObject([{ status: 'expired', token_hash: null, token_sealed: null }]);
    expect((await stage.events(id)).map(({ type }) => type)).toEqual([
      'session.created',
      'session.expired',
    ]);
  });

  test('opening the link does not prolong it', async () => {
    const id = await stage.create();
    await stage.temporal.sleep('15 minutes');
    expect((await stage.send(id, { type: 'start_capture' })).state.status).toBe('capturing');
    expect((await stage.ended(id)).status).toBe('expired');
    expect(await livedMs(id)).toBeLessThan(21 * minuteMs);
  });

  test('a link made meanwhile moves the end, without a message', async () => {
    const id = await stage.create();
    const { deadline_at: first } = await stage.row(id);
    await stage.db
      .updateTable('sessions')
      .set({ deadline_at: new Date((first?.getTime() ?? NaN) + 60 * minuteMs) })
      .where('id', '=', id)
      .execute();
    expect((await stage.ended(id)).status).toBe('expired');
    expect(await livedMs(id)).toBeGreaterThanOrEqual(79.9 * minuteMs);
    expect(await livedMs(id)).toBeLessThan(81 * minuteMs);
  });

  test('a sandbox session waits 7 days for its tester', async () => {
    const id = await stage.create({ environment: 'sandbox' });
    await stage.send(id, { type: 'start_capture' });
    expect((await stage.send(id, { type: 'submit' })).state.status).toBe('sandbox_pending');
    expect((await stage.ended(id)).status).toBe('expired');
    expect(await livedMs(id)).toBeGreaterThanOrEqual(7 * dayMs);
    expect(await livedMs(id)).toBeLessThan(7 * dayMs + 5 * minuteMs);
  });

  test('a gate nobody answers goes its own way after 7 days, for review without an end', async () => {
    const id = await stage.create({ graph: gated });
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    const waiting = await stage.reached(id, 'awaiting_external');
    expect(waiting.state.gate).toBe('bank');
    await stage.temporal.sleep('7 days');
    const reviewed = await stage.reached(id, 'under_review');
    expect(reviewed.deadline_at).toBeNull();
    const timedOut = (await stage.timeline(id)).find(({ event }) => event === 'gate_timeout');
    expect(timedOut).toMatchObject({ actor_kind: 'system', detail: { gate: 'bank' } });
    await stage.temporal.sleep('300 days');
    expect((await stage.row(id)).status).toBe('under_review');
    await stage.send(id, { type: 'review', decision: 'approve' });
    expect((await stage.ended(id)).status).toBe('completed');
  });

  test('a gate with a timeout of its own ends at that', async () => {
    const graph: Graph = {
      ...gated,
      nodes: gated.nodes.map((node) =>
        node.kind === 'wait'
          ? { kind: 'wait', id: node.id, next: 'yes', onFail: 'no', timeoutSeconds: 3_600 }
          : node,
      ),
    };
    const id = await stage.create({ graph });
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    const row = await stage.ended(id);
    // Without a route for the timeout it follows the one for `fail`.
    expect(row.status).toBe('completed');
    expect(await livedMs(id)).toBeLessThan(90 * minuteMs);
    const result = await stage.db
      .selectFrom('results')
      .selectAll()
      .where('session_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(result).toMatchObject({ status: 'rejected', attempt: 1 });
  });
});
