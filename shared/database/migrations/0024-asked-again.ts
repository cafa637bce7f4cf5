import { sql, type Kysely, type Migration } from 'kysely';

/** What a reviewer asks for again survives the link it was first asked over, and says why. */
export const askedAgainMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE sessions ADD COLUMN asked_since integer`.execute(db);
    // Until now the asking ended with its capture.
    await sql`UPDATE sessions SET asked_since = capture WHERE required_pieces IS NOT NULL`.execute(
      db,
    );
    await sql`CREATE TABLE asked_again (
      organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
      session_id text NOT NULL REFERENCES sessions, request_id text NOT NULL, piece text NOT NULL,
      reason_code text, message_sealed bytea, created_at timestamptz NOT NULL, capture integer,
      PRIMARY KEY (session_id, request_id, piece))`.execute(db);
  },
};
