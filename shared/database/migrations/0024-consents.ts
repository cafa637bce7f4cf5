import { sql, type Kysely, type Migration } from 'kysely';

/** Every word on consent gets a row of its own, so that a later one rewrites nothing. */
export const consentsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE consents (
      organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
      session_id text NOT NULL REFERENCES sessions, number integer NOT NULL,
      accepted boolean NOT NULL, version text, given_by text NOT NULL, actor_kind text NOT NULL,
      actor_id text, ip text, at timestamptz NOT NULL, PRIMARY KEY (session_id, number))`.execute(
      db,
    );
    await sql`ALTER TABLE sessions ADD COLUMN consent_person_at timestamptz,
      ADD COLUMN consent_withdrawn_at timestamptz`.execute(db);
    // Until now only persons' consents stood in the row; by which link each came its timeline says.
    await sql`UPDATE sessions SET consent_person_at = consent_at
      WHERE consent_at IS NOT NULL`.execute(db);
    await sql`INSERT INTO consents (organization_id, environment, session_id, number, accepted,
        version, given_by, actor_kind, ip, at)
      SELECT organization_id, environment, id, 1, true, consent_version, 'person', 'person',
        consent_ip, consent_at FROM sessions WHERE consent_at IS NOT NULL`.execute(db);
  },
};
