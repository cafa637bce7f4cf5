import {
  ActivityFailure,
  isCancellation,
  log,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import type {
  AttemptRef,
  CheckActivities,
  CheckRequest,
  LoadedAttempt,
  SessionActivities,
} from '../activities/session/contract';
import { classOf, type CheckClass } from '../shared/checks/check-class';
import type { CheckName, CheckOutcome } from '../shared/checks/outcome';
import { rejectionReasonOf } from '../shared/checks/rejection-reason';
import { checksOf, walk, type Standing } from '../shared/graph/walk';
import type { SessionEvent } from '../shared/lifecycle/event';
import { checksQueue } from '../shared/temporal/names';
import { localActivityOptions } from './local-activities';

const { loadAttempt, recordErrors } = proxyLocalActivities<SessionActivities>(localActivityOptions);

const checks = proxyActivities<CheckActivities>({
  taskQueue: checksQueue,
  startToCloseTimeout: '3 minutes',
  heartbeatTimeout: '20 seconds',
  // An expired session does not wait for engines to notice: their late answers are discarded anyway.
  cancellationType: 'TRY_CANCEL',
  retry: { maximumAttempts: 4, initialInterval: '1 second', backoffCoefficient: 2 },
});

export interface AttemptAnswer {
  readonly event: SessionEvent;
  readonly gateTimeoutSeconds?: number;
}

/**
 * Carries an attempt on from what is already known of it: runs the checks that have no outcome yet, all
 * at once, and says what happens next. The same for a fresh attempt, behind a gate, for a rerun of the
 * decision, and for a workflow that was started again in the middle.
 */
export async function carryOn(ref: AttemptRef): Promise<AttemptAnswer> {
  const loaded = await loadAttempt(ref);
  const known = new Map(loaded.outcomes.map((outcome) => [outcome.check, outcome]));
  const nodes = [...checksOf(loaded.graph), ...(loaded.always ?? [])];
  const missing = nodes.filter((node) => !known.has(node.check));
  const request = (checkClass: CheckClass): CheckRequest => ({
    ...ref,
    checks: missing
      .filter((node) => classOf[node.check] === checkClass)
      .map(({ check, config }) => ({ check, config })),
  });
  const outcomes = await Promise.all([
    run(request('document'), checks.runDocumentChecks),
    run(request('face'), checks.runFaceChecks),
  ]);
  // These judge what was read and compared.
  outcomes.push(await run(request('records'), checks.runRecordChecks));
  for (const outcome of outcomes.flat()) known.set(outcome.check, outcome);
  return answer(ref, loaded, known);
}

async function run(
  request: CheckRequest,
  activity: (request: CheckRequest) => Promise<readonly CheckOutcome[]>,
): Promise<readonly CheckOutcome[]> {
  if (request.checks.length === 0) return [];
  try {
    return await activity(request);
  } catch (cause) {
    if (isCancellation(cause) || !(cause instanceof ActivityFailure)) throw cause;
    const names = request.checks.map(({ check }) => check);
    log.warn('checks gave up', { checks: names.join(',') });
    await recordErrors({ sessionId: request.sessionId, attempt: request.attempt, checks: names });
    // Those that finished before the trouble have their rows; only the rest became errors.
    const { outcomes } = await loadAttempt(request);
    return outcomes.filter(({ check }) => names.includes(check));
  }
}

function answer(
  ref: AttemptRef,
  loaded: LoadedAttempt,
  known: ReadonlyMap<CheckName, CheckOutcome>,
): AttemptAnswer {
  const { attempt } = ref;
  const giveUp: AttemptAnswer = {
    event: { type: 'give_up', attempt, errorCode: 'engine_failed' },
  };
  let standing: Standing;
  try {
    const gates = new Map(Object.entries(loaded.gates));
    standing = walk(loaded.graph, { checks: known, gates });
  } catch {
    // A definition that cannot be walked is not the person's fault, and no second walk mends it.
    return { event: { type: 'give_up', attempt, errorCode: 'invalid_definition' } };
  }
  switch (standing.kind) {
    case 'decided': {
      const { decision, because } = standing;
      const reasons = because === null ? [] : (known.get(because)?.reasons ?? []);
      const reasonCode = decision === 'approved' ? null : rejectionReasonOf(because, reasons);
      return { event: { type: 'decide', attempt, decision, reasonCode } };
    }
    case 'at_gate': {
      const { id, timeoutSeconds } = standing.node;
      return {
        event: { type: 'reach_gate', attempt, gate: id },
        ...(timeoutSeconds === undefined ? {} : { gateTimeoutSeconds: timeoutSeconds }),
      };
    }
    case 'failed':
    case 'needs_check':
      return giveUp;
  }
}
