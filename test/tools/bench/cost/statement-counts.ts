import type { Client } from 'pg';
import { z } from 'zod';

export interface Statement {
  readonly query: string;
  readonly calls: number;
}

export interface StatementCounts {
  /** All that the server was sent, BEGIN and COMMIT included, but for what sets a transaction's scope. */
  readonly statements: number;
  /** Settings of role and tenant: each comes in the message of the statement behind it. */
  readonly scopes: number;
  readonly beginsAndEnds: number;
  /** Explicit ones: begun by BEGIN. */
  readonly transactions: number;
}

const beginning = /^(begin|start transaction)\b/i;
/** Also as `pg_stat_statements` writes it, with numbers in the place of values. */
const scope = /^select set_config\(/i;
const ending = /^(commit|rollback|end)\b(?!\s+(to|prepared))/i;

/** Counts by what each statement is; those of the bench itself are in another database. */
export function countStatements(statements: readonly Statement[]): StatementCounts {
  const calls = (of: (query: string) => boolean): number =>
    statements.reduce((sum, { query, calls: times }) => sum + (of(query) ? times : 0), 0);
  const transactions = calls((query) => beginning.test(query));
  return {
    statements: calls((query) => !scope.test(query)),
    scopes: calls((query) => scope.test(query)),
    beginsAndEnds: transactions + calls((query) => ending.test(query)),
    transactions,
  };
}

/** What was called since, by text. */
export function statementsSince(
  before: readonly Statement[],
  after: readonly Statement[],
): readonly Statement[] {
  const earlier = new Map(before.map(({ query, calls }) => [query, calls]));
  return after
    .map(({ query, calls }) => ({ query, calls: calls - (earlier.get(query) ?? 0) }))
    .filter(({ calls }) => calls > 0)
    .sort((a, b) => b.calls - a.calls);
}

const rows = z.array(z.object({ query: z.string(), calls: z.coerce.number() }));

/** `pg_stat_statements` counts each execution at once, prepared ones too; inner ones of functions are none. */
export async function readStatements(
  admin: Client,
  database: string,
): Promise<readonly Statement[]> {
  const answer = await admin.query(
    `SELECT query, sum(calls) AS calls FROM pg_stat_statements
      WHERE dbid = (SELECT oid FROM pg_database WHERE datname = $1) GROUP BY query`,
    [database],
  );
  return rows.parse(answer.rows);
}
