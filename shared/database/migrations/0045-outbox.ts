import { sql, type Kysely, type Migration } from 'kysely';

/**
 * What is to be dispatched stands in a table of its own, so that an event is written once into its indexes. A
 * delivery's first try is leased; what is owed to an endpoint that takes nothing now is passed over by one step
 * of the index.
 */
export const outboxMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `CREATE TABLE outbox (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id text NOT NULL,
    organization_id text NOT NULL, environment text NOT NULL)`,
  // Nearly empty most of the time, and rewritten whole: dead rows are to go before they are many.
  `ALTER TABLE outbox SET (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_cost_delay = 0)`,
  `INSERT INTO outbox (event_id, organization_id, environment)
    SELECT id, organization_id, environment FROM events
    WHERE dispatched_at IS NULL ORDER BY position`,
  `DROP INDEX events_outbox`,
  `ALTER TABLE events DROP COLUMN dispatched_at`,
  `ALTER TABLE webhook_deliveries ADD COLUMN leased_by text, ADD COLUMN leased_until timestamptz`,
  `DROP INDEX webhook_deliveries_pending`,
  `CREATE INDEX webhook_deliveries_due ON webhook_deliveries (endpoint_id, round DESC, id)
    WHERE status = 'pending' AND started_round < round`,
  `CREATE INDEX webhook_deliveries_begun ON webhook_deliveries (endpoint_id, id)
    WHERE status = 'pending' AND started_round >= round`,
  `CREATE INDEX webhook_deliveries_leased ON webhook_deliveries (leased_until)
    WHERE leased_until IS NOT NULL`,
];
