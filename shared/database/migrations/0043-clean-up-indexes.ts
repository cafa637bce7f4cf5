import { sql, type Kysely, type Migration } from 'kysely';

/** What every minute's clean-up looks for, found without reading what is not due. */
export const cleanUpIndexesMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `CREATE INDEX idempotency_by_expiry ON idempotency (expires_at)`,
  // Small: a row leaves it when it is wiped.
  `CREATE INDEX capture_tokens_unwiped ON capture_tokens (session_id)
    WHERE status IN ('closed', 'handed_off') AND token_hash IS NOT NULL`,
  `CREATE INDEX erasures_pending ON erasures (session_id)
    WHERE cardinality(pending_object_keys) > 0`,
];
