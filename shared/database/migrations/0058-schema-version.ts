import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Lets API and worker ask which migrations the database has had. The table is the migrator's: 0049 keeps the roles
 * that they take on away from it, where the migrator made it first.
 */
export const schemaVersionMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { rows } = await sql<{ schema: string }>`
      SELECT quote_ident(current_schema()) AS schema`.execute(db);
    const schema = rows[0]?.schema ?? 'public';
    for (const statement of [
      `CREATE FUNCTION verifa_migrations() RETURNS SETOF text LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = ${schema}, pg_temp
        AS $$ BEGIN RETURN QUERY SELECT m.name::text FROM kysely_migration m; END $$`,
      `REVOKE ALL ON FUNCTION verifa_migrations() FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION verifa_migrations() TO verifa_application, verifa_system`,
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
