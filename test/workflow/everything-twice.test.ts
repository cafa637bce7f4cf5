import type {
  ErasureActivities,
  RetentionActivities,
  SessionActivities,
  SweepActivities,
} from '../../activities/session/contract';
import { setSessionStage } from './session-stage';
import { leftBehind, wholeStory } from './story';

type Activities = SessionActivities & ErasureActivities & SweepActivities & RetentionActivities;
type Around = <T>(call: () => Promise<T>, key: string) => Promise<T>;

function around(real: Activities, run: Around): Activities {
  const key = (name: string, argument: unknown): string => `${name} ${JSON.stringify(argument)}`;
  return {
    loadSession: (a) => run(() => real.loadSession(a), key('loadSession', a)),
    judgeSubmit: (a) => run(() => real.judgeSubmit(a), key('judgeSubmit', a)),
    commitTransition: (a) => run(() => real.commitTransition(a), key('commitTransition', a)),
    loadAttempt: (a) => run(() => real.loadAttempt(a), key('loadAttempt', a)),
    chooseRoute: (a) => run(() => real.chooseRoute(a), key('chooseRoute', a)),
    recordRefusedSignal: (a) =>
      run(() => real.recordRefusedSignal(a), key('recordRefusedSignal', a)),
    recordErrors: (a) => run(() => real.recordErrors(a), key('recordErrors', a)),
    eraseObjects: (a) => run(() => real.eraseObjects(a), key('eraseObjects', a)),
    sweepSessions: () => real.sweepSessions(),
    startOwedInvitations: () => real.startOwedInvitations(),
    cleanUp: () => real.cleanUp(),
    sealAudit: () => real.sealAudit(),
    finishErasures: () => real.finishErasures(),
    deleteOrphans: () => real.deleteOrphans(),
    endRetention: () => real.endRetention(),
  };
}

async function tell(wrap?: (real: Activities) => Activities): Promise<unknown> {
  const stage = await setSessionStage(wrap === undefined ? {} : { wrap });
  try {
    const left = await leftBehind(stage, await wholeStory(stage));
    expect(stage.alerts).toEqual([]);
    return left;
  } finally {
    await stage.stop();
  }
}

describe('everything may run twice', () => {
  let once: unknown;
  beforeAll(async () => {
    once = await tell();
  });

  test('the story ends erased, with nothing of the person left', () => {
    expect(once).toMatchObject({
      session: {
        status: 'completed',
        retention: 'redacted',
        key: null,
        reference: null,
        metadata: {},
      },
      refused: ['captureSubmitted'],
      attempts: [
        { attempt: 1, status: 'decided' },
        { attempt: 2, status: 'cancelled' },
      ],
      results: [{ attempt: 1, status: 'rejected', processing_mode: 'manual' }],
      cases: [{ status: 'rejected', reason_code: 'document_unreadable' }],
      erasures: [{ documents_removed: 2, pending_object_keys: [] }],
      objectsLeft: [],
    });
  });

  test('every activity run twice leaves what one run leaves', async () => {
    const differing: string[] = [];
    const left = await tell((real) =>
      around(real, async (call, key) => {
        const first = await call();
        const second = await call();
        if (JSON.stringify(first) !== JSON.stringify(second)) differing.push(key);
        return second;
      }),
    );
    expect(left).toEqual(once);
    expect(differing).toEqual([]);
  });

  test.each(['before it did anything', 'behind its commit'] as const)(
    'every step that fails once %s leaves what one run leaves',
    async (when) => {
      const failed = new Set<string>();
      const left = await tell((real) =>
        around(real, async (call, key) => {
          const isFirst = !failed.has(key);
          failed.add(key);
          if (isFirst && when === 'before it did anything') throw new Error('lost on the way');
          const answer = await call();
          if (isFirst) throw new Error('the answer was lost');
          return answer;
        }),
      );
      expect(left).toEqual(once);
      expect(failed.size).toBeGreaterThan(15);
    },
  );

  test('another content under a committed number stops the run and raises an alert', async () => {
    const stage = await setSessionStage();
    try {
      const id = await stage.create();
      await stage.send(id, { type: 'start_capture' });
      const row = await stage.row(id);
      const commit = {
        sessionId: id,
        sequence: row.sequence,
        event: { type: 'expire' },
        from: 'pending',
        gateBefore: null,
        state: row.state,
        effects: [],
        actor: { kind: 'system', id: null },
        requestId: null,
        at: new Date().toISOString(),
        gateDeadlineAt: null,
      } as const;
      await expect(stage.activities.commitTransition(commit)).rejects.toMatchObject({
        code: 'transition_conflict',
        retryable: false,
      });
      const beyond = { ...commit, sequence: row.sequence + 2 };
      await expect(stage.activities.commitTransition(beyond)).rejects.toMatchObject({
        code: 'transition_conflict',
      });
      expect(stage.alerts).toHaveLength(2);
      expect(await stage.row(id)).toEqual(row);
    } finally {
      await stage.stop();
    }
  });
});
