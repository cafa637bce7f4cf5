import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../shared/database/schema';
import type { Tenant } from '../../../shared/domain/tenant';
import { ageBands, redAfterMs, yellowAfterMs } from './case-view';

/** So many decided cases are counted, and no more: nobody reads on. */
export const mostClosed = 10_000;

const count = z.number().int().min(0);
const seconds = z.number().min(0).nullable();

export const caseStats = z
  .strictObject({
    /** Free to be claimed; a claim that ran out is none. */
    open: count,
    /** In somebody's hands. */
    in_review: count,
    /** In the hands of the caller, or of `assignee`. */
    mine: count,
    pending_second_review: count,
    escalated: count,
    closed: count,
    /** There are more than `closed` says: no more are counted. */
    closed_has_more: z.boolean(),
    /** The time that those not closed have waited; null while there is none. */
    age: z.strictObject({ p50_seconds: seconds, p95_seconds: seconds }),
    age_bands: z.record(z.enum(ageBands), count),
  })
  .meta({ id: 'CaseStats' });
type CaseStats = z.output<typeof caseStats>;

const counted = z.object({
  open: z.coerce.number(),
  in_review: z.coerce.number(),
  mine: z.coerce.number(),
  pending_second_review: z.coerce.number(),
  escalated: z.coerce.number(),
  green: z.coerce.number(),
  yellow: z.coerce.number(),
  red: z.coerce.number(),
  closed: z.coerce.number(),
  p50_seconds: seconds,
  p95_seconds: seconds,
});

interface Asked {
  /** The holder of the cases that are `mine`. */
  readonly mine: string;
  readonly now: Date;
}

/**
 * One pass over those that are not closed, and so many of the others as are counted: in the order of an index, for
 * any of them would be sought in the table itself, past all that other tenants have.
 */
export async function countQueue(
  db: Kysely<Database>,
  { organizationId, environment }: Tenant,
  { mine, now }: Asked,
): Promise<CaseStats> {
  const since = (ms: number) => new Date(now.getTime() - ms);
  const own = sql`organization_id = ${organizationId} AND environment = ${environment}`;
  const isHeld = sql`claimed_until > ${now}`;
  const ageAt = (part: number) => sql`greatest(0, extract(epoch FROM ${now}::timestamptz -
    percentile_disc(${part}::float8) WITHIN GROUP (ORDER BY created_at DESC))::float8)`;
  const { rows } = await sql`
    SELECT count(*) FILTER (WHERE status = 'open'
        OR status = 'in_review' AND NOT ${isHeld}) AS open,
      count(*) FILTER (WHERE status = 'in_review' AND ${isHeld}) AS in_review,
      count(*) FILTER (WHERE assignee = ${mine} AND ${isHeld}) AS mine,
      count(*) FILTER (WHERE status = 'pending_second_review') AS pending_second_review,
      count(*) FILTER (WHERE status = 'escalated') AS escalated,
      count(*) FILTER (WHERE created_at > ${since(yellowAfterMs)}) AS green,
      count(*) FILTER (WHERE created_at <= ${since(yellowAfterMs)}
        AND created_at > ${since(redAfterMs)}) AS yellow,
      count(*) FILTER (WHERE created_at <= ${since(redAfterMs)}) AS red,
      CASE WHEN count(*) > 0 THEN ${ageAt(0.5)} END AS p50_seconds,
      CASE WHEN count(*) > 0 THEN ${ageAt(0.95)} END AS p95_seconds,
      (SELECT count(*) FROM (SELECT FROM cases WHERE ${own} AND closed_at IS NOT NULL
        ORDER BY closed_at DESC, id DESC LIMIT ${mostClosed + 1}) AS decided) AS closed
    FROM cases WHERE ${own} AND closed_at IS NULL`.execute(db);
  const { green, yellow, red, closed, p50_seconds, p95_seconds, ...tabs } = counted.parse(rows[0]);
  return {
    ...tabs,
    closed: Math.min(closed, mostClosed),
    closed_has_more: closed > mostClosed,
    age: { p50_seconds, p95_seconds },
    age_bands: { green, yellow, red },
  };
}
