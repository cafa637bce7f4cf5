import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** By the index of tags, which leaves rows without any out: the second condition is how Postgres knows. */
export function hasTag(tag: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`tags @> ARRAY[${tag}]::text[] AND tags <> '{}'`;
}
