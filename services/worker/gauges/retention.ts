import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import { environments } from '../../../shared/domain/environment';
import { defaultRetention } from '../../../shared/domain/organization/settings';
import type { GaugeSource } from '../../../shared/metrics/gauge-source';
import { readBounded } from './read-bounded';

/** The schedule runs every hour, and one run may take fifty minutes. */
const graceHours = 3;
const mostCounted = 10_000;
/** Days are counted: a minute more or less is nothing. */
const keptMs = 30_000;

/** What `end-retention.ts` should have done by now, as it finds it: by each environment's own days. */
export function retentionSource(system: Kysely<Database>): GaugeSource {
  return {
    name: 'retention',
    gauges: ['verifa_retention_overdue'],
    keepMs: keptMs,
    async read() {
      const { rows } = await readBounded(system, (trx) =>
        sql<{ overdue: string | null }>`
          WITH owner AS (
            SELECT organizations.id, of.environment,
              now() - make_interval(hours => ${graceHours}, days => COALESCE(
                (settings ->> 'sensitive_data_retention_days')::integer,
                ${defaultRetention.sensitiveDays})) AS hide_before,
              now() - make_interval(hours => ${graceHours}, days => COALESCE(
                (settings ->> 'data_retention_days')::integer,
                ${defaultRetention.dataDays})) AS destroy_before
            FROM organizations CROSS JOIN unnest(${environments}::text[]) AS of (environment)
            LEFT JOIN environment_settings ON environment_settings.organization_id = organizations.id
              AND environment_settings.environment = of.environment)
          SELECT sum(late.sessions) AS overdue FROM owner
          CROSS JOIN LATERAL (
            SELECT count(*) AS sessions FROM (
              SELECT FROM sessions
              WHERE organization_id = owner.id AND environment = owner.environment
                AND ended_at < owner.destroy_before
                AND retention_status <> 'redacted' AND NOT legal_hold
              LIMIT ${mostCounted}) to_destroy
            UNION ALL
            SELECT count(*) FROM (
              SELECT FROM sessions
              WHERE organization_id = owner.id AND environment = owner.environment
                AND ended_at < owner.hide_before AND ended_at >= owner.destroy_before
                AND retention_status = 'active' AND NOT legal_hold
              LIMIT ${mostCounted}) to_hide) late`.execute(trx),
      );
      const value = Number(rows[0]?.overdue ?? 0);
      return [{ name: 'verifa_retention_overdue', labels: {}, value }];
    },
  };
}
