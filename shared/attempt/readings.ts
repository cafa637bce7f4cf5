import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { openJson, sealJson, type OpeningKey, type SealingKey } from '../crypto/seal';
import { sealContext } from '../crypto/session-key';
import type { Database } from '../database/schema';
import type { AuditId, SessionId } from '../domain/ids';

export interface AttemptOf {
  readonly sessionId: SessionId;
  readonly attempt: number;
}
export type Extracted = Readonly<Record<string, unknown>>;
const extractedSchema = z.record(z.string(), z.unknown());
/** Beside the corrected fields there may be why. */
const correctionSchema = extractedSchema.transform(({ reason: _why, ...fields }) => fields);

/** What was read of some sessions, under what reviewers corrected; opened one by one. */
export interface Readings {
  /** Of one attempt; null when nothing was read and nothing corrected. */
  of(key: OpeningKey, ref: AttemptOf): Extracted | null;
  /** Of the newest attempt, up to one, of which there is anything. */
  newest(key: OpeningKey, sessionId: SessionId, upTo?: number): Extracted | null;
}

/**
 * THE reader of what was read (eslint forbids the table elsewhere): whoever shows, sends or judges it sees
 * the corrections. By one query, whatever the number of the sessions.
 */
export async function loadReadings(
  db: Kysely<Database>,
  sessionIds: readonly SessionId[],
): Promise<Readings> {
  if (sessionIds.length === 0) return { of: () => null, newest: () => null };
  const ofSessions = sql<boolean>`session_id = ANY(${sessionIds})`;
  const rows = await db
    .selectFrom('extractions')
    .select(['session_id', 'attempt', 'fields_sealed as sealed'])
    .select([
      sql<AuditId | null>`NULL`.as('id'),
      sql<Date | null>`NULL::timestamptz`.as('applied_at'),
    ])
    .where(ofSessions)
    .unionAll(
      db
        .selectFrom('case_changes')
        .select(['session_id', 'attempt', 'content_sealed as sealed'])
        .select(['id', 'applied_at'])
        .where(ofSessions)
        .where('kind', '=', 'correction')
        .where('applied_at', 'is not', null),
    )
    // Of corrections that took effect the oldest comes first.
    .orderBy('applied_at')
    .orderBy('id')
    .execute();
  const read = rows.filter(({ id }) => id === null);
  const corrections = rows.flatMap(({ id, ...row }) => (id === null ? [] : [{ id, ...row }]));
  const of: Readings['of'] = (key, { sessionId, attempt }) => {
    const isOwn = (row: { readonly session_id: SessionId; readonly attempt: number }): boolean =>
      row.session_id === sessionId && row.attempt === attempt;
    const own = read.find(isOwn)?.sealed ?? null;
    const layers = corrections
      .filter(isOwn)
      .flatMap(({ id, sealed }) =>
        sealed === null
          ? []
          : [correctionSchema.parse(openJson(key, sealContext.caseChange(id), sealed))],
      );
    if (own === null && layers.length === 0) return null;
    const context = sealContext.extraction(sessionId, attempt);
    const first = own === null ? {} : extractedSchema.parse(openJson(key, context, own));
    return layers.reduce<Extracted>((under, layer) => ({ ...under, ...layer }), first);
  };
  return {
    of,
    newest(key, sessionId, upTo = Number.MAX_SAFE_INTEGER) {
      const attempts = [...read, ...corrections].flatMap((row) =>
        row.session_id === sessionId && row.attempt <= upTo ? [row.attempt] : [],
      );
      return attempts.length === 0 ? null : of(key, { sessionId, attempt: Math.max(...attempts) });
    },
  };
}

/** Of one attempt alone. */
export async function loadExtracted(
  db: Kysely<Database>,
  key: OpeningKey,
  ref: AttemptOf,
): Promise<Extracted | null> {
  const readings = await loadReadings(db, [ref.sessionId]);
  return readings.of(key, ref);
}

/** What an attempt read, once: whoever comes later finds it there. */
export async function writeExtraction(
  ...written: Parameters<typeof writingExtraction>
): Promise<void> {
  await writingExtraction(...written).execute();
}

/** The same together with other writes. */
export function writingExtraction(
  db: Kysely<Database>,
  { sessionId, attempt }: AttemptOf,
  sealed: Buffer,
  at: Date,
) {
  return db
    .insertInto('extractions')
    .values({ session_id: sessionId, attempt, fields_sealed: sealed, created_at: at })
    .onConflict((conflict) => conflict.columns(['session_id', 'attempt']).doNothing());
}

export function sealExtraction(key: SealingKey, ref: AttemptOf, fields: Extracted): Buffer {
  return sealJson(key, sealContext.extraction(ref.sessionId, ref.attempt), fields);
}
