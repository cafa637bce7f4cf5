import { sql, type Kysely, type Migration } from 'kysely';

/** Reads of personal data that are still being counted; each becomes one record when its window is over. */
export const auditReadsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE audit_reads (
      organization_id text NOT NULL REFERENCES organizations (id),
      environment text NOT NULL,
      actor_id text NOT NULL,
      action text NOT NULL,
      resource_id text NOT NULL,
      filters text NOT NULL,
      window_start timestamptz NOT NULL,
      reads integer NOT NULL,
      request_id text NOT NULL,
      client_address text,
      user_agent text,
      first_at timestamptz NOT NULL,
      last_at timestamptz NOT NULL,
      PRIMARY KEY (actor_id, action, resource_id, filters, window_start)
    )`.execute(db);
    await sql`CREATE INDEX audit_reads_by_window ON audit_reads (window_start)`.execute(db);
    await sql`CREATE INDEX audit_reads_by_resource ON audit_reads (resource_id)`.execute(db);
  },
};
