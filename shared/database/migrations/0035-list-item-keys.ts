import { sql, type Kysely, type Migration } from 'kysely';

/**
 * A name is found by several hashes, one for each way to write it. Null: an item of an earlier release,
 * found by `value_hash` only, until the worker opens it and adds what it is found by (the migration holds
 * no key).
 */
export const listItemKeysMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE list_items ADD COLUMN key_hashes bytea[]`.execute(db);
    await sql`UPDATE list_items SET key_hashes = '{}' WHERE kind NOT IN ('name', 'name_dob')`.execute(
      db,
    );
    await sql`CREATE INDEX list_items_by_key ON list_items USING gin (key_hashes)`.execute(db);
    await sql`CREATE INDEX list_items_without_keys ON list_items (id) WHERE key_hashes IS NULL`.execute(
      db,
    );
  },
};
