import { sql, type Kysely, type Migration } from 'kysely';

/** From when retention counts, and how it finds what is due without reading what is not. */
export const retentionMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE sessions ADD COLUMN ended_at timestamptz`.execute(db);
    // Of those that ended before, the best that is known.
    await sql`UPDATE sessions SET ended_at = COALESCE(completed_at, expired_at, updated_at)
      WHERE status IN ('completed', 'expired', 'failed')`.execute(db);
    // Not of `updated_at`: an index that every update moves would cost each of them.
    await sql`CREATE INDEX sessions_retention ON sessions (organization_id, ended_at)
      WHERE ended_at IS NOT NULL AND retention_status <> 'redacted' AND NOT legal_hold`.execute(db);
  },
};
