import type { Info as ActivityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { Logger } from 'pino';
import { isId, type SessionId } from '../../shared/domain/ids';
import { readTraceHeader } from '../../shared/temporal/trace-header';
import { noteSession, withLogContext, type LogIds } from '../../shared/tracing/log-context';
import { inSpan, type SpanBeginning, type Tracer } from '../../shared/tracing/tracer';
import { argumentFacts, resultFacts, sessionOf } from './activity-facts';

/** Tells nothing that a line of what it belongs to does not: read at each step, swept each minute, or tried again. */
const quiet: ReadonlySet<string> = new Set([
  'loadSession',
  'loadAttempt',
  'judgeSubmit',
  'chooseRoute',
  'tryDelivery',
  'sweepSessions',
  'startOwedInvitations',
  'sealAudit',
  'finishErasures',
  'cleanUp',
  'deleteOrphans',
]);

/**
 * Runs each activity under the ids of its request, session and workflow, so that whatever it logs, sends and writes
 * carries them, and logs how it ended.
 */
export function activityContext(
  log: Logger,
  tracer: Tracer | undefined,
): ActivityInterceptorsFactory {
  return ({ info }) => ({
    inbound: {
      execute(input, next) {
        const { activityType: activity, workflowExecution, attempt } = info;
        const ids: LogIds = {
          activity,
          ...(workflowExecution === undefined
            ? {}
            : { workflow_id: workflowExecution.workflowId, run_id: workflowExecution.runId }),
        };
        return withLogContext({ trace: readTraceHeader(input.headers), ids }, async () => {
          const session = sessionOf(input.args) ?? sessionOfWorkflow(ids.workflow_id);
          if (session !== undefined) noteSession(session);
          const startedAt = performance.now();
          const line = (): Record<string, unknown> => ({
            ...(attempt === 1 ? {} : { try: attempt }),
            duration_ms: Math.round(performance.now() - startedAt),
            ...argumentFacts(activity, input.args),
          });
          try {
            const result = await inSpan(tracer, spanOf(info, session), () => next(input));
            const level = quiet.has(activity) ? 'debug' : 'info';
            if (log.isLevelEnabled(level)) {
              log[level]({ ...line(), ...resultFacts(activity, result) }, 'activity done');
            }
            return result;
          } catch (cause) {
            const code = cause instanceof ApplicationFailure ? cause.type : undefined;
            if (log.isLevelEnabled('debug')) log.debug({ ...line(), code }, 'activity not done');
            throw cause;
          }
        });
      },
    },
  });
}

function spanOf(
  { activityType, workflowExecution, attempt }: ActivityInfo,
  session: SessionId | undefined,
): SpanBeginning {
  return {
    name: activityType,
    kind: 'internal',
    attributes: {
      'temporal.activity': activityType,
      'verifa.activity.try': attempt,
      ...(workflowExecution === undefined
        ? {}
        : {
            'temporal.workflow.id': workflowExecution.workflowId,
            'temporal.run.id': workflowExecution.runId,
          }),
      ...(session === undefined ? {} : { 'verifa.session.id': session }),
    },
  };
}

/** A session's workflow has its id, and what is sent for it has it in front. */
function sessionOfWorkflow(workflowId: string | undefined): SessionId | undefined {
  const [first = ''] = (workflowId ?? '').split('-');
  return isId('session', first) ? first : undefined;
}
