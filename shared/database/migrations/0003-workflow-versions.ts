import { sql, type Kysely, type Migration } from 'kysely';

/** Rollout of a workflow's newest version, and readings that a reprocess uses again. */
export const workflowVersionsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `ALTER TABLE workflows ADD COLUMN rollout_percentage integer NOT NULL DEFAULT 100`,
  // The version of the sessions that the rollout leaves out.
  `ALTER TABLE workflows ADD COLUMN stable_version integer NOT NULL DEFAULT 1`,
  `UPDATE workflows SET stable_version = current_version`,
  `CREATE TABLE readings (
    session_id text NOT NULL REFERENCES sessions, document_ids text[] NOT NULL,
    engine text NOT NULL, engine_version text NOT NULL, reading_sealed bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, document_ids, engine, engine_version))`,
];
