import { sql, type Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import type { Environment } from '../../shared/domain/environment';

/** Rows that no environment owns, each with the reason why either may change them. */
const ownedByNone: Readonly<Record<string, string>> = {
  rate_windows: 'a counter of requests, by key',
  audit_tips: "the end of the organisation's one chain",
  audit_heads: 'signatures of that end',
  audit_checkpoints: 'the beginning of that chain',
  kysely_migration: 'the schema',
  kysely_migration_lock: 'the schema',
};

/** What tells whose a row is, where it has neither an environment nor a session. */
const ownedThrough: Readonly<Record<string, string>> = {
  workflow_versions: 'JOIN workflows AS owner ON owner.id = workflow_id',
  webhook_tries: 'JOIN webhook_deliveries AS owner ON owner.id = delivery_id',
  outcome_layers: 'JOIN case_changes AS owner ON owner.id = change_id',
  liveness_frames: 'JOIN documents AS owner ON owner.id = document_id',
};

/**
 * A hash of each table's rows that `environment` lives by: its own and those of no environment. A table
 * that is new, and says neither by a column whose its rows are, counts whole.
 */
export async function rowsOfEnvironment(
  db: Kysely<Database>,
  environment: Environment,
): Promise<Readonly<Record<string, string | null>>> {
  const { rows: tables } = await sql<{ name: string; columns: string[] }>`
    SELECT table_name AS name, array_agg(column_name::text) AS columns
    FROM information_schema.columns WHERE table_schema = 'public'
    GROUP BY table_name ORDER BY table_name`.execute(db);
  const parts = tables
    .filter(({ name }) => ownedByNone[name] === undefined)
    .map(({ name, columns }) => {
      const own = `SELECT '${name}' AS name,
        md5(string_agg(one::text, '|' ORDER BY one::text)) AS hash FROM ${name} AS one`;
      const isIts = (owner: string) =>
        `WHERE ${owner}.environment IS NULL OR ${owner}.environment = '${environment}'`;
      if (columns.includes('environment')) return `${own} ${isIts('one')}`;
      if (columns.includes('session_id')) {
        return `${own} JOIN sessions AS owner ON owner.id = one.session_id ${isIts('owner')}`;
      }
      const through = ownedThrough[name];
      return through === undefined ? own : `${own} ${through} ${isIts('owner')}`;
    });
  const { rows } = await sql<{ name: string; hash: string | null }>`${sql.raw(
    parts.join(' UNION ALL '),
  )}`.execute(db);
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}
