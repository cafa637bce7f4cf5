import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import type { GaugeSource } from '../../../shared/metrics/gauge-source';
import { databaseKeptMs } from './kept';
import { readBounded } from './read-bounded';

/** The first of each organisation in `audit_unsealed`, however many wait behind it. */
export function auditSource(system: Kysely<Database>): GaugeSource {
  return {
    name: 'audit',
    gauges: ['verifa_audit_unsealed_oldest_seconds'],
    keepMs: databaseKeptMs,
    async read() {
      const { rows } = await readBounded(system, (trx) =>
        sql<{ age: string | null }>`
          SELECT extract(epoch FROM now() - min(oldest.at)) AS age FROM organizations
          CROSS JOIN LATERAL (
            SELECT at FROM audit
            WHERE organization_id = organizations.id AND seal_position IS NULL
            ORDER BY at LIMIT 1) oldest`.execute(trx),
      );
      const value = Math.max(0, Number(rows[0]?.age ?? 0));
      return [{ name: 'verifa_audit_unsealed_oldest_seconds', labels: {}, value }];
    },
  };
}
