import type { WorkflowClientInterceptor } from '@temporalio/client';
import { currentTrace } from '../tracing/log-context';
import { inSpan, type Tracer } from '../tracing/tracer';
import { withTraceHeader } from './trace-header';

/** Hands the present request's ids to Temporal with whatever is started or sent; each call is a span. */
export function traceInterceptor(tracer: Tracer | undefined): WorkflowClientInterceptor {
  const sending = <T>(name: string, workflowId: string, work: () => Promise<T>): Promise<T> =>
    inSpan(
      tracer,
      { name, kind: 'client', attributes: { 'temporal.workflow.id': workflowId } },
      work,
    );
  return {
    startWithDetails: (input, next) =>
      sending(`start ${input.workflowType}`, input.options.workflowId, () =>
        next({ ...input, headers: withTraceHeader(input.headers, currentTrace()) }),
      ),
    startUpdate: (input, next) =>
      sending(`send ${input.updateName}`, input.workflowExecution.workflowId, () =>
        next({ ...input, headers: withTraceHeader(input.headers, currentTrace()) }),
      ),
    startUpdateWithStart: (input, next) =>
      sending(`send ${input.updateName}`, input.workflowStartOptions.workflowId, () =>
        next({
          ...input,
          updateHeaders: withTraceHeader(input.updateHeaders, currentTrace()),
          workflowStartHeaders: withTraceHeader(input.workflowStartHeaders, currentTrace()),
        }),
      ),
  };
}
