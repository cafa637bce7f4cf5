import { sql, type Kysely, type Migration } from 'kysely';

/** The pull feed's own order of an organisation's events, given when they are first asked for. */
export const eventFeedMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `ALTER TABLE events ADD COLUMN feed_position bigint`,
  `CREATE INDEX events_unfed ON events (organization_id, environment, position)
    WHERE feed_position IS NULL AND NOT is_test`,
  // Partial: no foreign key can use it, so that numbering an event does not wait for its deliveries.
  `CREATE UNIQUE INDEX events_feed ON events (organization_id, environment, feed_position)
    WHERE feed_position IS NOT NULL`,
  `CREATE INDEX events_by_time ON events (organization_id, environment, created_at, position)
    WHERE NOT is_test`,
];
