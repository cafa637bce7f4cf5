import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../shared/database/schema';
import { checkNames } from '../../../shared/domain/checks/outcome';
import type { Tenant } from '../../../shared/domain/tenant';
import type { AskedRange } from './asked-range';
import type { ReviewMetrics } from './review-object';

/** The last so many decided cases of a range are looked at: some 20 µs of Postgres each. */
const mostCases = 3_000;
const mostReviewers = 200;
/** A pause counts up to here: what is longer, somebody was elsewhere. */
const longestPauseMs = 60_000;
const hourMs = 3_600_000;

const count = z.coerce.number();
const optional = z.coerce.number().nullable();
const overallRow = z.object({
  decided: count,
  age_p50: optional,
  age_p95: optional,
  handling_p50: optional,
  handling_p95: optional,
  dual: count,
  overturned: count,
});
const reviewerRow = z.object({
  reviewer: z.string(),
  approved: count,
  rejected: count,
  handled: count,
  handling_ms: optional,
  median_ms: optional,
});
const toldRow = z.object({ overall: overallRow, reviewers: z.array(reviewerRow) });
const overrideRow = z.object({ check: z.enum(checkNames), of: count, overridden: count });

/** By the index of cases' ends, and what the log and the changes have of the cases that it gives. */
export async function measureReview(
  db: Kysely<Database>,
  { organizationId, environment }: Tenant,
  { from, to }: AskedRange,
): Promise<Omit<ReviewMetrics, 'queue'>> {
  const decidedThen = sql`organization_id = ${organizationId} AND environment = ${environment}
    AND closed_at >= ${from} AND closed_at < ${to} AND status IN ('approved', 'rejected')`;
  const picked = sql`picked AS (
    SELECT id, session_id, attempt, status, decided_by, created_at, closed_at, first_decision
    FROM cases WHERE ${decidedThen} ORDER BY closed_at DESC, id DESC LIMIT ${mostCases})`;
  // A deed is a record of the log: claims, which are prolonged while there is input, are among them.
  const handled = sql`deeds AS (
      SELECT a.resource_id AS id, a.at, lag(a.at) OVER (PARTITION BY a.resource_id ORDER BY a.at, a.id) AS before
      FROM picked p JOIN audit a ON a.resource_id = p.id AND a.actor_id = p.decided_by
        AND a.action LIKE 'case.%' AND a.at <= p.closed_at),
    handled AS (
      SELECT id, count(*) AS deeds, coalesce(sum(least(
        extract(epoch FROM at - before) * 1000, ${longestPauseMs}::float8)) FILTER (WHERE before IS NOT NULL), 0)::float8 AS ms
      FROM deeds GROUP BY id)`;
  // Together, since both are made of the deeds.
  const told = await sql`WITH ${picked}, ${handled},
    joined AS MATERIALIZED (
      SELECT p.*, h.deeds, h.ms FROM picked p LEFT JOIN handled h ON h.id = p.id),
    overall AS (SELECT count(*) AS decided,
      percentile_disc(0.5) WITHIN GROUP (ORDER BY ${waitedMs}) AS age_p50,
      percentile_disc(0.95) WITHIN GROUP (ORDER BY ${waitedMs}) AS age_p95,
      percentile_disc(0.5) WITHIN GROUP (ORDER BY p.ms) FILTER (WHERE p.deeds > 1) AS handling_p50,
      percentile_disc(0.95) WITHIN GROUP (ORDER BY p.ms) FILTER (WHERE p.deeds > 1) AS handling_p95,
      count(*) FILTER (WHERE p.first_decision IS NOT NULL) AS dual,
      count(*) FILTER (WHERE p.first_decision = 'approve' AND p.status = 'rejected'
        OR p.first_decision = 'reject' AND p.status = 'approved') AS overturned
    FROM joined p),
    reviewers AS (SELECT p.decided_by AS reviewer, count(*) FILTER (WHERE p.status = 'approved') AS approved,
      count(*) FILTER (WHERE p.status = 'rejected') AS rejected,
      count(*) FILTER (WHERE p.deeds > 1) AS handled,
      sum(p.ms) FILTER (WHERE p.deeds > 1) AS handling_ms,
      percentile_disc(0.5) WITHIN GROUP (ORDER BY p.ms) FILTER (WHERE p.deeds > 1) AS median_ms
    FROM joined p WHERE p.decided_by IS NOT NULL
    GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${mostReviewers})
    SELECT (SELECT to_jsonb(overall) FROM overall) AS overall,
      (SELECT coalesce(jsonb_agg(to_jsonb(reviewers) ORDER BY approved + rejected DESC, reviewer), '[]')
        FROM reviewers) AS reviewers`.execute(db);
  const overrides = await sql`WITH ${picked}
    SELECT r."check", count(*) AS of, count(*) FILTER (WHERE EXISTS (
      SELECT FROM case_changes c JOIN outcome_layers l ON l.change_id = c.id
      WHERE c.session_id = p.session_id AND c.attempt = p.attempt AND c.kind = 'override'
        AND c.applied_at IS NOT NULL AND l."check" = r."check")) AS overridden
    FROM picked p JOIN check_runs r ON r.session_id = p.session_id AND r.attempt = p.attempt
    GROUP BY 1`.execute(db);
  const further = await sql`SELECT EXISTS (SELECT FROM (SELECT FROM cases WHERE ${decidedThen}
    OFFSET ${mostCases} LIMIT 1) AS further) AS is_partial`.execute(db);
  const { overall: all, reviewers } = toldRow.parse(told.rows[0]);
  const byName = z.array(overrideRow).parse(overrides.rows);
  return {
    from,
    to,
    decided: all.decided,
    is_partial: z.object({ is_partial: z.boolean() }).parse(further.rows[0]).is_partial,
    age_at_decision: { p50_ms: all.age_p50, p95_ms: all.age_p95 },
    handling: { p50_ms: all.handling_p50, p95_ms: all.handling_p95 },
    reviewers: reviewers.map(({ handled: known, handling_ms: ms, median_ms, ...one }) => ({
      ...one,
      decisions_per_hour: ms === null || ms === 0 ? null : (known * hourMs) / ms,
      median_handling_ms: median_ms,
    })),
    overturned: { of: all.dual, share: shareOf(all.overturned, all.dual) },
    overrides: checkNames.flatMap((check) =>
      byName
        .filter((one) => one.check === check)
        .map((one) => ({ ...one, share: shareOf(one.overridden, one.of) })),
    ),
  };
}

const waitedMs = sql`(extract(epoch FROM p.closed_at - p.created_at) * 1000)::float8`;

function shareOf(part: number, of: number): number | null {
  return of === 0 ? null : part / of;
}
