import { Kysely, PostgresAdapter, PostgresIntrospector } from 'kysely';
import { Pool } from 'pg';
import { ArrayListCompiler } from './array-list-compiler';
import { boundedPool } from './bounded-pool';
import { PoolDriver } from './pool-driver';
import { preparedPool } from './prepared-pool';
import type { Database } from './schema';
import { createStatementNames } from './statement-names';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections of this process. Default 10; keep the sum over all processes below Postgres's limit. */
  readonly maxConnections?: number;
  /** A query that takes longer fails as `temporarily_unavailable`. Default: none; whoever is not waited for has time. */
  readonly answerWithinMs?: number;
  /** For a free connection, or a new one. Default 5 s. */
  readonly connectWithinMs?: number;
  /** Called for a connection that breaks while idle; pg would end the process otherwise. */
  readonly onIdleError?: (error: Error) => void;
}

export function connectDatabase(options: DatabaseOptions): Kysely<Database> {
  const { answerWithinMs } = options;
  const pool = new Pool({
    connectionString: options.url,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: options.connectWithinMs ?? 5_000,
    // The server, if it can, ends by itself what nobody waits for any more.
    ...(answerWithinMs === undefined ? {} : { statement_timeout: answerWithinMs }),
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  const prepared = preparedPool(pool, createStatementNames());
  const bounded = answerWithinMs === undefined ? prepared : boundedPool(prepared, answerWithinMs);
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new PoolDriver(bounded),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new ArrayListCompiler(),
    },
  });
}
