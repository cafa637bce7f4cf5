import type { EndedSpan, SpanAttributes, SpanKind } from '../domain/tracing/span';
import type { TraceParent } from '../domain/tracing/trace-context';
import { errorFacts } from './error-facts';
import { currentTrace, withTrace } from './log-context';

export interface SpanBeginning {
  readonly name: string;
  readonly kind: SpanKind;
  readonly attributes: SpanAttributes;
}

export interface SpanEnd {
  readonly name?: string;
  readonly attributes?: SpanAttributes;
  /** A code; absent: it went well. */
  readonly error?: string;
}

export interface OpenSpan {
  /** What is begun under it has this as its parent. */
  readonly place: TraceParent;
  end(how?: SpanEnd): void;
}

/** Where spans go. Absent in a process that traces nothing: then none is begun, and nothing of it is loaded. */
export interface Tracer {
  /** @param parent null: a trace of its own */
  begin(span: SpanBeginning, parent: TraceParent | null): OpenSpan;
  /** One that ended elsewhere. */
  record(span: EndedSpan): void;
  /** Sends what is left. */
  close(): Promise<void>;
}

/**
 * Runs work as a span of the present trace; where nothing is traced, just runs it. What no request caused has no trace:
 * sweeps and retention make no spans.
 *
 * @param describe what its result adds
 */
export function inSpan<T>(
  tracer: Tracer | undefined,
  beginning: SpanBeginning,
  work: () => Promise<T>,
  describe: (result: T) => SpanEnd = () => ({}),
): Promise<T> {
  const trace = currentTrace();
  if (tracer === undefined || trace.parent === null) return work();
  const span = tracer.begin(beginning, trace.parent);
  return withTrace({ ...trace, parent: span.place }, async () => {
    try {
      const result = await work();
      span.end(describe(result));
      return result;
    } catch (cause) {
      const { code, kind } = errorFacts(cause);
      span.end({ error: code ?? kind });
      throw cause;
    }
  });
}
