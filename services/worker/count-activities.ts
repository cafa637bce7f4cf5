import { CancelledFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { MetricsSink } from '../../shared/metrics/metrics';

/** Counts how activities end, local ones too. A try that will be repeated is a failed one. */
export function countActivities(metrics: MetricsSink | undefined): ActivityInterceptorsFactory {
  return ({ info: { activityType: activity } }) => ({
    inbound: {
      async execute(input, next) {
        try {
          const answer = await next(input);
          metrics?.count('verifa_activities_total', { activity, result: 'completed' });
          return answer;
        } catch (cause) {
          const result = isCancellation(cause) ? 'cancelled' : 'failed';
          metrics?.count('verifa_activities_total', { activity, result });
          throw cause;
        }
      },
    },
  });
}

function isCancellation(cause: unknown): boolean {
  if (cause instanceof CancelledFailure) return true;
  return cause instanceof Error && cause.name === 'AbortError';
}
