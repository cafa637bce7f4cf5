import { sql, type Kysely } from 'kysely';
import type { Database, SessionRow } from '../../../../shared/database/schema';

/** An address as it was recorded when it was seen. */
export interface SeenAddress {
  readonly country: string | null;
  readonly torExit: boolean | null;
  readonly datacenter: boolean | null;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  /** How many other sessions came from it in the hour before. */
  readonly otherSessions: number;
}

/** Only what was recorded counts: the same attempt comes to the same, whenever it is looked at. */
export async function loadSeenAddresses(
  db: Kysely<Database>,
  session: Pick<SessionRow, 'id' | 'organization_id' | 'environment'>,
): Promise<readonly SeenAddress[]> {
  const rows = await db
    .selectFrom('session_addresses as seen')
    .selectAll()
    .select((select) =>
      select
        .selectFrom('session_addresses as other')
        .select(sql<string>`count(DISTINCT other.session_id)`.as('others'))
        .where('other.organization_id', '=', session.organization_id)
        .where('other.environment', '=', session.environment)
        .whereRef('other.address_hash', '=', 'seen.address_hash')
        .where('other.session_id', '!=', session.id)
        .where(
          sql<boolean>`other.first_seen_at BETWEEN
          seen.first_seen_at - interval '1 hour' AND seen.first_seen_at`,
        )
        .as('other_sessions'),
    )
    .where('seen.session_id', '=', session.id)
    .orderBy('seen.first_seen_at')
    .execute();
  return rows.map((row) => ({
    country: row.country,
    torExit: row.tor_exit,
    datacenter: row.datacenter,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    otherSessions: Number(row.other_sessions ?? 0),
  }));
}
