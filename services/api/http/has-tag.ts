import { sql, type Expression, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../shared/database/schema';
import type { Tenant } from '../../../shared/domain/tenant';

/** So many of the newest rows are asked how common a tag is. */
export const newestAsked = 500;
/** One row in so many: a page is found among some thousands of rows then. */
const commonOneIn = 50;

const counted = z.object({ found: z.coerce.number() });

interface Tagged {
  readonly table: 'sessions' | 'identities';
  readonly tag: string;
  /** The `tags` of the list's newest rows, `newestAsked` of them, by its other filters. */
  readonly newest: Expression<unknown>;
}

/**
 * By the index of tags, which Postgres asks behind row-level security only where a function of its owner does,
 * and which gives all rows of a tag at once: of a million tagged ones that takes seconds. A tag that is common
 * among the newest rows is recognised instead, as the list is read in its order.
 */
export async function hasTag(
  db: Kysely<Database>,
  { organizationId, environment }: Tenant,
  { table, tag, newest }: Tagged,
): Promise<RawBuilder<SqlBool>> {
  const { rows } = await sql`
    SELECT count(*) FILTER (WHERE ${tag} = ANY(tags)) AS found FROM (${newest}) AS newest`.execute(
    db,
  );
  if (counted.parse(rows[0]).found * commonOneIn >= newestAsked) {
    return sql<SqlBool>`${tag} = ANY(tags)`;
  }
  const tagged = sql.raw(`verifa_${table}_tagged`);
  return sql<SqlBool>`id = ANY(ARRAY(
    SELECT id FROM ${tagged}(${organizationId}, ${environment}, ${tag})))`;
}
