import { sql, type Kysely } from 'kysely';
import type { Database, EventRow } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import type { Caller } from '../http/caller';

/**
 * The next events behind a place in the feed. `events.position` is given out at the insert, so an event
 * of a slower transaction appears behind one that a reader has passed already: reading by it would skip.
 * The feed has numbers of its own instead, given only to what is committed, by one at a time.
 *
 * An event that was committed before another was written comes before it; so a session's events come by
 * `sequence`.
 */
export async function nextInFeed(
  { db }: Pick<ApiDeps, 'db'>,
  caller: Caller,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly EventRow[]> {
  const numbered = await read(db, caller, page);
  if (numbered.length === page.limit) return numbered;
  await numberNext(db, caller, page.limit - numbered.length);
  // Also when it found nothing to number: another reader may have numbered it all while this one waited.
  return read(db, caller, page);
}

async function read(
  db: Kysely<Database>,
  { organizationId, environment }: Caller,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly EventRow[]> {
  return db
    .selectFrom('events')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('environment', '=', environment)
    .where('feed_position', '>', after)
    .orderBy('feed_position')
    .limit(limit)
    .execute();
}

/** Numbers the oldest committed events that have none. */
async function numberNext(
  db: Kysely<Database>,
  { organizationId, environment }: Caller,
  limit: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Its own statement: the next one's snapshot is taken behind the lock, and sees the last numbers.
    const lock = `event-feed/${organizationId}/${environment}`;
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(trx);
    await sql`
      WITH last AS (
        SELECT coalesce(max(feed_position), 0) AS number FROM events
        WHERE organization_id = ${organizationId} AND environment = ${environment}
          AND feed_position IS NOT NULL),
      unfed AS (
        SELECT id, row_number() OVER (ORDER BY position) AS nth FROM (
          SELECT id, position FROM events
          WHERE organization_id = ${organizationId} AND environment = ${environment}
            AND feed_position IS NULL AND NOT is_test
          ORDER BY position LIMIT ${limit}) AS oldest)
      UPDATE events SET feed_position = last.number + unfed.nth
      FROM last, unfed WHERE events.id = unfed.id`.execute(trx);
  });
}
