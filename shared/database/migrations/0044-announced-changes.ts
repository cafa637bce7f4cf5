import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Says on `verifa_changes` whose rows were changed, for those who keep copies: keys, plans, settings and
 * workflows. In triggers, so that no writer can forget it, whatever program it is. That a key was used
 * changes nothing about it.
 */
export const announcedChangesMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('verifa_changes', to_jsonb(COALESCE(NEW, OLD)) ->> TG_ARGV[0]);
        RETURN NULL;
      END $$`.execute(db);
    await sql`
      CREATE FUNCTION announce_any_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('verifa_changes', '');
        RETURN NULL;
      END $$`.execute(db);
    await sql`
      CREATE TRIGGER changed_key_is_announced AFTER UPDATE ON api_keys FOR EACH ROW
      WHEN (to_jsonb(OLD) - 'last_used_at' IS DISTINCT FROM to_jsonb(NEW) - 'last_used_at')
      EXECUTE FUNCTION announce_change('organization_id')`.execute(db);
    await sql`
      CREATE TRIGGER deleted_key_is_announced AFTER DELETE ON api_keys FOR EACH ROW
      EXECUTE FUNCTION announce_change('organization_id')`.execute(db);
    for (const [table, owner] of [
      ['organizations', 'id'],
      ['environment_settings', 'organization_id'],
      ['workflows', 'organization_id'],
    ] as const) {
      await sql`
        CREATE TRIGGER change_is_announced AFTER INSERT OR UPDATE OR DELETE ON ${sql.table(table)}
        FOR EACH ROW EXECUTE FUNCTION announce_change(${sql.lit(owner)})`.execute(db);
    }
    // Versions are written once; where one is changed or goes, or a table is emptied, everybody forgets all.
    await sql`
      CREATE TRIGGER change_is_announced AFTER UPDATE OR DELETE ON workflow_versions
      FOR EACH STATEMENT EXECUTE FUNCTION announce_any_change()`.execute(db);
    for (const table of ['api_keys', 'organizations', 'environment_settings', 'workflows']) {
      await sql`
        CREATE TRIGGER emptying_is_announced AFTER TRUNCATE ON ${sql.table(table)}
        FOR EACH STATEMENT EXECUTE FUNCTION announce_any_change()`.execute(db);
    }
  },
};
