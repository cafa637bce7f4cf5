import { sql, type Kysely, type Migration } from 'kysely';

/** By what a picture of a document is found again when another session uploads a copy of it. */
export const documentPrintsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `CREATE TABLE document_prints (
    position bigint GENERATED ALWAYS AS IDENTITY,
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
    session_id text NOT NULL REFERENCES sessions, document_id text NOT NULL, engine text NOT NULL,
    content_hash bytea NOT NULL, print_sealed bytea NOT NULL, created_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, document_id, engine))`,
  `CREATE INDEX document_prints_lookup
    ON document_prints (organization_id, environment, content_hash, position)`,
  `CREATE UNIQUE INDEX document_prints_scan
    ON document_prints (organization_id, environment, engine, position)`,
  // Sealed bytes do not compress.
  `ALTER TABLE document_prints ALTER COLUMN print_sealed SET STORAGE EXTERNAL`,
];
