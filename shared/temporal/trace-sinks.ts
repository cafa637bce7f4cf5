import type { Sinks } from '@temporalio/workflow';
import type { EndedSpan } from '../domain/tracing/span';

/** How a workflow tells the worker of a span: the one thing that leaves it beside commands. */
export interface TraceSinks extends Sinks {
  verifaTraces: { ended(span: EndedSpan): void };
}
