import { Runtime, makeTelemetryFilterString, type Logger } from '@temporalio/worker';
import type { Logger as Pino } from 'pino';

/** Ids and numbers of the SDK's log attributes. The rest (errors, inputs) may quote what it met. */
const kept = [
  'taskQueue',
  'workflowId',
  'runId',
  'workflowType',
  'activityType',
  'attempt',
  'durationMs',
  'checks',
] as const;

/** The SDK's own log in this process's log; signals are the process's matter, not the SDK's. */
export function installTemporalRuntime(log: Pino): void {
  Runtime.install({
    shutdownSignals: [],
    logger: bridge(log.child({ part: 'temporal' })),
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
    },
  });
}

function bridge(log: Pino): Logger {
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
  const { error } = attributes;
  return {
    ...Object.fromEntries(
      kept.flatMap((key) => (attributes[key] === undefined ? [] : [[key, attributes[key]]])),
    ),
    ...(error instanceof Error ? { error: kindOf(error) } : {}),
  };
}

/** An ApplicationFailure's type is a code of the catalogue. */
function kindOf(error: Error): string {
  return 'type' in error && typeof error.type === 'string' ? error.type : error.name;
}
