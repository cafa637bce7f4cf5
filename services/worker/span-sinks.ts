import type { InjectedSinks } from '@temporalio/worker';
import type { TraceSinks } from '../../shared/temporal/trace-sinks';
import type { Tracer } from '../../shared/tracing/tracer';

/** Takes a workflow's spans, once: a replay tells of what was told before. */
export function spanSinks(tracer: Tracer | undefined): InjectedSinks<TraceSinks> {
  return {
    verifaTraces: {
      ended: { fn: (_info, span) => tracer?.record(span), callDuringReplay: false },
    },
  };
}
