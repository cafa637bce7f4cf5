import { sql, type Kysely, type Migration } from 'kysely';

/** Invitations by e-mail, each sent by a workflow of its own. */
export const invitationsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE invitations (
      session_id text NOT NULL REFERENCES sessions (id), number integer NOT NULL,
      organization_id text NOT NULL REFERENCES organizations (id), environment text NOT NULL,
      created_at timestamptz NOT NULL, sent_at timestamptz, dropped_at timestamptz,
      PRIMARY KEY (session_id, number))`.execute(db);
    await sql`CREATE INDEX invitations_owed ON invitations (created_at)
      WHERE sent_at IS NULL AND dropped_at IS NULL`.execute(db);
  },
};
