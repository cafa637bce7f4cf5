import { sql, type Kysely, type Migration } from 'kysely';

/** When a delivery may be tried again: kept in the row, since a worker may die before Temporal hears of it. */
export const deliveryNotBeforeMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE webhook_deliveries ADD COLUMN not_before timestamptz`.execute(db);
  },
};
