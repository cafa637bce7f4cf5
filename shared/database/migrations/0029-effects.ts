import { sql, type Kysely, type Migration } from 'kysely';

/** What makes an effect belong to the move, or to the operation, that made it. */
export const effectsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const owned = 'organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL';

const statements = [
  `CREATE TABLE enclosures (
    ${owned}, session_id text NOT NULL REFERENCES sessions, operation_id text NOT NULL,
    request_id text NOT NULL, client_address text NOT NULL, user_agent text, detail jsonb NOT NULL,
    words_sealed bytea, metadata jsonb, created_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, operation_id))`,
  `CREATE INDEX enclosures_by_age ON enclosures (created_at)`,
  `ALTER TABLE timeline ADD COLUMN request_id text`,
  `CREATE TABLE operation_effects (
    ${owned}, operation_id text NOT NULL, effect_sealed bytea, created_at timestamptz NOT NULL,
    PRIMARY KEY (organization_id, environment, operation_id))`,
  `CREATE INDEX operation_effects_by_age ON operation_effects (created_at)`,
];
