import { sql, type Kysely, type Migration } from 'kysely';

/** What finds a person again: hashed attributes and sealed faces of sessions; the organisation's lists. */
export const duplicatesAndListsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const owned = 'organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL';
const ofSession = 'session_id text NOT NULL REFERENCES sessions';

const statements = [
  `CREATE TABLE session_attributes (
    position bigint GENERATED ALWAYS AS IDENTITY, ${owned}, ${ofSession}, kind text NOT NULL,
    value_hash bytea NOT NULL, created_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, kind, value_hash))`,
  `CREATE INDEX session_attributes_lookup
    ON session_attributes (organization_id, environment, kind, value_hash, position)`,
  `CREATE TABLE face_embeddings (
    position bigint GENERATED ALWAYS AS IDENTITY, ${owned}, ${ofSession}, capture integer NOT NULL,
    engine text NOT NULL, embedding_sealed bytea NOT NULL, created_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, capture, engine))`,
  `CREATE UNIQUE INDEX face_embeddings_scan
    ON face_embeddings (organization_id, environment, engine, position)`,
  // Sealed bytes do not compress.
  `ALTER TABLE face_embeddings ALTER COLUMN embedding_sealed SET STORAGE EXTERNAL`,
  `CREATE TABLE lists (
    id text PRIMARY KEY, ${owned}, name text NOT NULL, action text NOT NULL, origin text NOT NULL,
    created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL)`,
  `CREATE UNIQUE INDEX lists_names ON lists (organization_id, environment, lower(name))
    WHERE origin = 'api'`,
  // What reviewers block goes to one list of its own.
  `CREATE UNIQUE INDEX lists_of_review ON lists (organization_id, environment)
    WHERE origin = 'review'`,
  `CREATE TABLE list_items (
    id text PRIMARY KEY, ${owned}, list_id text NOT NULL REFERENCES lists ON DELETE CASCADE,
    kind text NOT NULL, value_hash bytea NOT NULL, value_sealed bytea NOT NULL, engine text,
    session_id text REFERENCES sessions, actor_kind text NOT NULL, actor_id text,
    created_at timestamptz NOT NULL, UNIQUE (list_id, kind, value_hash))`,
  `CREATE INDEX list_items_lookup ON list_items (organization_id, environment, kind, value_hash)`,
  `CREATE INDEX list_items_by_session ON list_items (session_id) WHERE session_id IS NOT NULL`,
];
