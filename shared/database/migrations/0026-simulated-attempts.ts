import { sql, type Kysely, type Migration } from 'kysely';

/** When a result was decided, and an attempt for each sandbox session that had a case without one. */
export const simulatedAttemptsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE results ADD COLUMN decided_at timestamptz`.execute(db);
    await sql`UPDATE results SET decided_at = updated_at WHERE status <> 'needs_review'`.execute(
      db,
    );
    // A correction or an override had its workflow look for the attempt, and stand still.
    await sql`INSERT INTO attempts (session_id, attempt, status, workflow_id, workflow_version,
        document_ids, started_at, finished_at)
      SELECT id, attempt, 'decided', workflow_id, workflow_version, '{}', updated_at, updated_at
      FROM sessions
      WHERE environment = 'sandbox' AND status IN ('under_review', 'processing')
      ON CONFLICT DO NOTHING`.execute(db);
  },
};
