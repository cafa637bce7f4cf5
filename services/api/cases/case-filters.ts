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

/** By how long a case has waited, or had waited when it was closed. */
function byAge<O>(query: CaseQuery<O>, age: AgeBand, now: Date): CaseQuery<O> {
  const waited = (ms: number) =>
    sql<boolean>`coalesce(closed_at, ${now}) - created_at >= ${ms} * interval '1 millisecond'`;
  const [yellow, red] = [waited(yellowAfterMs), waited(redAfterMs)];
  switch (age) {
    case 'green':
      return query.where((eb) => eb.not(yellow));
    case 'yellow':
      return query.where(yellow).where((eb) => eb.not(red));
    case 'red':
      return query.where(red);
    default:
      return assertNever(age);
  }
}
