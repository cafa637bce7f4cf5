import type { CheckName, CheckOutcome } from '../../../../shared/domain/checks/outcome';
import type { RejectionReason } from '../../../../shared/domain/checks/rejection-reason';
import { assertNever } from '../../../../shared/domain/assert-never';
import { alwaysRunOf } from '../../../../shared/domain/graph/always-run';
import { conclude } from '../../../../shared/domain/graph/conclude';
import type { Graph, PolicyNode } from '../../../../shared/domain/graph/definition';
import { choose, factsOf, type KnownOfSession } from '../../../../shared/domain/graph/facts';
import { walkWay, type GraphAnswers } from '../../../../shared/domain/graph/walk';
import { decisions } from '../../../../shared/domain/lifecycle/event';
import type { ScreeningRule } from '../../../../shared/domain/checks/screening-rule';

export type Outcome = Pick<CheckOutcome, 'check' | 'status' | 'score' | 'reasons'>;
export type Outcomes = ReadonlyMap<CheckName, Outcome>;

/** What is known of a session besides its checks' outcomes, as of its attempt. */
export type KnownBesides = Omit<KnownOfSession, 'outcomes'>;

export const recordedDecisions = [...decisions, 'awaiting_external', 'failed'] as const;

/** Where a walk over what is recorded ends: a decision, or where it would have to wait or give up. */
export interface RecordedEnd {
  readonly decision: (typeof recordedDecisions)[number];
  readonly reasonCode: RejectionReason | null;
  /** The nodes that were come by, in their order. */
  readonly path: readonly string[];
  /** Those that were given, and those that were asked for on the way. */
  readonly outcomes: Outcomes;
}

export interface Recorded {
  readonly outcomes: Outcomes;
  readonly gates: GraphAnswers['gates'];
  readonly known: KnownBesides;
  readonly screening: ScreeningRule;
  /** The outcome of a check on the way that has none; no engine is asked for it. */
  readonly missing: (node: Pick<PolicyNode, 'check' | 'config'>) => Outcome;
}

/** Walks a graph over recorded outcomes, as the workflow walks it over fresh ones; pure. */
export function walkRecorded(graph: Graph, recorded: Recorded): RecordedEnd {
  const { gates, known, missing } = recorded;
  const choices = new Map<string, string>();
  const checks = new Map(recorded.outcomes);
  // Each round adds a choice or an outcome, so there are no more rounds than nodes.
  for (let round = 0; round <= graph.nodes.length; round += 1) {
    const { standing, way: path } = walkWay(graph, { checks, gates, choices });
    switch (standing.kind) {
      case 'decided':
        for (const node of alwaysRunOf(graph)) {
          if (!checks.has(node.check)) checks.set(node.check, missing(node));
        }
        return {
          ...conclude(standing, checks, { outcomes: checks, ...recorded.screening }),
          path,
          outcomes: checks,
        };
      case 'at_gate':
        return { decision: 'awaiting_external', reasonCode: null, path, outcomes: checks };
      case 'failed':
        return { decision: 'failed', reasonCode: null, path, outcomes: checks };
      case 'needs_choice': {
        const facts = factsOf({ ...known, outcomes: [...checks.values()] });
        choices.set(standing.node.id, choose(standing.node, facts));
        break;
      }
      case 'needs_check':
        checks.set(standing.node.check, missing(standing.node));
        break;
      default:
        return assertNever(standing);
    }
  }
  throw new Error('graph: a cycle');
}

/** Of a check that was never run: a dry-run asks no engine and no person. */
export const notRecorded = {
  status: 'skipped',
  score: null,
  reasons: ['not_recorded'],
} as const satisfies Omit<CheckOutcome, 'check' | 'engine' | 'engineVersion'>;
