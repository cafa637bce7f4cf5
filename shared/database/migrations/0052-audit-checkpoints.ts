import { sql, type Kysely, type Migration } from 'kysely';
import { protectTable } from '../row-security';

/**
 * Old audit records may go behind a signed checkpoint, from which the rest of the chain is verified. Only the
 * owner of the tables writes one (`npm run admin -- purge`): neither role of the service can make room for a
 * deletion.
 */
export const auditCheckpointsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
    await protectTable(db, 'audit_checkpoints', {
      by: 'organization',
      column: 'organization_id',
    });
  },
};

/** As 0011 has it. */
const changing = `ARRAY['seal_position', 'seal_hash', 'client_address', 'user_agent', 'personal_salt']`;

const statements = [
  `CREATE TABLE audit_checkpoints (
    organization_id text PRIMARY KEY REFERENCES organizations, position bigint NOT NULL,
    hash bytea NOT NULL, signature text NOT NULL, at timestamptz NOT NULL)`,
  `CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        IF OLD.seal_position <= (SELECT c.position FROM audit_checkpoints c
          WHERE c.organization_id = OLD.organization_id)
        THEN RETURN OLD; END IF;
      ELSIF to_jsonb(NEW) - ${changing} = to_jsonb(OLD) - ${changing}
        AND (OLD.seal_position IS NULL
          OR (NEW.seal_position = OLD.seal_position AND NEW.seal_hash = OLD.seal_hash))
        AND (NEW.client_address IS NULL OR NEW.client_address = OLD.client_address)
        AND (NEW.user_agent IS NULL OR NEW.user_agent = OLD.user_agent)
        AND (NEW.personal_salt IS NULL OR NEW.personal_salt = OLD.personal_salt)
      THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'audit rows are append-only';
    END $$`,
  `CREATE FUNCTION audit_checkpoint_is_the_owners() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
        RETURN coalesce(NEW, OLD);
      END IF;
      RAISE EXCEPTION 'only the owner of the tables moves a checkpoint';
    END $$`,
  `CREATE TRIGGER audit_checkpoint_moves BEFORE INSERT OR UPDATE OR DELETE ON audit_checkpoints
    FOR EACH ROW EXECUTE FUNCTION audit_checkpoint_is_the_owners()`,
];
