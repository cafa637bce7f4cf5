import type { Kysely, Transaction } from 'kysely';
import { writeExtraction } from '../../shared/attempt/readings';
import type { CheckName, CheckOutcome } from '../../shared/domain/checks/outcome';
import type { Database, SessionRow } from '../../shared/database/schema';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { newId, type CheckRunId } from '../../shared/domain/ids';
import type { TypedEvent } from '../../shared/domain/webhooks/event-data';
import { appendEvent } from '../../shared/outbox/append-event';
import type { AttemptRef } from './contract';
import { loadOutcomes } from './load-session';

export interface OutcomeRow extends AttemptRef {
  readonly outcome: CheckOutcome;
  readonly startedAt: Date;
  readonly durationMs: number;
  /** Seals what was compared, once the row's id is known; null when there is nothing to keep. */
  readonly sealEvidence?: (id: CheckRunId) => Buffer;
  /** Sealed fields that the check read from the documents, stored with its row. */
  readonly extraction?: Buffer;
}

/** Judge the document as a whole: `document.verified` fires when all of them passed. */
const documentChecks: readonly CheckName[] = [
  'document_quality',
  'document_ocr',
  'document_expiration',
  'id_document_filter',
];

/**
 * Writes one outcome and its events, while the session is still processing that attempt. A row that is
 * there already stays: the first answer counts, and is what comes back.
 *
 * @throws VerifaError attempt_stale when the session went on without this answer
 */
export async function recordOutcome(
  db: Kysely<Database>,
  written: OutcomeRow,
  at: Date,
): Promise<CheckOutcome> {
  return db.transaction().execute(async (trx) => {
    const row = await lockProcessing(trx, written);
    const { outcome } = written;
    const id = newId('check');
    const inserted = await trx
      .insertInto('check_runs')
      .values({
        id,
        session_id: row.id,
        attempt: written.attempt,
        check: outcome.check,
        status: outcome.status,
        score: outcome.score,
        reasons: [...outcome.reasons],
        evidence_sealed: written.sealEvidence?.(id) ?? null,
        engine: outcome.engine,
        engine_version: outcome.engineVersion,
        started_at: written.startedAt,
        duration_ms: Math.round(written.durationMs),
      })
      .onConflict((conflict) => conflict.columns(['session_id', 'attempt', 'check']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted === undefined) {
      const recorded = await loadOutcomes(trx, written);
      return recorded.find(({ check }) => check === outcome.check) ?? outcome;
    }
    if (written.extraction !== undefined) {
      await writeExtraction(trx, written, written.extraction, at);
    }
    await announce(trx, row, written, at);
    return outcome;
  });
}

async function lockProcessing(trx: Transaction<Database>, ref: AttemptRef): Promise<SessionRow> {
  const row = await trx
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', ref.sessionId)
    .forUpdate()
    .executeTakeFirst();
  if (row?.status !== 'processing' || row.attempt !== ref.attempt) {
    throw new VerifaError('attempt_stale');
  }
  return row;
}

async function announce(
  trx: Transaction<Database>,
  row: SessionRow,
  { outcome, attempt }: OutcomeRow,
  at: Date,
): Promise<void> {
  const { status } = row;
  const events: TypedEvent[] = [
    {
      type: 'check.completed',
      data: { status, check: outcome.check, check_status: outcome.status, attempt },
    },
  ];
  if (outcome.check === 'document_ocr' && outcome.status === 'passed') {
    events.push({ type: 'document.extracted', data: { status, attempt } });
  }
  if (documentChecks.includes(outcome.check)) {
    const outcomes = await loadOutcomes(trx, { sessionId: row.id, attempt });
    const passed = outcomes.filter(({ status }) => status === 'passed').map(({ check }) => check);
    if (documentChecks.every((check) => passed.includes(check))) {
      events.push({ type: 'document.verified', data: { status, attempt } });
    }
  }
  let sequence = row.event_sequence;
  for (const event of events) {
    sequence += 1;
    await appendEvent(trx, row, { ...event, sequence, at });
  }
  await trx
    .updateTable('sessions')
    .set({ event_sequence: sequence })
    .where('id', '=', row.id)
    .execute();
}
