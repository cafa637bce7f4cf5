import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

/** What a release left behind of itself, for the releases behind it to be held to. */
export interface ReleaseFixture {
  readonly version: string;
  readonly newestMigration: string;
  /** The statements that make its schema in an empty database, in their order. */
  readonly schema: readonly string[];
  readonly statements: readonly SentStatement[];
  readonly histories: string;
}

/** The roles that a statement may be sent under. */
export const statementRoles = ['verifa_application', 'verifa_system'] as const;
export type StatementRole = (typeof statementRoles)[number];

export interface SentStatement {
  readonly sql: string;
  readonly as: readonly StatementRole[];
}

const releaseSchema = z.strictObject({ version: z.string(), newestMigration: z.string() });
const statementsSchema = z.array(
  z.strictObject({ sql: z.string(), as: z.array(z.enum(statementRoles)).min(1) }),
);

export const releasesFolder = 'test/releases';
/** Between two statements: a function's body has semicolons and line breaks of its own. */
export const statementEnd = '\n--;\n';

/** Oldest first. */
export function releaseVersions(folder = releasesFolder): readonly string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'release.json')))
    .sort(byVersion);
}

function byVersion(a: string, b: string): number {
  const numbers = (version: string): number[] => version.split('.').map(Number);
  const [one, other] = [numbers(a), numbers(b)];
  const at = one.findIndex((number, index) => number !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

export function readRelease(version: string, folder = releasesFolder): ReleaseFixture {
  const text = (name: string): string => readFileSync(join(folder, version, name), 'utf8');
  return {
    ...releaseSchema.parse(JSON.parse(text('release.json'))),
    schema: text('schema.sql').split(statementEnd).slice(0, -1),
    statements: statementsSchema.parse(JSON.parse(text('statements.json'))),
    histories: join(folder, version, 'histories'),
  };
}

/** Brings an empty database to a release's schema, without a line of the code of now. */
export async function restoreSchema<DB>(db: Kysely<DB>, release: ReleaseFixture): Promise<void> {
  for (const statement of release.schema) await sql.raw(statement).execute(db);
}

/**
 * Has Postgres parse and plan a statement under a role, with the role's rights; nothing is carried out.
 * Answers what it says against it.
 */
export async function objection<DB>(
  db: Kysely<DB>,
  statement: string,
  role: StatementRole,
): Promise<string | null> {
  try {
    await db.transaction().execute(async (trx) => {
      await sql.raw(`SET LOCAL ROLE ${role}`).execute(trx);
      await sql.raw(`EXPLAIN (GENERIC_PLAN) ${statement}`).execute(trx);
    });
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'unknown';
  }
}
