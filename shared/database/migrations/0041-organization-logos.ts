import { sql, type Kysely, type Migration } from 'kysely';

/** One logo an environment: 64 KB at most, read by its hash. */
export const organizationLogosMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE organization_logos (
      organization_id text NOT NULL REFERENCES organizations (id),
      environment text NOT NULL,
      sha256 text NOT NULL,
      png bytea NOT NULL,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (organization_id, environment)
    )`.execute(db);
    await sql`CREATE INDEX organization_logos_by_hash ON organization_logos (sha256)`.execute(db);
  },
};
