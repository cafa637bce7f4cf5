import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { readTraceHeader, withTraceHeader } from '../shared/temporal/trace-header';
import { currentTrace, withTrace } from './trace-scope';

/**
 * Hands the ids of the request on, from a start or an Update to the activities that it causes. Nothing here waits:
 * each call returns the very promise of the next, so that histories of before it was there replay unchanged.
 */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  inbound: [
    {
      execute: (input, next) => withTrace(readTraceHeader(input.headers), () => next(input)),
      handleUpdate: (input, next) => withTrace(readTraceHeader(input.headers), () => next(input)),
      handleSignal: (input, next) => withTrace(readTraceHeader(input.headers), () => next(input)),
    },
  ],
  outbound: [
    {
      scheduleActivity: (input, next) =>
        next({ ...input, headers: withTraceHeader(input.headers, currentTrace()) }),
      scheduleLocalActivity: (input, next) =>
        next({ ...input, headers: withTraceHeader(input.headers, currentTrace()) }),
      getLogAttributes(input, next) {
        const { requestId } = currentTrace();
        return next(requestId === null ? input : { ...input, requestId });
      },
    },
  ],
});
