import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import type { GaugeSource } from '../../../shared/metrics/gauge-source';
import { deliveryStatuses, disabledReasons } from '../../../shared/metrics/label-values';
import { databaseKeptMs } from './kept';
import { readBounded } from './read-bounded';

const mostCounted = 10_000;

/** Counted endpoint by endpoint in the index of the lists' totals, which passes over all that is delivered. */
export function deliveriesSource(system: Kysely<Database>): GaugeSource {
  return {
    name: 'deliveries',
    gauges: ['verifa_deliveries'],
    keepMs: databaseKeptMs,
    async read() {
      const { rows } = await readBounded(system, (trx) =>
        sql<{ status: string; deliveries: string }>`
          SELECT of.status, sum(counted.deliveries) AS deliveries
          FROM webhook_endpoints endpoint
          CROSS JOIN unnest(${deliveryStatuses}::text[]) AS of (status)
          CROSS JOIN LATERAL (
            SELECT count(*) AS deliveries FROM (
              SELECT FROM webhook_deliveries delivery
              WHERE delivery.endpoint_id = endpoint.id
                AND delivery.organization_id = endpoint.organization_id
                AND delivery.environment = endpoint.environment
                AND delivery.status = of.status
              LIMIT ${mostCounted}) bounded) counted
          WHERE endpoint.deleted_at IS NULL
          GROUP BY of.status`.execute(trx),
      );
      const counts = new Map(rows.map(({ status, deliveries }) => [status, Number(deliveries)]));
      return deliveryStatuses.map((status) => ({
        name: 'verifa_deliveries' as const,
        labels: { status },
        value: counts.get(status) ?? 0,
      }));
    },
  };
}

/** Endpoints are few: some a tenant. */
export function endpointsSource(system: Kysely<Database>): GaugeSource {
  return {
    name: 'endpoints',
    gauges: ['verifa_endpoints_disabled'],
    keepMs: databaseKeptMs,
    async read() {
      const { rows } = await readBounded(system, (trx) =>
        sql<{ reason: string; endpoints: string }>`
          SELECT disabled_reason AS reason, count(*) AS endpoints FROM webhook_endpoints
          WHERE disabled_reason IS NOT NULL AND NOT enabled AND deleted_at IS NULL
          GROUP BY disabled_reason`.execute(trx),
      );
      const counts = new Map(rows.map(({ reason, endpoints }) => [reason, Number(endpoints)]));
      return disabledReasons.map((reason) => ({
        name: 'verifa_endpoints_disabled' as const,
        labels: { reason },
        value: counts.get(reason) ?? 0,
      }));
    },
  };
}
