import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../shared/database/schema';
import { assertNever } from '../../../shared/domain/assert-never';
import { pageSteps } from '../../../shared/domain/capture/page-steps';
import type { Tenant } from '../../../shared/domain/tenant';
import type { AskedRange } from './asked-range';
import { funnelSteps, type Funnel, type funnelDimensions } from './funnel-object';

/**
 * The newest so many sessions of a range are looked at: each has some twenty lines in its timeline, and of nine
 * lines each Postgres takes some 20 µs a session (`npm run bench -- console`).
 */
const mostSessions = 3_000;
const mostGroups = 50;

type Dimension = (typeof funnelDimensions)[number];

interface Asked extends AskedRange {
  readonly by?: Dimension | undefined;
}

const count = z.coerce.number();
const groupRow = z.object({
  key: z.string().nullable(),
  ...Object.fromEntries(funnelSteps.map((step) => [step, count])),
  approved: count,
  rejected: count,
  camera_denied: count,
});
const stepsOf = z.record(z.enum(funnelSteps), count);
const retakesRow = z.object({
  blur: count,
  glare: count,
  too_dark: count,
  too_small: count,
  other: count,
});
const timesRow = z.object({
  step: z.enum(pageSteps),
  sessions: count,
  p50_ms: count,
  p95_ms: count,
});

/** Counts only, and no session: by the index of sessions' times, and the timelines of those that it gives. */
export async function countFunnel(
  db: Kysely<Database>,
  owner: Tenant,
  { from, to, by }: Asked,
): Promise<Funnel> {
  const picked = sql`picked AS (
    SELECT id, country, language, workflow_id, result FROM sessions
    WHERE organization_id = ${owner.organizationId} AND environment = ${owner.environment}
      AND created_at >= ${from} AND created_at < ${to}
    ORDER BY created_at DESC, id DESC LIMIT ${mostSessions})`;
  const total = await sql`WITH ${picked} SELECT count(*) AS sessions,
    EXISTS (SELECT FROM (SELECT created_at FROM sessions
      WHERE organization_id = ${owner.organizationId} AND environment = ${owner.environment}
        AND created_at >= ${from} AND created_at < ${to}
      ORDER BY created_at DESC OFFSET ${mostSessions} LIMIT 1) AS further) AS is_partial
    FROM picked`.execute(db);
  const groups = await sql`WITH ${picked}, gone AS (
      SELECT p.*, t.device, t.told_language,
        coalesce(t.opened, false) AS opened, coalesce(t.consent, false) AS consent,
        coalesce(t.document_type, false) AS document_type, coalesce(t.document, false) AS document,
        coalesce(t.selfie, false) AS selfie, coalesce(t.liveness, false) AS liveness,
        coalesce(t.submitted, false) AS submitted, coalesce(t.camera_denied, false) AS camera_denied
      FROM picked p LEFT JOIN LATERAL (
        SELECT bool_or(event = 'link_bound' OR event = 'signals.step') AS opened,
          bool_or(event = 'consent') AS consent,
          bool_or(event = 'document_type_chosen') AS document_type,
          bool_or(event = 'document_uploaded' AND detail->>'document_type' = 'id_front') AS document,
          bool_or(event = 'document_uploaded' AND detail->>'document_type' = 'selfie') AS selfie,
          bool_or(event = 'liveness_uploaded') AS liveness,
          bool_or(kind = 'transition' AND event = 'submit') AS submitted,
          bool_or(detail->>'outcome' IN ('camera_denied', 'camera_missing')) AS camera_denied,
          min(detail->>'device_class') AS device,
          min(detail->>'language') FILTER (WHERE event = 'signals.step') AS told_language
        FROM timeline WHERE session_id = p.id) AS t ON true)
    SELECT ${keyOf(by)} AS key, count(*) AS created,
      count(*) FILTER (WHERE opened) AS opened, count(*) FILTER (WHERE consent) AS consent,
      count(*) FILTER (WHERE document_type) AS document_type,
      count(*) FILTER (WHERE document) AS document, count(*) FILTER (WHERE selfie) AS selfie,
      count(*) FILTER (WHERE liveness) AS liveness, count(*) FILTER (WHERE submitted) AS submitted,
      count(*) FILTER (WHERE result IN ('approved', 'rejected')) AS decided,
      count(*) FILTER (WHERE result = 'approved') AS approved,
      count(*) FILTER (WHERE result = 'rejected') AS rejected,
      count(*) FILTER (WHERE camera_denied) AS camera_denied
    FROM gone GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${mostGroups}`.execute(db);
  const retakes = await sql`WITH ${picked}
    SELECT count(*) FILTER (WHERE hints->>'blur' = 'true') AS blur,
      count(*) FILTER (WHERE hints->>'glare' = 'true') AS glare,
      count(*) FILTER (WHERE hints->>'too_dark' = 'true') AS too_dark,
      count(*) FILTER (WHERE hints->>'too_small' = 'true') AS too_small,
      count(*) FILTER (WHERE coalesce(hints->>'retake', 'false') <> 'true') AS other
    FROM picked p JOIN documents d ON d.session_id = p.id
    WHERE d.superseded_at IS NOT NULL AND d.doc_type <> 'liveness_frame'`.execute(db);
  // A reload begins the page's clock anew: what would take less than no time is left out.
  const times = await sql`WITH ${picked}, taken AS (
      SELECT of_session.* FROM picked p CROSS JOIN LATERAL (SELECT detail->>'step' AS step,
        max((detail->>'after_ms')::bigint) FILTER (WHERE detail->>'outcome' = 'done')
          - min((detail->>'after_ms')::bigint) FILTER (
            WHERE coalesce(detail->>'outcome', 'shown') = 'shown') AS ms
        FROM timeline t WHERE t.session_id = p.id AND t.event = 'signals.step'
        GROUP BY 1) AS of_session)
    SELECT step, count(*) AS sessions,
      percentile_disc(0.5) WITHIN GROUP (ORDER BY ms) AS p50_ms,
      percentile_disc(0.95) WITHIN GROUP (ORDER BY ms) AS p95_ms
    FROM taken WHERE ms >= 0 GROUP BY 1 ORDER BY 1`.execute(db);
  const { sessions, is_partial } = z
    .object({ sessions: count, is_partial: z.boolean() })
    .parse(total.rows[0]);
  return {
    from,
    to,
    sessions,
    is_partial,
    groups: groups.rows.map((row) => {
      const { key, approved, rejected, camera_denied, ...steps } = groupRow.parse(row);
      return { key, steps: stepsOf.parse(steps), decided: { approved, rejected }, camera_denied };
    }),
    retakes: retakesRow.parse(retakes.rows[0]),
    step_times: z.array(timesRow).parse(times.rows),
  };
}

function keyOf(by: Dimension | undefined) {
  switch (by) {
    case undefined:
      return sql`NULL::text`;
    case 'country':
      return sql`country`;
    case 'device':
      return sql`device`;
    case 'language':
      return sql`coalesce(told_language, language)`;
    case 'workflow':
      return sql`workflow_id`;
    default:
      return assertNever(by);
  }
}
