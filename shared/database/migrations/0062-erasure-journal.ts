import { sql, type Kysely, type Migration } from 'kysely';
import { ownRow, protectTable } from '../row-security';

/**
 * Every erasure is noted in the transaction that carries it out, until it stands in the journal outside of
 * Postgres. By triggers, so that no road can forget it: a later one, an older release's, or a hand's.
 */
export const erasureJournalMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
    await protectTable(db, 'erasure_journal', ownRow);
    const { rows } = await sql<{ schema: string }>`
      SELECT quote_ident(current_schema()) AS schema`.execute(db);
    for (const [name, { takes, gives, body }] of Object.entries(functions)) {
      for (const statement of [
        `CREATE FUNCTION ${name}(${takes}) RETURNS ${gives} LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = ${rows[0]?.schema ?? 'public'}, pg_temp AS $$ ${body} $$`,
        `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
        `GRANT EXECUTE ON FUNCTION ${name} TO verifa_application, verifa_system`,
      ]) {
        await sql.raw(statement).execute(db);
      }
    }
  },
};

/** No foreign key: after a restore the journal tells of organisations that are not there. */
const statements: readonly string[] = [
  `CREATE TABLE erasure_journal (
    id text PRIMARY KEY, organization_id text NOT NULL, environment text NOT NULL,
    kind text NOT NULL, subject_id text NOT NULL, erased_at timestamptz NOT NULL,
    written_at timestamptz, repeating boolean NOT NULL DEFAULT false)`,
  `CREATE INDEX erasure_journal_by_subject ON erasure_journal (subject_id)`,
  `CREATE INDEX erasure_journal_unwritten ON erasure_journal (id) WHERE written_at IS NULL`,
  // A ULID by the database's clock: one clock, whichever process erases.
  `CREATE FUNCTION verifa_journal_id() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
    DECLARE
      letters constant text := '0123456789abcdefghjkmnpqrstvwxyz';
      ms constant bigint := floor(extract(epoch FROM clock_timestamp()) * 1000);
      drawn constant bytea := decode(replace(gen_random_uuid()::text, '-', ''), 'hex');
      id text := 'ers_';
    BEGIN
      FOR place IN REVERSE 9..0 LOOP
        id := id || substr(letters, ((ms >> (5 * place)) & 31)::integer + 1, 1);
      END LOOP;
      FOR place IN 0..15 LOOP
        id := id || substr(letters, (get_byte(drawn, place) & 31) + 1, 1);
      END LOOP;
      RETURN id;
    END $$`,
  // One that is repeated after a restore has its entry already.
  `CREATE FUNCTION note_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      gone constant jsonb := to_jsonb(COALESCE(NEW, OLD));
      subject constant text := gone ->> TG_ARGV[1];
    BEGIN
      INSERT INTO erasure_journal (id, organization_id, environment, kind, subject_id, erased_at)
      SELECT verifa_journal_id(), gone ->> 'organization_id', gone ->> 'environment',
        TG_ARGV[0], subject, now()
      WHERE NOT EXISTS (
        SELECT FROM erasure_journal WHERE subject_id = subject AND kind = TG_ARGV[0]);
      RETURN NULL;
    END $$`,
  // The items of a deleted list go with it, and its entry stands for them.
  `CREATE FUNCTION note_erased_item() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM lists WHERE id = OLD.list_id) THEN
        INSERT INTO erasure_journal (id, organization_id, environment, kind, subject_id, erased_at)
        SELECT verifa_journal_id(), OLD.organization_id, OLD.environment,
          'list_item_deleted', OLD.id, now()
        WHERE NOT EXISTS (
          SELECT FROM erasure_journal WHERE subject_id = OLD.id AND kind = 'list_item_deleted');
      END IF;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER erasure_is_noted AFTER INSERT ON erasures FOR EACH ROW
    EXECUTE FUNCTION note_erasure('session_erased', 'session_id')`,
  `CREATE TRIGGER hiding_is_noted AFTER UPDATE OF retention_status ON sessions FOR EACH ROW
    WHEN (NEW.retention_status = 'sensitive_redacted' AND OLD.retention_status = 'active')
    EXECUTE FUNCTION note_erasure('session_hidden', 'id')`,
  `CREATE TRIGGER erasure_is_noted AFTER UPDATE OF redacted_at ON identities FOR EACH ROW
    WHEN (NEW.redacted_at IS NOT NULL AND OLD.redacted_at IS NULL)
    EXECUTE FUNCTION note_erasure('identity_erased', 'id')`,
  `CREATE TRIGGER deletion_is_noted AFTER DELETE ON lists FOR EACH ROW
    EXECUTE FUNCTION note_erasure('list_deleted', 'id')`,
  `CREATE TRIGGER deletion_is_noted AFTER DELETE ON list_items FOR EACH ROW
    EXECUTE FUNCTION note_erased_item()`,
];

/** For the API, which is no tenant's when it asks: which ids the records do not know, and nothing of whom. */
const functions: Readonly<
  Record<string, { readonly takes: string; readonly gives: string; readonly body: string }>
> = {
  verifa_unknown_erasures: {
    takes: 'named text[]',
    gives: 'TABLE (id text)',
    body: `SELECT n.id FROM unnest(named) WITH ORDINALITY AS n (id, place)
      WHERE NOT EXISTS (SELECT FROM erasure_journal j WHERE j.id = n.id AND NOT j.repeating)
      ORDER BY n.place`,
  },
  verifa_erasures_compared_to: {
    takes: '',
    gives: 'text',
    body: `SELECT c.after FROM sweep_cursors c WHERE c.name = 'erasure_journal'`,
  },
};
