import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import {
  countOf,
  idBefore,
  inBatches,
  isOfNoOpenSession,
  lockBatch,
  type Purge,
  type PurgePart,
} from './purge-part';

/** Decided deliveries with their tries; one that is still being tried stays. */
export const purgeDeliveries: PurgePart = {
  leastDays: 30,
  count: (purge) => countOf(purge, sql`SELECT FROM ${due(purge)}`),
  purge: (purge) =>
    inBatches(purge, 'whd_', (after) =>
      purge.db.transaction().execute(async (trx) => {
        const ids = await lockBatch(trx, purge, due(purge), 'd', after);
        await deleteDeliveries(trx, ids);
        return { last: ids.at(-1), gone: ids.length };
      }),
    ),
};

function due({ organizationId, before }: Purge): RawBuilder<unknown> {
  return sql`webhook_deliveries d WHERE d.organization_id = ${organizationId}
    AND d.created_at < ${before} AND d.updated_at < ${before} AND d.id < ${idBefore('whd_', before)}
    AND d.status <> 'pending' AND ${isOfNoOpenSession('d', before)}`;
}

/** @param ids of rows that the transaction has locked */
export async function deleteDeliveries(
  trx: Transaction<Database>,
  ids: readonly string[],
): Promise<void> {
  await sql`DELETE FROM webhook_tries WHERE delivery_id = ANY (${ids}::text[])`.execute(trx);
  await sql`DELETE FROM webhook_deliveries WHERE id = ANY (${ids}::text[])`.execute(trx);
}
