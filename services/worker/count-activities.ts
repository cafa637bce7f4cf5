import { CancelledFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { activityNames, type activityResults } from '../../shared/metrics/label-values';
import type { MetricsSink } from '../../shared/metrics/metrics';

/** Counts how activities end, local ones too. A try that will be repeated is a failed one. */
export function countActivities(metrics: MetricsSink | undefined): ActivityInterceptorsFactory {
  return ({ info }) => {
    const activity = activityNames.find((name) => name === info.activityType);
    const count = (result: (typeof activityResults)[number]): void => {
      if (activity !== undefined) metrics?.count('verifa_activities_total', { activity, result });
    };
    return {
      inbound: {
        async execute(input, next) {
          try {
            const answer = await next(input);
            count('completed');
            return answer;
          } catch (cause) {
            count(isCancellation(cause) ? 'cancelled' : 'failed');
            throw cause;
          }
        },
      },
    };
  };
}

function isCancellation(cause: unknown): boolean {
  if (cause instanceof CancelledFailure) return true;
  return cause instanceof Error && cause.name === 'AbortError';
}
