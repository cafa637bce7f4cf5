import type { CheckName } from '../../../../shared/domain/checks/outcome';
import type { DifferenceReason } from './compare-outcomes';
import { sameConfig } from '../../../../shared/domain/graph/same-config';
import { notRecorded } from './walk-recorded';
import type { CheckConfig, RecordedOutcome, RecordedSession } from './recorded-session';
import { recordedRules } from './recorded-rules';

export interface Rejudged {
  readonly outcome: RecordedOutcome;
  /** Why it may differ from what is recorded; `kept`: asked for something else, and only looked up or engine-made. */
  readonly by: DifferenceReason | 'recorded' | 'kept';
}

/**
 * What a check would say under another configuration, from what is recorded and by the judges' own rules.
 * The recorded outcome stands where the question is the same, where a reviewer overrode it, and where only
 * an engine or the records could answer the new one.
 */
export function rejudge(session: RecordedSession, check: CheckName, config: CheckConfig): Rejudged {
  const recorded = session.outcomes.get(check);
  const asked = session.configs.get(check);
  const isSame = asked !== undefined && sameConfig(check, asked, config);
  if (recorded !== undefined && isSame) return { outcome: recorded, by: 'recorded' };
  if (recorded !== undefined && session.overridden.has(check)) {
    return { outcome: recorded, by: 'kept' };
  }
  const anew = recordedRules[check]?.(session, config) ?? null;
  if (anew !== null) {
    return { outcome: anew, by: recorded === undefined ? 'newly_asked' : 'config_changed' };
  }
  return recorded === undefined
    ? { outcome: { check, ...notRecorded }, by: 'not_recorded' }
    : { outcome: recorded, by: 'kept' };
}
