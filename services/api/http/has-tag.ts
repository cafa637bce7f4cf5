import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Tenant } from '../../../shared/domain/tenant';

/** By the index of tags, which Postgres asks behind row-level security only where a function of its owner does. */
export function hasTag(
  table: 'sessions' | 'identities',
  { organizationId, environment }: Tenant,
  tag: string,
): RawBuilder<SqlBool> {
  const tagged = sql.raw(`verifa_${table}_tagged`);
  return sql<SqlBool>`id = ANY(ARRAY(
    SELECT id FROM ${tagged}(${organizationId}, ${environment}, ${tag})))`;
}
