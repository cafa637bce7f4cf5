import { Kysely, PostgresDialect, type CompiledQuery } from 'kysely';
import { Pool } from 'pg';
import { migrateToLatest } from '../../../shared/database/migrate';
import type { Database } from '../../../shared/database/schema';

/** The statements that bring an empty database to the schema of now, each complete in itself. */
export async function recordSchema(url: string): Promise<readonly string[]> {
  const sent: CompiledQuery[] = [];
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: url, max: 1 }) }),
    log: (event) => {
      if (event.level === 'query') sent.push(event.query);
    },
  });
  try {
    await migrateToLatest(db);
  } finally {
    await db.destroy();
  }
  return sent.filter(changesSomething).map(withValues);
}

/** What a migration reads, and the time that it waits for, leave nothing behind. */
function changesSomething({ sql }: CompiledQuery): boolean {
  return !/^\s*(SELECT|SET)\b/i.test(sql);
}

function withValues({ sql, parameters }: CompiledQuery): string {
  return sql.trim().replaceAll(/\$(\d+)/g, (found, number: string) => {
    if (parameters.length === 0) return found;
    const value = parameters[Number(number) - 1];
    if (typeof value !== 'string') throw new Error(`a value of another kind than text in: ${sql}`);
    return `'${value.replaceAll("'", "''")}'`;
  });
}
