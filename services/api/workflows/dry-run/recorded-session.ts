import type { CheckName } from '../../../../shared/domain/checks/outcome';
import type { KnownBesides, Outcome, Outcomes } from './walk-recorded';
import type { Graph } from '../../../../shared/domain/graph/definition';
import type { ReadRecord } from '../../../../shared/domain/checks/rules/over-read';
import type { ScreeningRule } from '../../../../shared/domain/checks/screening-rule';
import type { StatedData } from '../../../../shared/applicant/stated-fields';

export type CheckConfig = Readonly<Record<string, unknown>>;
export type RecordedOutcome = Outcome;

/** All that a check can be judged on again without an engine: what an attempt left behind, opened. */
export interface RecordedSession extends ReadRecord {
  readonly outcomes: Outcomes;
  /** What judged the attempt, with only the checks that the session asked for. */
  readonly graph: Graph;
  readonly gates: ReadonlyMap<string, 'continue' | 'fail' | 'timeout'>;
  readonly known: KnownBesides;
  /** What becomes of an approval that nobody was screened for, by today's setting. */
  readonly screening: ScreeningRule;
  /** What each recorded check was asked for. */
  readonly configs: ReadonlyMap<CheckName, CheckConfig>;
  /** A reviewer's word over an engine's: no rule takes it back. */
  readonly overridden: ReadonlySet<CheckName>;
  /** Opened only when it is asked for. */
  readonly stated: () => StatedData;
  /** Of a recorded check; null when it left none. */
  readonly evidence: (check: CheckName) => unknown;
}
