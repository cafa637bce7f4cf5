import type { Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import { terminalStatuses } from '../../shared/lifecycle/state';

/** So long after the end the bound client may still read how it ended (`1-lifecycle.md`). */
const readableAfterEndMs = 10 * 60_000;
const keptMs = 24 * 3_600_000;

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
export async function forgetOldAnswers(db: Kysely<Database>, now: Date): Promise<void> {
  await db.deleteFrom('idempotency').where('expires_at', '<', now).execute();
  const aDayAgo = new Date(now.getTime() - keptMs);
  await db.deleteFrom('operation_effects').where('created_at', '<', aDayAgo).execute();
  // Of messages that nobody knows the end of: none of them arrives a day later.
  await db.deleteFrom('enclosures').where('created_at', '<', aDayAgo).execute();
}
