import type { Kysely, Transaction } from 'kysely';
import { loadOutcomes } from '../../shared/attempt/read-attempt';
import { writingExtraction } from '../../shared/attempt/readings';
import {
  inOrderOfNames,
  type CheckName,
  type CheckOutcome,
} from '../../shared/domain/checks/outcome';
import type { Write } from '../../shared/database/in-one-statement';
import type { Database, SessionRow } from '../../shared/database/schema';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { newId, type CheckRunId } from '../../shared/domain/ids';
import { PendingWrites } from '../../shared/records/pending-writes';
import type { TypedEvent } from '../../shared/domain/webhooks/event-data';
import type { AttemptRef } from './contract';

export interface OutcomeRow extends AttemptRef {
  readonly outcome: CheckOutcome;
  readonly startedAt: Date;
  readonly durationMs: number;
  /** Seals what was compared, once the row's id is known; null when there is nothing to keep. */
  readonly sealEvidence?: (id: CheckRunId) => Buffer;
  /** Sealed fields that the check read from the documents, stored with its row. */
  readonly extraction?: Buffer;
}

/** What checks of one attempt came to, to be written together. */
export interface Outcomes {
  readonly rows: readonly OutcomeRow[];
  /** Further rows of the same checks, which bear being written twice. */
  readonly beside?: readonly ((db: Kysely<Database>) => Write)[];
  /** Recorded outcomes that the caller has in hand: they are not read again. */
  readonly known?: readonly CheckOutcome[];
}

/** Judge the document as a whole: `document.verified` fires when all of them passed. */
const documentChecks: readonly CheckName[] = [
  'document_quality',
  'document_ocr',
  'document_expiration',
  'id_document_filter',
];

/** One alone; see `recordOutcomes`. */
export async function recordOutcome(
  db: Kysely<Database>,
  written: OutcomeRow,
  at: Date,
): Promise<CheckOutcome> {
  const [recorded] = await recordOutcomes(db, written, { rows: [written] }, at);
  return recorded ?? written.outcome;
}

/**
 * Writes outcomes and their events in one transaction, while the session is still processing that attempt. A
 * row that is there already stays: the first answer counts, and is what comes back.
 *
 * @returns what is recorded of these checks
 * @throws VerifaError attempt_stale when the session went on without this answer
 */
export async function recordOutcomes(
  db: Kysely<Database>,
  ref: AttemptRef,
  { rows, beside = [], known = [] }: Outcomes,
  at: Date,
): Promise<readonly CheckOutcome[]> {
  if (rows.length === 0 && beside.length === 0) return [];
  return db.transaction().execute(async (trx) => {
    const session = await lockProcessing(trx, ref);
    const inserted = await insertRuns(trx, rows);
    const isNew = ({ outcome: { check } }: OutcomeRow): boolean => inserted.includes(check);
    const [fresh, late] = [rows.filter(isNew), rows.filter((row) => !isNew(row))];
    const inHand = [...known, ...fresh.map(({ outcome }) => outcome)];
    const recorded = isEnough(inHand, fresh, late) ? inHand : await loadOutcomes(trx, ref);
    const writes = new PendingWrites(trx);
    for (const write of beside) writes.add(write(trx));
    for (const { extraction } of fresh) {
      if (extraction !== undefined) writes.add(writingExtraction(trx, ref, extraction, at));
    }
    const events = eventsOf(session, ref, fresh, recorded);
    for (const [index, event] of events.entries()) {
      const sequence = session.event_sequence + index + 1;
      writes.addEvent(session, { ...event, sequence, at });
    }
    if (events.length > 0) {
      const sequence = session.event_sequence + events.length;
      writes.add(
        trx
          .updateTable('sessions')
          .set({ event_sequence: sequence })
          .where('id', '=', ref.sessionId),
      );
    }
    await writes.send();
    return rows.map(
      ({ outcome }) => recorded.find(({ check }) => check === outcome.check) ?? outcome,
    );
  });
}

type Processing = Pick<SessionRow, 'id' | 'organization_id' | 'environment' | 'status'> &
  Pick<SessionRow, 'event_sequence'>;

async function lockProcessing(trx: Transaction<Database>, ref: AttemptRef): Promise<Processing> {
  const row = await trx
    .selectFrom('sessions')
    .select(['id', 'organization_id', 'environment', 'status', 'attempt', 'event_sequence'])
    .where('id', '=', ref.sessionId)
    .forUpdate()
    .executeTakeFirst();
  if (row?.status !== 'processing' || row.attempt !== ref.attempt) {
    throw new VerifaError('attempt_stale');
  }
  return row;
}

/** @returns the checks that had no row yet */
async function insertRuns(
  trx: Transaction<Database>,
  rows: readonly OutcomeRow[],
): Promise<readonly CheckName[]> {
  if (rows.length === 0) return [];
  const inserted = await trx
    .insertInto('check_runs')
    .values(
      rows.map(({ sessionId, attempt, outcome, sealEvidence, startedAt, durationMs }) => {
        const id = newId('check');
        return {
          id,
          session_id: sessionId,
          attempt,
          check: outcome.check,
          status: outcome.status,
          score: outcome.score,
          reasons: [...outcome.reasons],
          evidence_sealed: sealEvidence?.(id) ?? null,
          engine: outcome.engine,
          engine_version: outcome.engineVersion,
          started_at: startedAt,
          duration_ms: Math.round(durationMs),
        };
      }),
    )
    .onConflict((conflict) => conflict.columns(['session_id', 'attempt', 'check']).doNothing())
    .returning('check')
    .execute();
  return inserted.map(({ check }) => check);
}

/** Whether what is in hand says all that has to be known of the attempt's recorded outcomes. */
function isEnough(
  inHand: readonly CheckOutcome[],
  fresh: readonly OutcomeRow[],
  late: readonly OutcomeRow[],
): boolean {
  if (late.length > 0) return false;
  const isOfDocument = fresh.some(({ outcome }) => documentChecks.includes(outcome.check));
  return !isOfDocument || documentChecks.every((one) => inHand.some(({ check }) => check === one));
}

/** In the order of the checks' names, whatever order they ended in. */
function eventsOf(
  { status }: Processing,
  { attempt }: AttemptRef,
  fresh: readonly OutcomeRow[],
  recorded: readonly CheckOutcome[],
): readonly TypedEvent[] {
  const outcomes = inOrderOfNames(fresh.map(({ outcome }) => outcome));
  const last = outcomes.findLast(({ check }) => documentChecks.includes(check));
  return outcomes.flatMap((outcome): TypedEvent[] => {
    const { check } = outcome;
    const isRead = check === 'document_ocr' && outcome.status === 'passed';
    return [
      {
        type: 'check.completed',
        data: { status, check, check_status: outcome.status, attempt },
      },
      ...(isRead ? [{ type: 'document.extracted' as const, data: { status, attempt } }] : []),
      ...(outcome === last && isVerified(recorded)
        ? [{ type: 'document.verified' as const, data: { status, attempt } }]
        : []),
    ];
  });
}

function isVerified(recorded: readonly CheckOutcome[]): boolean {
  const passed = recorded.filter(({ status }) => status === 'passed').map(({ check }) => check);
  return documentChecks.every((check) => passed.includes(check));
}
