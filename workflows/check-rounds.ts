import {
  ActivityFailure,
  isCancellation,
  log,
  proxyActivities,
  proxyLocalActivities,
  sleep,
} from '@temporalio/workflow';
import type {
  CheckActivities,
  CheckRequest,
  CheckRound,
  SessionActivities,
} from '../activities/session/contract';
import { checkCatalogue, checkClasses, type CheckClass } from '../shared/domain/checks/catalogue';
import type { CheckOutcome } from '../shared/domain/checks/outcome';
import { checksQueue } from '../shared/temporal/names';
import { localActivityOptions } from './local-activities';
import { checksSummary } from './summaries';

const { loadAttempt, recordErrors } = proxyLocalActivities<SessionActivities>(localActivityOptions);

const checkOptions = {
  taskQueue: checksQueue,
  heartbeatTimeout: '20 seconds',
  // An expired session does not wait for engines to notice: their late answers are discarded anyway.
  cancellationType: 'TRY_CANCEL',
} as const;
const firstPause = '1 second';

const checks = proxyActivities<CheckActivities>({
  ...checkOptions,
  startToCloseTimeout: '3 minutes',
  retry: { maximumAttempts: 4, initialInterval: firstPause, backoffCoefficient: 2 },
});
/** What the fourfold try of a class has left behind one that was made together with others. */
const checksAgain = proxyActivities<CheckActivities>({
  ...checkOptions,
  startToCloseTimeout: '3 minutes',
  retry: { maximumAttempts: 3, initialInterval: '2 seconds', backoffCoefficient: 2 },
});
const { runChecks } = proxyActivities<CheckActivities>({
  ...checkOptions,
  // Two classes one after the other.
  startToCloseTimeout: '6 minutes',
  retry: { maximumAttempts: 4, initialInterval: firstPause, backoffCoefficient: 2 },
});

/** One activity a class: documents and faces side by side, then the records, which judge what was read. */
export async function runByClass(request: CheckRequest): Promise<readonly CheckOutcome[]> {
  const sides = await Promise.all([
    runClass(checks, 'document', request),
    runClass(checks, 'face', request),
  ]);
  return [...sides.flat(), ...(await runClass(checks, 'records', request))];
}

/**
 * All classes in one activity. A class whose engine broke has the rest of its tries in an activity of its
 * own, so that none takes tries from another.
 */
export async function runTogether(request: CheckRequest): Promise<readonly CheckOutcome[]> {
  const classes = checkClasses.filter((one) => of(one, request).checks.length > 0);
  if (classes.length < 2) return runByClass(request);
  const { outcomes, broken } = await firstRound(request);
  if (broken.length === 0) return outcomes;
  await sleep(firstPause, { summary: `before the next try of ${broken.join(', ')} checks` });
  const rest = { ...request, checks: request.checks.filter(({ check }) => !has(outcomes, check)) };
  const again = (one: CheckClass): Promise<readonly CheckOutcome[]> =>
    runClass(broken.includes(one) ? checksAgain : checks, one, rest);
  const sides = await Promise.all([again('document'), again('face')]);
  return [...outcomes, ...sides.flat(), ...(await again('records'))];
}

async function firstRound(request: CheckRequest): Promise<CheckRound> {
  try {
    const { checks: asked } = request;
    return await runChecks.executeWithOptions({ summary: checksSummary(asked) }, [request]);
  } catch (cause) {
    if (isCancellation(cause) || !(cause instanceof ActivityFailure)) throw cause;
    log.warn('the checks of several classes gave up; each class is tried by itself');
    const outcomes = await recorded(request);
    const missing = request.checks.filter(({ check }) => !has(outcomes, check));
    return {
      outcomes,
      broken: [...new Set(missing.map(({ check }) => checkCatalogue[check].class))],
    };
  }
}

async function runClass(
  activities: typeof checks,
  checkClass: CheckClass,
  whole: CheckRequest,
): Promise<readonly CheckOutcome[]> {
  const request = of(checkClass, whole);
  if (request.checks.length === 0) return [];
  try {
    return await start(activities, checkClass, request);
  } catch (cause) {
    if (isCancellation(cause) || !(cause instanceof ActivityFailure)) throw cause;
    const names = request.checks.map(({ check }) => check);
    log.warn('checks gave up', { checks: names.join(',') });
    await recordErrors.executeWithOptions(
      { summary: `gave up: ${checksSummary(request.checks)}` },
      [{ sessionId: request.sessionId, attempt: request.attempt, checks: names }],
    );
    return recorded(request);
  }
}

/** Those that finished before the trouble have their rows; only the rest became errors. */
async function recorded(request: CheckRequest): Promise<readonly CheckOutcome[]> {
  const { outcomes } = await loadAttempt.executeWithOptions(
    { summary: 'what checks that gave up had recorded' },
    [request],
  );
  return outcomes.filter(({ check }) => request.checks.some((asked) => asked.check === check));
}

function of(checkClass: CheckClass, { checks: asked, ...ref }: CheckRequest): CheckRequest {
  return {
    ...ref,
    checks: asked.filter(({ check }) => checkCatalogue[check].class === checkClass),
  };
}

function has(outcomes: readonly CheckOutcome[], check: CheckOutcome['check']): boolean {
  return outcomes.some((outcome) => outcome.check === check);
}

function start(
  activities: typeof checks,
  checkClass: CheckClass,
  request: CheckRequest,
): Promise<readonly CheckOutcome[]> {
  const options = { summary: checksSummary(request.checks) };
  switch (checkClass) {
    case 'document':
      return activities.runDocumentChecks.executeWithOptions(options, [request]);
    case 'face':
      return activities.runFaceChecks.executeWithOptions(options, [request]);
    case 'records':
      return activities.runRecordChecks.executeWithOptions(options, [request]);
  }
}
