import { sql, type Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import type { LeasedDelivery } from './leases';

/** Where a pass goes on. */
export type QuietPlace = Pick<LeasedDelivery, 'endpoint_id' | 'id'>;

/** Deliveries that a workflow has and nothing touched for a while: it may have been lost. */
export async function quietDeliveries(
  db: Kysely<Database>,
  page: { readonly after: QuietPlace | null; readonly before: Date; readonly limit: number },
): Promise<readonly LeasedDelivery[]> {
  const { after } = page;
  return db
    .selectFrom('webhook_deliveries')
    .select(['id', 'endpoint_id', 'event_type', 'round', 'not_before'])
    .where('status', '=', 'pending')
    .whereRef('started_round', '>=', 'round')
    .where('leased_until', 'is', null)
    .where('updated_at', '<', page.before)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(endpoint_id, id) > (${after?.endpoint_id}, ${after?.id})`),
    )
    .orderBy('endpoint_id')
    .orderBy('id')
    .limit(page.limit)
    .execute();
}
