import type { Kysely } from 'kysely';
import type { CheckName, CheckStatus } from '../domain/checks/outcome';
import type { Database } from '../database/schema';
import type { AuditId, SessionId } from '../domain/ids';
import type { AttemptOf } from './readings';

/** What a reviewer's change says of a check, over what its engine said. */
export interface OutcomeLayer {
  readonly changeId: AuditId;
  readonly sessionId: SessionId;
  readonly attempt: number;
  readonly kind: 'override' | 'correction';
  readonly check: CheckName;
  readonly status: CheckStatus;
  readonly reasons: readonly string[];
}

interface Judged {
  readonly check: CheckName;
  readonly status: CheckStatus;
  readonly reasons: readonly string[];
}

/** Those that took effect, the oldest first. */
export async function loadLayers(
  db: Kysely<Database>,
  sessionIds: readonly SessionId[],
): Promise<readonly OutcomeLayer[]> {
  return everyLayer(db)
    .where('case_changes.session_id', 'in', [...sessionIds])
    .execute();
}

/** Of all sessions: part of a query that says of which. */
export function everyLayer(db: Kysely<Database>) {
  return db
    .selectFrom('outcome_layers')
    .innerJoin('case_changes', 'case_changes.id', 'outcome_layers.change_id')
    .select([
      'case_changes.id as changeId',
      'case_changes.session_id as sessionId',
      'case_changes.attempt',
      'case_changes.kind',
      'outcome_layers.check',
      'outcome_layers.status',
      'outcome_layers.reasons',
    ])
    .where('case_changes.applied_at', 'is not', null)
    .orderBy('case_changes.applied_at')
    .orderBy('case_changes.id');
}

/** The newest word on a check of an attempt; undefined: the engine's own stands. */
export function layerOver(
  layers: readonly OutcomeLayer[],
  of: AttemptOf & { readonly check: CheckName },
): OutcomeLayer | undefined {
  return layers.findLast(
    ({ sessionId, attempt, check }) =>
      sessionId === of.sessionId && attempt === of.attempt && check === of.check,
  );
}

/** The outcomes of one attempt with the newest layer of each check on top; nothing else changes. */
export function underLayers<T extends Judged>(
  outcomes: readonly T[],
  layers: readonly OutcomeLayer[],
  ref: AttemptOf,
): readonly (Omit<T, keyof Judged> & Judged)[] {
  return outcomes.map((outcome) => {
    const layer = layerOver(layers, { ...ref, check: outcome.check });
    return layer === undefined
      ? outcome
      : { ...outcome, status: layer.status, reasons: layer.reasons };
  });
}

/** Checks that a reviewer has given another outcome: no rule takes that back. */
export function overriddenChecks(
  layers: readonly OutcomeLayer[],
  of: AttemptOf,
): ReadonlySet<CheckName> {
  return new Set(
    layers
      .filter(({ sessionId, attempt }) => sessionId === of.sessionId && attempt === of.attempt)
      .filter(({ kind }) => kind === 'override')
      .map(({ check }) => check),
  );
}
