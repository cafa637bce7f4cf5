import type { Logger } from '@temporalio/worker';
import type { Logger as Pino } from 'pino';
import { isId } from '../../shared/domain/ids';
import { errorFacts } from '../../shared/tracing/error-facts';

/** Ids and numbers of the SDK's log attributes. The rest (errors, inputs) may quote what it met. */
const kept = {
  taskQueue: 'task_queue',
  workflowId: 'workflow_id',
  runId: 'run_id',
  workflowType: 'workflow_type',
  activityType: 'activity',
  requestId: 'request_id',
  attempt: 'try',
  durationMs: 'duration_ms',
  checks: 'checks',
} as const;

/** The SDK's own lines in this process's log, with the ids that join them to ours. */
export function temporalLog(log: Pino): Logger {
  const write =
    (level: 'trace' | 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, attributes?: Readonly<Record<string, unknown>>): void =>
      log[level](chosen(attributes ?? {}), message);
  return {
    trace: write('trace'),
    // A message of every worker's start and of every local activity: interesting to the SDK's authors.
    debug: write('trace'),
    info: write('debug'),
    warn: write('warn'),
    error: write('error'),
    log: (level, message, attributes) => {
      if (level === 'WARN' || level === 'ERROR') {
        log[level === 'WARN' ? 'warn' : 'error'](chosen(attributes ?? {}), message);
      }
    },
  };
}

function chosen(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { error, workflowId } = attributes;
  const [session = ''] = typeof workflowId === 'string' ? workflowId.split('-') : [];
  return {
    ...(isId('session', session) ? { session_id: session } : {}),
    ...Object.fromEntries(
      Object.entries(kept).flatMap(([from, to]) =>
        attributes[from] === undefined ? [] : [[to, attributes[from]]],
      ),
    ),
    ...(error === undefined ? {} : { error: errorFacts(error) }),
  };
}
