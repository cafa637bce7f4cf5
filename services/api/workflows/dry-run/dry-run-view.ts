import type { DryRunView } from './dry-run-object';
import type { DryRun } from './judge-recorded';
import type { RecordedEnd } from './walk-recorded';
import type { ErrorCode } from '../../../../shared/domain/errors/catalogue';
import type { SessionId, WorkflowId } from '../../../../shared/domain/ids';
import type { JudgedAttempt } from './choose-sessions';

export interface JudgedSession {
  readonly attempt: JudgedAttempt;
  readonly run: DryRun;
}

export interface UnavailableSession {
  readonly sessionId: SessionId;
  readonly code: ErrorCode;
}

/** Codes, statuses and node names only: nothing that was read of a person. */
export function dryRunView(
  workflow: { readonly id: WorkflowId; readonly version: number | null },
  judged: readonly JudgedSession[],
  unavailable: readonly UnavailableSession[],
): Omit<DryRunView, 'warnings'> {
  return {
    workflow_id: workflow.id,
    /** Null: of a definition that came with the call. */
    version: workflow.version,
    totals: totalsOf(judged, unavailable),
    sessions: judged.map(sessionView),
    unavailable: unavailable.map(({ sessionId, code }) => ({
      session_id: sessionId,
      reason: code,
    })),
  };
}

function sessionView({ attempt, run }: JudgedSession) {
  return {
    session_id: attempt.session.id,
    attempt: attempt.attempt,
    judged_by: { workflow_id: attempt.workflowId, version: attempt.workflowVersion },
    before: endView(run.before),
    after: endView(run.after),
    differs: run.differs,
    differences: run.differences,
    /** Asked for something else now, which only an engine or the records could answer. */
    kept: run.kept,
  };
}

function endView({ decision, reasonCode, path }: RecordedEnd) {
  return { decision, reason_code: reasonCode, path };
}

function totalsOf(judged: readonly JudgedSession[], unavailable: readonly UnavailableSession[]) {
  const decisions: Record<string, number> = {};
  for (const { run } of judged) {
    if (run.before.decision === run.after.decision) continue;
    const change = `${run.before.decision}_to_${run.after.decision}`;
    decisions[change] = (decisions[change] ?? 0) + 1;
  }
  const checks: Record<string, number> = {};
  for (const { check } of judged.flatMap(({ run }) => run.differences)) {
    checks[check] = (checks[check] ?? 0) + 1;
  }
  const differing = judged.filter(({ run }) => run.differs).length;
  return {
    sessions: judged.length + unavailable.length,
    judged: judged.length,
    unavailable: unavailable.length,
    same: judged.length - differing,
    differing,
    /** How many sessions each change of decision befalls, e.g. `approved_to_rejected`. */
    decisions,
    /** How many sessions each check says something else of. */
    checks,
  };
}
