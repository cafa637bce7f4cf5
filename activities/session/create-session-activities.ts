import type { CheckOutcome } from '../../shared/domain/checks/outcome';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { runsGraph } from '../../shared/domain/lifecycle/table';
import type {
  AttemptRef,
  Committed,
  ErasureActivities,
  RetentionActivities,
  RefusedSignal,
  SessionActivities,
  SweepActivities,
  TransitionCommit,
} from './contract';
import { chooseRoute } from './choose-route';
import { commitTransition, type CommitDeps } from './commit-transition';
import { judgeSubmit } from './judge-submit';
import { loadAttempt, loadSession } from './load-session';
import { createMessageSigner } from '../../shared/temporal/message-signer';
import type { JournalDeps } from '../../shared/erasure/journal/write-unwritten';
import { recordOutcomes, type OutcomeRow } from './record-outcomes';
import { signalOfEvent, signalSender } from './signal-sender';
import { endRetention } from './end-retention';
import { finishErasure, sweepOrphans } from './erase-objects';
import { fillJournal } from './fill-journal';
import { finishErasures } from './finish-erasures';
import type { SealDeps } from './seal-audit';
import { startOwedInvitations } from './start-owed-invitations';
import { cleanUp, recordAndSeal } from './sweep';
import { sweepSessions, type SweepDeps } from './sweep-sessions';

export type SessionActivityDeps = Omit<CommitDeps, 'publicKey' | 'firstReceipt'> &
  SweepDeps &
  SealDeps &
  JournalDeps;

/** The session's activities over their dependencies; each may run twice without harm. */
export function createSessionActivities(
  deps: SessionActivityDeps,
): SessionActivities & ErasureActivities & SweepActivities & RetentionActivities {
  const { publicKey } = createMessageSigner(deps.keyring);
  return {
    loadSession: (sessionId) => loadSession(deps, publicKey, sessionId),
    judgeSubmit: (sessionId) => judgeSubmit(deps, sessionId),
    async commitTransition(commit) {
      const senders = { senderOf: (sent: TransitionCommit) => senderOf(deps, sent) };
      const committed = await commitTransition({ ...senders, ...deps, publicKey }, commit);
      return { ...committed, ...(await attemptOf(deps, commit)) };
    },
    loadAttempt: (ref) => loadAttempt(deps.db, ref),
    chooseRoute: (asked) => chooseRoute(deps, asked),
    recordRefusedSignal: (refused) => recordRefusedSignal(deps, refused),
    async recordErrors({ checks, ...ref }) {
      const at = deps.clock();
      await recordOutcomes(
        deps.db,
        ref,
        { rows: checks.map((check) => errorRow(ref, check, at)) },
        at,
      );
      for (const check of checks) {
        deps.metrics?.count('verifa_check_outcomes_total', { check, status: 'error' });
      }
    },
    eraseObjects: ({ sessionId }) => finishErasure(deps, sessionId),
    async sweepSessions() {
      const swept = await sweepSessions(deps);
      deps.metrics?.count('verifa_sweep_restarted_total', {}, swept.restarted);
      return swept;
    },
    startOwedInvitations: () => startOwedInvitations(deps),
    cleanUp: () => cleanUp(deps),
    sealAudit: () => recordAndSeal(deps),
    async finishErasures() {
      const [filled, finished] = await Promise.allSettled([
        fillJournal(deps),
        finishErasures(deps),
      ]);
      for (const end of [filled, finished]) if (end.status === 'rejected') throw end.reason;
      return finished.status === 'fulfilled' ? finished.value : { finished: 0 };
    },
    deleteOrphans: () => sweepOrphans(deps),
    endRetention: () => endRetention(deps),
  };
}

/** Spares the workflow a second activity. */
async function attemptOf(
  { db }: Pick<SessionActivityDeps, 'db'>,
  { sessionId, state, effects }: TransitionCommit,
): Promise<Pick<Committed, 'attempt'>> {
  if (state.status !== 'processing' || !effects.some(runsGraph)) return {};
  try {
    return { attempt: await loadAttempt(db, { sessionId, attempt: state.attempt }) };
  } catch (cause) {
    // The transition stands; the workflow asks by itself, and deals with what is wrong with the attempt.
    if (cause instanceof VerifaError) return {};
    throw cause;
  }
}

function senderOf(
  { temporal }: Pick<SessionActivityDeps, 'temporal'>,
  { sessionId, event }: TransitionCommit,
): Promise<string | null> {
  const signal = signalOfEvent(event);
  return signal === undefined
    ? Promise.resolve(null)
    : signalSender(temporal, { sessionId, signal });
}

function errorRow(ref: AttemptRef, check: CheckOutcome['check'], at: Date): OutcomeRow {
  const outcome: CheckOutcome = {
    check,
    status: 'error',
    score: null,
    reasons: ['engine_failed'],
    engine: 'none',
    engineVersion: '0',
  };
  return { ...ref, outcome, startedAt: at, durationMs: 0 };
}

/** A signal that the table refuses changes nothing; the timeline says that it came, once. */
async function recordRefusedSignal(
  { db, temporal }: Pick<SessionActivityDeps, 'db' | 'temporal'>,
  { sessionId, attempt, signal, code, status, at }: RefusedSignal,
): Promise<void> {
  // Before the lock: it asks Temporal.
  const sender = await signalSender(temporal, { sessionId, signal });
  await db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('sessions')
      .select(['organization_id', 'environment'])
      .where('id', '=', sessionId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const before = await trx
      .selectFrom('timeline')
      .select('position')
      .where('session_id', '=', sessionId)
      .where('kind', '=', 'refused')
      .where('event', '=', signal)
      .where('at', '=', new Date(at))
      .executeTakeFirst();
    if (before !== undefined) return;
    await trx
      .insertInto('timeline')
      .values({
        organization_id: row.organization_id,
        environment: row.environment,
        session_id: sessionId,
        sequence: null,
        kind: 'refused',
        event: signal,
        from_status: status,
        to_status: null,
        attempt,
        actor_kind: 'operator',
        actor_id: sender,
        detail: JSON.stringify({ code }),
        content_hash: null,
        at: new Date(at),
      })
      .execute();
  });
}
