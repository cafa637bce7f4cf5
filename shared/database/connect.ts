import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { Database } from './schema';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections of this process. Default 10; keep the sum over all processes below Postgres's limit. */
  readonly maxConnections?: number;
  /** Called for a connection that breaks while idle; pg would end the process otherwise. */
  readonly onIdleError?: (error: Error) => void;
}

export function connectDatabase(options: DatabaseOptions): Kysely<Database> {
  const pool = new Pool({
    connectionString: options.url,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 5_000,
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
