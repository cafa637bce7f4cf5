import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../shared/database/schema';
import type { Caller } from '../http/caller';
import { leavesEscalated, type CaseActor } from './case-actor';
import { filterCases, ownCases, queueFilters } from './case-filters';
import { ageBands, type CaseRow } from './case-view';
import { hold } from './hold-case';

const takeable = ['open', 'pending_second_review', 'escalated'] as const;

/** Filters that the next case has to pass, and which of two orders it is taken by. */
export const nextFields = {
  ...queueFilters,
  status: z.enum(takeable).optional(),
  age: z.enum(ageBands).optional(),
  sort: z.enum(['oldest', 'riskiest']).default('oldest'),
};
type Wish = z.output<z.ZodObject<typeof nextFields>>;

/**
 * The most urgent and then oldest (or riskiest) free case that this one may decide, taken. Rows that another is
 * taking right now are skipped, not waited for: two who ask at one moment get two cases.
 */
export async function takeNext(
  trx: Transaction<Database>,
  {
    caller,
    actor,
    wish,
  }: { readonly caller: Caller; readonly actor: CaseActor; readonly wish: Wish },
  now: Date,
): Promise<CaseRow | undefined> {
  const { status, sort, ...filters } = wish;
  const among = { ...filters, status: status === undefined ? [...takeable] : [status] };
  const free = await filterCases(ownCases(trx, caller), among, now)
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
    .where(sql<boolean>`NOT (status = 'escalated' AND escalated_by = ${actor.id})`)
    .where(sql<boolean>`first_reviewer IS DISTINCT FROM ${actor.id}`)
    // Two reviewers are two named persons.
    .$if(actor.kind === 'api_key', (query) => query.where('dual_review', '=', false))
    .$if(leavesEscalated(actor), (query) => query.where('status', '!=', 'escalated'))
    .$if(sort === 'oldest', (query) => query.orderBy('priority', 'desc'))
    .$if(sort === 'riskiest', (query) => query.orderBy('risk_rank'))
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return free === undefined ? undefined : hold(trx, free, actor.id, now);
}
