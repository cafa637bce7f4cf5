import type { LocalActivityOptions } from '@temporalio/workflow';

/**
 * For writes and reads of the database: they are idempotent, and a database that is away comes back, so
 * they are tried until they work. What can never work fails with a code that is not retryable.
 */
export const localActivityOptions: LocalActivityOptions = {
  startToCloseTimeout: '20 seconds',
  // Retried inside the worker up to here; longer waits become timers of the workflow.
  localRetryThreshold: '30 seconds',
  retry: {
    initialInterval: '200 milliseconds',
    backoffCoefficient: 2,
    maximumInterval: '10 seconds',
  },
};
