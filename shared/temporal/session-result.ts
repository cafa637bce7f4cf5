import type { CheckName, CheckStatus } from '../domain/checks/outcome';
import type { Decision } from '../domain/lifecycle/event';
import type { SessionStatus } from '../domain/lifecycle/state';
import type { RiskLevel } from '../domain/risk/risk-level';

/**
 * How a run of a session's workflow ended, as Temporal's UI and CLI show it: statuses, codes and numbers,
 * nothing personal. The record is the session's row; this is for whoever reads a list of runs.
 */
export interface SessionResult {
  readonly status: SessionStatus;
  /** The decision that counts at the end of this run; null when there is none. */
  readonly decision: Decision | null;
  /** Why: the decision's or failure's own code first, then those of the checks that did not pass. */
  readonly reasonCodes: readonly string[];
  readonly attempt: number;
  /** Null where this run assessed no risk. */
  readonly riskBand: RiskLevel | null;
  /** Of this run's newest attempt; null where this run saw none, since an earlier one did. */
  readonly checks: Readonly<Partial<Record<CheckName, CheckStatus>>> | null;
}
