import { AsyncLocalStorage } from '@temporalio/workflow';
import type { TransitionCommit } from '../activities/session/contract';
import { noContext, type TraceContext } from '../shared/domain/tracing/trace-context';

/** The request behind what runs now. Decides nothing: commands are the same whatever stands here. */
const scope = new AsyncLocalStorage<TraceContext>();
/** A commit is carried out by the run's loop, which is nobody's request: it goes by who caused it. */
const causes = new WeakMap<TransitionCommit, TraceContext>();

export function currentTrace(): TraceContext {
  return scope.getStore() ?? noContext;
}

/** Adds no turn of the event loop: the order of commands stays what it was. */
export function withTrace<T>(context: TraceContext, work: () => T): T {
  return scope.run(context, work);
}

/** For what time brings about, days after the request that the run was started by. */
export function withoutTrace<T>(work: () => T): T {
  return scope.run(noContext, work);
}

export function rememberCause(commit: TransitionCommit | undefined): void {
  if (commit !== undefined) causes.set(commit, currentTrace());
}

export function causeOf(commit: TransitionCommit): TraceContext {
  return causes.get(commit) ?? noContext;
}
