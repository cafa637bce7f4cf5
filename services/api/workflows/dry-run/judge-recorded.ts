import type { CheckName } from '../../../../shared/domain/checks/outcome';
import {
  compareOutcomes,
  decidesOtherwise,
  type DifferenceReason,
  type OutcomeDifference,
} from './compare-outcomes';
import { notRecorded, walkRecorded, type Outcome, type RecordedEnd } from './walk-recorded';
import { attemptChecksOf } from '../../../../shared/domain/graph/always-run';
import type { Graph, PolicyNode } from '../../../../shared/domain/graph/definition';
import type { RecordedSession } from './recorded-session';
import { rejudge } from './rejudge';

export interface DryRun {
  readonly before: RecordedEnd;
  readonly after: RecordedEnd;
  readonly differences: readonly OutcomeDifference[];
  readonly differs: boolean;
  /** Asked for something else, but only an engine or the records could say what: their outcomes stand. */
  readonly kept: readonly CheckName[];
}

type Asked = Pick<PolicyNode, 'check' | 'config'>;

/**
 * What `graph` would decide of a recorded session, beside what its own graph decides over the same record.
 * Pure: the same graph over the same record comes to the same, so one version never differs from itself.
 *
 * @param refreshed outcomes that were looked up again; they count instead of the recorded ones
 */
export function judgeRecorded(
  session: RecordedSession,
  graph: Graph,
  refreshed: ReadonlyMap<CheckName, Outcome> = new Map(),
): DryRun {
  const { gates, known, configs, screening } = session;
  const outcomes = new Map<CheckName, Outcome>();
  const reasons = new Map<CheckName, DifferenceReason>();
  const kept: CheckName[] = [];
  const judge = ({ check, config }: Asked): Outcome => {
    const { outcome, by } = rejudge(session, check, config);
    if (by === 'kept') kept.push(check);
    else if (by !== 'recorded') reasons.set(check, by);
    return outcome;
  };
  for (const node of attemptChecksOf(graph)) {
    const fresh = refreshed.get(node.check);
    if (fresh !== undefined) {
      outcomes.set(node.check, fresh);
      reasons.set(node.check, 'refreshed');
    } else if (session.outcomes.has(node.check) || !configs.has(node.check)) {
      // One that was asked for and not come to is judged when the walk comes to it now.
      outcomes.set(node.check, judge(node));
    }
  }
  const before = walkRecorded(session.graph, {
    outcomes: session.outcomes,
    gates,
    known,
    screening,
    missing: ({ check }) => ({ check, ...notRecorded }),
  });
  const after = walkRecorded(graph, { outcomes, gates, known, screening, missing: judge });
  const differences = compareOutcomes(before.outcomes, after.outcomes, reasons);
  const differs = differences.length > 0 || decidesOtherwise(before, after);
  return { before, after, differences, differs, kept };
}
