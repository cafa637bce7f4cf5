import { riskLevelOf, type RiskLevel } from './risk-level';
import { actionOf, type SignalAction, type SignalActions } from './signal-actions';
import { signalNames, signalOf, type SignalCategory, type SignalName } from './signal-catalogue';

const highestScore = 100;

/** What a signal was triggered by. Personal where it names values: it is sealed. */
export type SignalEvidence = Readonly<Record<string, unknown>>;

/** The signals that were triggered, once each. */
export type Triggered = ReadonlyMap<SignalName, SignalEvidence>;

export interface AssessedSignal {
  readonly signal: SignalName;
  readonly category: SignalCategory;
  readonly weight: number;
  readonly action: SignalAction;
}

export interface RiskAssessment {
  readonly score: number;
  readonly level: RiskLevel;
  /** All that were triggered, the ignored ones too, in the catalogue's order. */
  readonly signals: readonly AssessedSignal[];
  /** The first signal that the organisation blocks; null when none does. */
  readonly blockedBy: SignalName | null;
}

/** Adds up what was triggered. Ignored signals are told, and count for nothing. */
export function assessRisk(
  triggered: Iterable<SignalName>,
  actions: SignalActions,
): RiskAssessment {
  const names = new Set(triggered);
  const signals = signalNames
    .filter((name) => names.has(name))
    .map((signal) => {
      const { category, weight } = signalOf(signal);
      return { signal, category, weight, action: actionOf(actions, signal) };
    });
  const sum = signals
    .filter(({ action }) => action !== 'ignore')
    .reduce((total, { weight }) => total + weight, 0);
  const score = Math.min(sum, highestScore);
  return {
    score,
    level: riskLevelOf(score),
    signals,
    blockedBy: signals.find(({ action }) => action === 'block')?.signal ?? null,
  };
}
