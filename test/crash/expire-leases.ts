import type { Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';

/** A dead holder's lease is taken over after its 60 s (`conventions`, by a clock): they have passed. */
export async function expireLeases(db: Kysely<Database>): Promise<void> {
  await db
    .updateTable('idempotency')
    .set({ lease_until: new Date() })
    .where('answer_sealed', 'is', null)
    .execute();
}
