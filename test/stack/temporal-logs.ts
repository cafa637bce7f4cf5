import { inspect } from 'node:util';
import { IllegalStateError } from '@temporalio/common';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

/** What workers inside a test file log goes to the console, which is shown when the file fails. */
export function keepTemporalLogs(): void {
  const logger = new DefaultLogger('INFO', ({ level, message, meta }) => {
    console.log(`[temporal ${level}] ${message}`, meta === undefined ? '' : inspect(meta));
  });
  const filter = makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' });
  try {
    // Forwarded, as Temporal's native half would write past the console.
    Runtime.install({ logger, telemetryOptions: { logging: { filter, forward: {} } } });
  } catch (cause) {
    // Another stage did it, maybe one of an earlier file; `console` is always that of the file at hand.
    if (!(cause instanceof IllegalStateError)) throw cause;
  }
}
