import { proxySinks, workflowInfo, type WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { spanIdOf } from '../shared/domain/tracing/span';
import type { TraceContext, TraceParent } from '../shared/domain/tracing/trace-context';
import { readTraceHeader, withTraceHeader } from '../shared/temporal/trace-header';
import type { TraceSinks } from '../shared/temporal/trace-sinks';
import { failureTypeOf } from './failure-type';
import { currentTrace, withTrace } from './trace-scope';

const { verifaTraces } = proxySinks<TraceSinks>();

/**
 * Hands the ids of the request on, from a start or an Update to the activities that it causes. Nothing here waits:
 * each call returns the very promise of the next, so that histories of before it was there replay unchanged.
 */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  inbound: [
    {
      execute: (input, next) => withTrace(readTraceHeader(input.headers), () => next(input)),
      handleUpdate: (input, next) =>
        asSpan(readTraceHeader(input.headers), input, () => next(input)),
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

interface Taken {
  readonly name: string;
  readonly updateId: string;
}

/** From when an Update is taken until it is answered; what it causes is its child. */
function asSpan<T>(trace: TraceContext, taken: Taken, work: () => Promise<T>): Promise<T> {
  const { parent } = trace;
  if (parent?.isSampled !== true) return withTrace(trace, work);
  const { workflowId, runId } = workflowInfo();
  const place: TraceParent = { ...parent, spanId: spanIdOf(`${runId}/${taken.updateId}`) };
  const startedAtMs = presentMs();
  const answer = withTrace({ ...trace, parent: place }, work);
  const ended = (error: string | null): void => {
    // Told of when it happened; whoever replays a history has perhaps nobody to tell.
    if (workflowInfo().unsafe.isReplaying) return;
    verifaTraces.ended({
      name: `update ${taken.name}`,
      place,
      parentSpanId: parent.spanId,
      startedAtMs,
      endedAtMs: presentMs(),
      attributes: {
        'verifa.update': taken.name,
        'temporal.workflow.id': workflowId,
        'temporal.run.id': runId,
      },
      error,
    });
  };
  // Beside the answer, which nobody waits longer for.
  answer.then(
    () => ended(null),
    (cause: unknown) => ended(failureTypeOf(cause) ?? 'Error'),
  );
  return answer;
}

/** For people who read traces, and for no command. */
function presentMs(): number {
  const { unsafe } = workflowInfo();
  return unsafe.isReplaying ? Date.now() : unsafe.now();
}
