import type { SignalEvidence } from '../../../../shared/domain/risk/assess-risk';
import type { SignalName } from '../../../../shared/domain/risk/signal-catalogue';

/** What one source of signals came to. */
export interface Finding {
  readonly triggered: ReadonlyMap<SignalName, SignalEvidence>;
  /** Signals it could not judge, for want of facts. */
  readonly notEvaluated: readonly SignalName[];
}
