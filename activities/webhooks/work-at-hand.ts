import { sql, type Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';

/** What a dispatcher's round has to do. */
export interface WorkAtHand {
  events: boolean;
  /** Deliveries whose first try is owed. */
  due: boolean;
  /** Deliveries that another dispatcher left behind. */
  lapsed: boolean;
}

/** The look that an idle dispatcher takes now and then: three steps of indexes in one statement. */
export async function workAtHand(db: Kysely<Database>): Promise<WorkAtHand> {
  const { rows } = await sql<WorkAtHand>`
    SELECT EXISTS (SELECT FROM outbox) AS events,
      EXISTS (
        SELECT FROM webhook_deliveries WHERE status = 'pending' AND started_round < round) AS due,
      EXISTS (
        SELECT FROM webhook_deliveries WHERE leased_until < clock_timestamp()) AS lapsed`.execute(
    db,
  );
  return rows[0] ?? { events: true, due: true, lapsed: true };
}
