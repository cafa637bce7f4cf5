import { sql, type Kysely, type Migration } from 'kysely';

/**
 * What the person typed gets a column of its own. Sealed objects from before hold both owners' data and
 * cannot be opened here: the timeline says which of their keys the person's steps wrote.
 */
export const twoOwnersMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE sessions ADD COLUMN typed_sealed bytea,
      ADD COLUMN typed_in_fields text[] NOT NULL DEFAULT '{}'`.execute(db);
    await sql`UPDATE sessions SET typed_in_fields = written.keys FROM (
      SELECT session_id, array_agg(DISTINCT
          CASE event WHEN 'user_info' THEN 'user_info' ELSE 'proof_of_address' END) AS keys
        FROM timeline
        WHERE kind = 'step' AND (event = 'user_info' OR (event = 'document_uploaded'
          AND actor_kind = 'person' AND detail ->> 'document_type' = 'proof_of_address'))
        GROUP BY session_id) AS written
      WHERE written.session_id = sessions.id AND sessions.fields_sealed IS NOT NULL`.execute(db);
  },
};
