import { sql, type Kysely, type Migration } from 'kysely';

/** The audit log's chain: where each row stands in it, its tip, and the heads that were signed. */
export const auditChainMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

/** What may still change of a row that was written: it is sealed, once, and its personal values go. */
const changing = `ARRAY['seal_position', 'seal_hash', 'client_address', 'user_agent', 'personal_salt']`;

const statements = [
  `ALTER TABLE audit
    ADD COLUMN client_address text, ADD COLUMN user_agent text, ADD COLUMN personal_salt bytea,
    ADD COLUMN client_address_commitment bytea, ADD COLUMN user_agent_commitment bytea,
    ADD COLUMN seal_position bigint, ADD COLUMN seal_hash bytea`,
  `CREATE UNIQUE INDEX audit_chain ON audit (organization_id, seal_position)
    WHERE seal_position IS NOT NULL`,
  `CREATE INDEX audit_unsealed ON audit (organization_id, at, id) WHERE seal_position IS NULL`,
  `CREATE INDEX audit_pages ON audit (organization_id, at DESC, id DESC)`,
  `DROP INDEX audit_newest`,
  `CREATE INDEX audit_of_resource ON audit (resource_id)`,
  `CREATE TABLE audit_tips (
    organization_id text PRIMARY KEY REFERENCES organizations, position bigint NOT NULL,
    hash bytea NOT NULL, mac bytea NOT NULL)`,
  `CREATE TABLE audit_heads (
    organization_id text NOT NULL REFERENCES organizations, position bigint NOT NULL,
    hash bytea NOT NULL, signature text NOT NULL, at timestamptz NOT NULL,
    PRIMARY KEY (organization_id, position))`,
  // Against mistakes of our own; against whoever owns the table there is the chain.
  `CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE'
        AND to_jsonb(NEW) - ${changing} = to_jsonb(OLD) - ${changing}
        AND (OLD.seal_position IS NULL
          OR (NEW.seal_position = OLD.seal_position AND NEW.seal_hash = OLD.seal_hash))
        AND (NEW.client_address IS NULL OR NEW.client_address = OLD.client_address)
        AND (NEW.user_agent IS NULL OR NEW.user_agent = OLD.user_agent)
        AND (NEW.personal_salt IS NULL OR NEW.personal_salt = OLD.personal_salt)
      THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'audit rows are append-only';
    END $$`,
  `CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()`,
];
