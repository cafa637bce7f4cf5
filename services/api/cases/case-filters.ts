import { sql, type SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import { assertNever } from '../../../shared/domain/assert-never';
import type { Database } from '../../../shared/database/schema';
import { ageBands, caseStatus, redAfterMs, yellowAfterMs, type AgeBand } from './case-view';

export const caseFilters = {
  status: caseStatus.optional(),
  /** A user's id, a key's id, or `none`: nobody has it in hands. */
  assignee: z.string().max(64).optional(),
  age: z.enum(ageBands).optional(),
};
type CaseFilters = z.output<z.ZodObject<typeof caseFilters>>;
type CaseQuery<O> = SelectQueryBuilder<Database, 'cases', O>;

/** Filters by what the view shows: a claim that ran out is none. */
export function filterCases<O>(
  query: CaseQuery<O>,
  { status, assignee, age }: CaseFilters,
  now: Date,
): CaseQuery<O> {
  let wanted = query;
  if (status !== undefined) wanted = byStatus(wanted, status, now);
  if (assignee === 'none') {
    wanted = wanted.where((eb) =>
      eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]),
    );
  } else if (assignee !== undefined) {
    wanted = wanted.where('assignee', '=', assignee).where('claimed_until', '>', now);
  }
  return age === undefined ? wanted : byAge(wanted, age, now);
}

function byStatus<O>(
  query: CaseQuery<O>,
  status: z.output<typeof caseStatus>,
  now: Date,
): CaseQuery<O> {
  if (status === 'in_review') {
    return query.where('status', '=', status).where('claimed_until', '>', now);
  }
  if (status !== 'open') return query.where('status', '=', status);
  return query.where((eb) =>
    eb.or([
      eb('status', '=', 'open'),
      eb.and([eb('status', '=', 'in_review'), eb('claimed_until', '<=', now)]),
    ]),
  );
}

/** By how long a case has waited, or had waited when it was closed; each half has an index of its own. */
function byAge<O>(query: CaseQuery<O>, age: AgeBand, now: Date): CaseQuery<O> {
  const waited = (atLeastMs: number, belowMs: number | null) => {
    const interval = (ms: number) => sql`${ms}::float8 * interval '1 millisecond'`;
    const openSince = (ms: number) => new Date(now.getTime() - ms);
    const [open, closed] =
      belowMs === null
        ? [sql``, sql``]
        : [sql`AND created_at > ${openSince(belowMs)}`, sql`AND waited < ${interval(belowMs)}`];
    return sql<boolean>`(
      (closed_at IS NULL AND created_at <= ${openSince(atLeastMs)} ${open})
      OR (waited IS NOT NULL AND waited >= ${interval(atLeastMs)} ${closed}))`;
  };
  switch (age) {
    case 'green':
      return query.where(waited(0, yellowAfterMs));
    case 'yellow':
      return query.where(waited(yellowAfterMs, redAfterMs));
    case 'red':
      return query.where(waited(redAfterMs, null));
    default:
      return assertNever(age);
  }
}
