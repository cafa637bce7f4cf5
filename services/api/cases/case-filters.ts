import { sql, type Kysely, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely';
import { z } from 'zod';
import { assertNever } from '../../../shared/domain/assert-never';
import type { Database } from '../../../shared/database/schema';
import { caseTag } from '../../../shared/domain/cases/priority';
import { signalNames } from '../../../shared/domain/risk/signal-catalogue';
import { anyOf } from '../http/any-of';
import type { Caller } from '../http/caller';
import { countrySchema } from '../http/country';
import { byRisk, byTime, type ListOrder } from '../http/list-order';
import { beginningWith, equalTo, ownRows, soughtRows } from '../http/sought-rows';
import {
  ageBands,
  caseStatus,
  caseStatuses,
  isClosed,
  redAfterMs,
  yellowAfterMs,
  type AgeBand,
  type CaseRow,
} from './case-view';

/** Filters of a queue, which `POST /cases/next` picks by as well. */
export const queueFilters = {
  workflow_id: z.string().min(1).max(64).optional(),
  /** The session's country. */
  country: countrySchema.optional(),
  signal: z.enum(signalNames).optional(),
  tag: caseTag.optional(),
};

export const caseFilters = {
  ...queueFilters,
  status: z.union([caseStatus.transform((status) => [status]), anyOf(caseStatuses)]).optional(),
  /** A user's id, a key's id, or `none`: nobody has it in hands. */
  assignee: z.string().max(64).optional(),
  age: z.enum(ageBands).optional(),
  /** The id of a case or of a session, or how the session's `external_ref` begins. */
  q: z.string().min(1).max(255).optional(),
};
type CaseFilters = Omit<z.output<z.ZodObject<typeof caseFilters>>, 'q'>;
type CaseQuery<O> = SelectQueryBuilder<Database, 'cases', O>;
type CaseStatus = CaseRow['status'];

export const caseSort = z.enum(['oldest', 'riskiest', 'newest']);

export function orderOf(sort: z.output<typeof caseSort>): ListOrder<CaseRow> {
  switch (sort) {
    case 'oldest':
      return byTime('asc');
    case 'newest':
      return byTime('desc');
    case 'riskiest':
      return byRisk();
    default:
      return assertNever(sort);
  }
}

/** A caller's cases, and no other's. */
export function ownCases(
  db: Kysely<Database>,
  { organizationId, environment }: Pick<Caller, 'organizationId' | 'environment'>,
) {
  return db
    .selectFrom('cases')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('environment', '=', environment);
}

/** Filters by what the view shows: a claim that ran out is none. */
export function filterCases<O>(
  query: CaseQuery<O>,
  { status, assignee, age, workflow_id, country, signal, tag }: Partial<CaseFilters>,
  now: Date,
): CaseQuery<O> {
  const isUndecided = status?.every((one) => !isClosed({ status: one })) ?? false;
  const marked = isUndecided ? isMarkedItself : isMarked;
  const conditions = [
    ...(status === undefined ? [] : byStatus(status, now)),
    ...(assignee === undefined ? [] : [byAssignee(assignee, now)]),
    ...(age === undefined ? [] : [byAge(age, status, now)]),
    ...(workflow_id === undefined ? [] : [sql<SqlBool>`workflow_id = ${workflow_id}`]),
    ...(country === undefined ? [] : [sql<SqlBool>`country = ${country}`]),
    ...(signal === undefined ? [] : [marked('signal', signal)]),
    ...(tag === undefined ? [] : [marked('tag', tag)]),
  ];
  return conditions.reduce((wanted, condition) => wanted.where(condition), query);
}

/** Those of a caller's cases that `q` finds; all where it is not asked. */
export async function soughtCases(
  db: Kysely<Database>,
  caller: Pick<Caller, 'organizationId' | 'environment'>,
  q: string | undefined,
) {
  const own = ownCases(db, caller);
  if (q === undefined) return own;
  return own.where(
    await soughtRows(db, { table: 'cases', own: ownRows(caller) }, [
      equalTo('id', q),
      equalTo('session_id', q),
      beginningWith('external_ref', q),
    ]),
  );
}

/** Joined by Postgres from whichever side is the smaller one. */
function isMarked(kind: 'signal' | 'tag', value: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`id IN (SELECT m.case_id FROM case_marks m
    WHERE m.organization_id = cases.organization_id AND m.environment = cases.environment
      AND m.kind = ${kind} AND m.value = ${value})`;
}

/** Those undecided are few, and each says itself what it is marked by: a join would ask for each of them. */
function isMarkedItself(kind: 'signal' | 'tag', value: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`${value} = ANY(${sql.ref(kind === 'signal' ? 'signals' : 'tags')})`;
}

function byAssignee(assignee: string, now: Date): RawBuilder<SqlBool> {
  return assignee === 'none'
    ? sql<SqlBool>`(claimed_until IS NULL OR claimed_until <= ${now})`
    : sql<SqlBool>`(assignee = ${assignee} AND claimed_until > ${now})`;
}

/** Said twice of those that nobody decided: by their own index they are few among a million. */
function byStatus(statuses: readonly CaseStatus[], now: Date): readonly RawBuilder<SqlBool>[] {
  const any = sql<SqlBool>`(${sql.join(
    statuses.map((status) => ofStatus(status, now)),
    sql` OR `,
  )})`;
  return statuses.some((status) => isClosed({ status }))
    ? [any]
    : [sql<SqlBool>`closed_at IS NULL`, any];
}

function ofStatus(status: CaseStatus, now: Date): RawBuilder<SqlBool> {
  const isOf = sql<SqlBool>`status = ${status}`;
  if (status === 'in_review') return sql<SqlBool>`(${isOf} AND claimed_until > ${now})`;
  if (status !== 'open') return isOf;
  return sql<SqlBool>`(${isOf} OR (status = 'in_review' AND claimed_until <= ${now}))`;
}

/** By how long a case has waited, or had waited when it was closed; each half has an index of its own. */
function byAge(
  age: AgeBand,
  statuses: readonly CaseStatus[] | undefined,
  now: Date,
): RawBuilder<SqlBool> {
  const since = (ms: number) => new Date(now.getTime() - ms);
  const [atLeastMs, belowMs] = boundsMs[age];
  const waiting =
    belowMs === null
      ? sql<SqlBool>`(closed_at IS NULL AND created_at <= ${since(atLeastMs)})`
      : sql<SqlBool>`(closed_at IS NULL AND created_at <= ${since(atLeastMs)}
          AND created_at > ${since(belowMs)})`;
  const interval = (ms: number) => sql`${ms}::float8 * interval '1 millisecond'`;
  const hadWaited =
    belowMs === null
      ? sql<SqlBool>`(waited IS NOT NULL AND waited >= ${interval(atLeastMs)})`
      : sql<SqlBool>`(waited IS NOT NULL AND waited >= ${interval(atLeastMs)}
          AND waited < ${interval(belowMs)})`;
  const isAny = (closed: boolean): boolean =>
    statuses === undefined || statuses.some((status) => isClosed({ status }) === closed);
  if (!isAny(true)) return waiting;
  return isAny(false) ? sql<SqlBool>`(${waiting} OR ${hadWaited})` : hadWaited;
}

const boundsMs: Readonly<Record<AgeBand, readonly [number, number | null]>> = {
  green: [0, yellowAfterMs],
  yellow: [yellowAfterMs, redAfterMs],
  red: [redAfterMs, null],
};
