import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import type { Caller } from '../http/caller';
import { leavesEscalated, type CaseActor } from './case-actor';
import type { CaseRow } from './case-view';
import { hold } from './hold-case';

/**
 * The oldest free case that this one may decide, taken. Rows that another is taking right now are
 * skipped, not waited for: two who ask at one moment get two cases.
 */
export async function takeNext(
  trx: Transaction<Database>,
  caller: Caller,
  actor: CaseActor,
  now: Date,
): Promise<CaseRow | undefined> {
  const free = await trx
    .selectFrom('cases')
    .selectAll()
    .where('organization_id', '=', caller.organizationId)
    .where('environment', '=', caller.environment)
    .where('closed_at', 'is', null)
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
    .where(sql<boolean>`NOT (status = 'escalated' AND escalated_by = ${actor.id})`)
    .where(sql<boolean>`first_reviewer IS DISTINCT FROM ${actor.id}`)
    // Two reviewers are two named persons.
    .$if(actor.kind === 'api_key', (query) => query.where('dual_review', '=', false))
    .$if(leavesEscalated(actor), (query) => query.where('status', '!=', 'escalated'))
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return free === undefined ? undefined : hold(trx, free, actor.id, now);
}
