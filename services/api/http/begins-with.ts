import { sql, type RawBuilder, type SqlBool } from 'kysely';

/**
 * That a column begins with a text, as the two ends of a range in its `text_pattern_ops` index. `LIKE` finds
 * that index only by a pattern that the planner sees; a statement that comes often is planned without.
 */
export function beginsWith(column: string, text: string): RawBuilder<SqlBool> {
  const end = endOfPrefix(text);
  const from = sql`${sql.ref(column)} ~>=~ ${text}`;
  return end === null
    ? sql<SqlBool>`${from}`
    : sql<SqlBool>`(${from} AND ${sql.ref(column)} ~<~ ${end})`;
}

const lastCodePoint = 0x10_ff_ff;

/** The first text, by bytes of UTF-8, behind all that begin with this one; null: there is none. */
export function endOfPrefix(text: string): string | null {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    // Surrogates are no characters of their own.
    if (last < lastCodePoint) {
      const next = last === 0xd7_ff ? 0xe0_00 : last + 1;
      return String.fromCodePoint(...points, next);
    }
  }
  return null;
}
