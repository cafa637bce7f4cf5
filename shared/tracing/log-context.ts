import { AsyncLocalStorage } from 'node:async_hooks';
import type { SessionId } from '../domain/ids';
import { noContext, type TraceContext } from '../domain/tracing/trace-context';

/** Ids that every line of a piece of work carries; found out on the way, so they may come later. */
export interface LogIds {
  session_id?: SessionId;
  workflow_id?: string;
  run_id?: string;
  activity?: string;
}

export interface LogContext {
  readonly trace: TraceContext;
  readonly ids: LogIds;
}

/** A key to what the present call chain was given; it holds nothing itself. */
const contexts = new AsyncLocalStorage<LogContext | null>();

/** Runs work whose lines, messages and events belong to this context. */
export function withLogContext<T>(context: LogContext, work: () => T): T {
  return contexts.run(context, work);
}

/** Runs work of nobody's request: a connection or a timer keeps the context that it was made in. */
export function withoutLogContext<T>(work: () => T): T {
  return contexts.run(null, work);
}

/** The same lines, under another span. */
export function withTrace<T>(trace: TraceContext, work: () => T): T {
  return contexts.run({ trace, ids: contexts.getStore()?.ids ?? {} }, work);
}

export function currentTrace(): TraceContext {
  return contexts.getStore()?.trace ?? noContext;
}

/** Says which session the present work is about; the first one stays. */
export function noteSession(id: SessionId): void {
  const ids = contexts.getStore()?.ids;
  if (ids !== undefined) ids.session_id ??= id;
}

/** What a line of the present work carries beside its own. */
export function logFields(): Readonly<Record<string, string>> {
  const context = contexts.getStore();
  if (context === undefined || context === null) return {};
  const { requestId, parent } = context.trace;
  return {
    ...(requestId === null ? {} : { request_id: requestId }),
    ...(parent === null ? {} : { trace_id: parent.traceId }),
    ...context.ids,
  };
}
