import type { WorkflowClientInterceptor } from '@temporalio/client';
import { currentTrace } from '../tracing/log-context';
import { withTraceHeader } from './trace-header';

/** Hands the present request's ids to Temporal with whatever is started or sent. */
export function traceInterceptor(): WorkflowClientInterceptor {
  return {
    startWithDetails: (input, next) =>
      next({ ...input, headers: withTraceHeader(input.headers, currentTrace()) }),
    startUpdate: (input, next) =>
      next({ ...input, headers: withTraceHeader(input.headers, currentTrace()) }),
    startUpdateWithStart(input, next) {
      const trace = currentTrace();
      return next({
        ...input,
        updateHeaders: withTraceHeader(input.updateHeaders, trace),
        workflowStartHeaders: withTraceHeader(input.workflowStartHeaders, trace),
      });
    },
  };
}
