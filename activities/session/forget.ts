import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../../shared/database/schema';
import { terminalStatuses } from '../../shared/domain/lifecycle/status-catalogue';

/** So long after the end the bound client may still read how it ended (`1-lifecycle.md`). */
const readableAfterEndMs = 10 * 60_000;
const keptMs = 24 * 3_600_000;
/** Deleted with one commit: short enough to hold up nobody who waits for one of the rows. */
const batchSize = 1_000;
/** A run ends there; what is left is the next one's. */
const batchesPerRun = 50;

/** What is left of submitted and handed-off tokens goes when nobody may use it any more. */
export async function wipeClosedTokens(db: Kysely<Database>, now: Date): Promise<void> {
  await db
    .updateTable('capture_tokens')
    .set({ token_hash: null, token_sealed: null, binding_hash: null })
    .where('status', 'in', ['closed', 'handed_off'])
    .where('token_hash', 'is not', null)
    .where(
      'session_id',
      'in',
      db
        .selectFrom('sessions')
        .select('id')
        .where('status', 'in', [...terminalStatuses])
        .where('updated_at', '<', new Date(now.getTime() - readableAfterEndMs)),
    )
    .execute();
}

/** Stored answers are kept for a day (`2-api-conventions.md`); a key used after that is a new one. */
export async function forgetOldAnswers(
  db: Kysely<Database>,
  now: Date,
  heartbeat: () => void,
): Promise<void> {
  const aDayAgo = new Date(now.getTime() - keptMs);
  await inBatches(db, heartbeat, sql`idempotency`, sql`expires_at < ${now}`);
  await inBatches(db, heartbeat, sql`operation_effects`, sql`created_at < ${aDayAgo}`);
  // Of messages that nobody knows the end of: none of them arrives a day later.
  await inBatches(db, heartbeat, sql`enclosures`, sql`created_at < ${aDayAgo}`);
}

async function inBatches(
  db: Kysely<Database>,
  heartbeat: () => void,
  table: RawBuilder<unknown>,
  isOver: RawBuilder<unknown>,
): Promise<void> {
  for (let batches = 0; batches < batchesPerRun; batches += 1) {
    const { numAffectedRows: deleted = 0n } = await sql`
      DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM ${table} WHERE ${isOver} LIMIT ${batchSize} FOR UPDATE SKIP LOCKED))`.execute(
      db,
    );
    heartbeat();
    if (deleted < BigInt(batchSize)) return;
  }
}
