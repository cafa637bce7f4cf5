import { sql, type Kysely, type Migration } from 'kysely';

/** Who the sessions are of: one row for each reference that a completed session had. */
export const identitiesMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

// `newest_session_id` is no foreign key: its check would wait for a session that is being changed, which
// may itself be waiting for this identity.
const statements = [
  `CREATE TABLE identities (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations,
    environment text NOT NULL, external_ref text, status text NOT NULL, origin text NOT NULL,
    tags text[] NOT NULL, metadata jsonb NOT NULL, profile_sealed bytea, wrapped_key bytea,
    master_key_id text, newest_session_id text,
    merged_into text REFERENCES identities, event_sequence integer NOT NULL,
    created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, archived_at timestamptz,
    redacted_at timestamptz)`,
  // Partial, so that no foreign key could use it: changing a reference then takes no lock that the
  // sessions' own reference to their identity would wait for.
  `CREATE UNIQUE INDEX identities_one_for_each_ref
    ON identities (organization_id, environment, external_ref) WHERE external_ref IS NOT NULL`,
  `CREATE INDEX identities_newest
    ON identities (organization_id, environment, created_at DESC, id DESC)`,
  `ALTER TABLE sessions ADD COLUMN identity_id text REFERENCES identities`,
  `CREATE INDEX sessions_by_identity ON sessions (identity_id, id DESC)
    WHERE identity_id IS NOT NULL`,
];
