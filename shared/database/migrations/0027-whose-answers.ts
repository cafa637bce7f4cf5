import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Whose data a stored answer holds, whichever kind of id its path had, and that it was erased with them.
 * Also: profiles of identities whose newest session was hidden before hiding refreshed them.
 */
export const whoseAnswersMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE idempotency
      ADD COLUMN subject_ids text[] NOT NULL DEFAULT '{}',
      ADD COLUMN erased_subject text`.execute(db);
    await sql`UPDATE idempotency SET subject_ids = ARRAY[session_id]
      WHERE session_id IS NOT NULL`.execute(db);
    // Of the other stored answers nobody can tell any more whose they are; their day ends them.
    await sql`ALTER TABLE idempotency DROP COLUMN session_id`.execute(db);
    await sql`CREATE INDEX idempotency_subjects ON idempotency USING gin (subject_ids)`.execute(db);
    await sql`CREATE INDEX idempotency_assigned ON idempotency (assigned_id)`.execute(db);
    await sql`UPDATE identities SET profile_sealed = NULL WHERE profile_sealed IS NOT NULL
      AND newest_session_id IN (SELECT id FROM sessions WHERE retention_status <> 'active')`.execute(
      db,
    );
    await sql`UPDATE webhook_tries SET answer = NULL WHERE answer IS NOT NULL
      AND delivery_id IN (SELECT d.id FROM webhook_deliveries d JOIN sessions s ON s.id = d.session_id
        WHERE s.retention_status <> 'active')`.execute(db);
  },
};
