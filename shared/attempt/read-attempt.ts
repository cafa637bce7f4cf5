import { versionOfAttempt } from '../database/version-of-attempt';
import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { inOrderOfNames, type CheckOutcome } from '../domain/checks/outcome';
import type { Database, SessionRow } from '../database/schema';
import type { WorkflowDefinition } from '../domain/graph/definition';
import type { DocumentId } from '../domain/ids';
import type { OrganizationSettings } from '../domain/organization/settings';
import { everyGateEvent, gateAnswersOf, type AnsweredGate } from './gate-answers';
import { everyLayer, underLayers } from './outcome-layers';
import type { AttemptOf } from './readings';

/** One attempt as its records have it. */
export interface AttemptRecord {
  readonly session: SessionRow;
  /** Of the version that judges it. */
  readonly definition: WorkflowDefinition;
  readonly settings: OrganizationSettings;
  /** What was frozen when it began. */
  readonly documentIds: readonly DocumentId[];
  readonly startedAt: Date;
  /** As the engines said, whatever reviewers made of it. */
  readonly outcomes: readonly CheckOutcome[];
  /** As they count: under what reviewers laid over them. */
  readonly standing: readonly CheckOutcome[];
  /** How its gates were answered, the oldest first. */
  readonly gates: readonly Pick<AnsweredGate, 'gate' | 'answer'>[];
  /** A reviewer corrected what was read. */
  readonly isCorrected: boolean;
}

/**
 * THE reader of one attempt, in one statement: whoever judges it, chooses its way or decides it anew sees
 * the same. Null: there is no such attempt. Of many at once the parts are read each for all (`loadLayers`,
 * `loadGateAnswers`, `loadReadings`).
 */
export async function readAttempt(
  db: Kysely<Database>,
  { sessionId, attempt }: AttemptOf,
): Promise<AttemptRecord | null> {
  const row = await db
    .selectFrom('attempts')
    .innerJoin('sessions', 'sessions.id', 'attempts.session_id')
    .innerJoin('workflow_versions', versionOfAttempt)
    .leftJoin('environment_settings', (join) =>
      join
        .onRef('environment_settings.organization_id', '=', 'sessions.organization_id')
        .onRef('environment_settings.environment', '=', 'sessions.environment'),
    )
    .selectAll('sessions')
    .select(['attempts.document_ids', 'attempts.started_at'])
    .select(['workflow_versions.definition', 'environment_settings.settings'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('check_runs')
          .select(['check_runs.check', 'check_runs.status', 'check_runs.score'])
          .select(['check_runs.reasons', 'check_runs.engine'])
          .select('check_runs.engine_version as engineVersion')
          .whereRef('check_runs.session_id', '=', 'attempts.session_id')
          .whereRef('check_runs.attempt', '=', 'attempts.attempt'),
      ).as('outcomes'),
      jsonArrayFrom(
        everyLayer(db)
          .where('case_changes.session_id', '=', eb.ref('attempts.session_id'))
          .where('case_changes.attempt', '=', eb.ref('attempts.attempt')),
      ).as('layers'),
      jsonArrayFrom(
        everyGateEvent(db)
          .where('timeline.session_id', '=', eb.ref('attempts.session_id'))
          .where('timeline.attempt', '=', eb.ref('attempts.attempt')),
      ).as('gate_events'),
      eb
        .exists(
          eb
            .selectFrom('case_changes')
            .select('case_changes.id')
            .whereRef('case_changes.session_id', '=', 'attempts.session_id')
            .whereRef('case_changes.attempt', '=', 'attempts.attempt')
            .where('case_changes.kind', '=', 'correction')
            .where('case_changes.applied_at', 'is not', null),
        )
        .as('is_corrected'),
    ])
    .where('attempts.session_id', '=', sessionId)
    .where('attempts.attempt', '=', attempt)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { document_ids, started_at, definition, settings, ...rest } = row;
  const { outcomes: runs, layers, gate_events, is_corrected, ...session } = rest;
  const outcomes = inOrderOfNames(runs);
  return {
    session,
    definition,
    settings: settings ?? {},
    documentIds: document_ids,
    startedAt: started_at,
    outcomes,
    standing: underLayers(outcomes, layers, { sessionId, attempt }),
    gates: gateAnswersOf(gate_events),
    isCorrected: Boolean(is_corrected),
  };
}

/** As the engines said, now: whoever holds the session's lock sees all that was recorded. */
export async function loadOutcomes(
  db: Kysely<Database>,
  { sessionId, attempt }: AttemptOf,
): Promise<readonly CheckOutcome[]> {
  const rows = await db
    .selectFrom('check_runs')
    .select(['check', 'status', 'score', 'reasons', 'engine', 'engine_version as engineVersion'])
    .where('session_id', '=', sessionId)
    .where('attempt', '=', attempt)
    .execute();
  return inOrderOfNames(rows);
}
