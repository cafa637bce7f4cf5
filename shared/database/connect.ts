import { Kysely, PostgresAdapter, PostgresIntrospector } from 'kysely';
import { Pool } from 'pg';
import { ArrayListCompiler } from './array-list-compiler';
import { boundedPool } from './bounded-pool';
import { PoolDriver, type DriverOptions } from './pool-driver';
import { queryPool, type PoolLoad, type QueryPool } from './query-pool';
import type { Database } from './schema';
import type { Scope } from './scope';
import { createStatementNames } from './statement-names';
import type { Tenancy } from './tenancy';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections of this process. Default 10; keep the sum over all processes below Postgres's limit. */
  readonly maxConnections?: number;
  /** A query that takes longer fails as `temporarily_unavailable`. Default: none; whoever is not waited for has time. */
  readonly answerWithinMs?: number;
  /** For a free connection, or a new one. Default 5 s. */
  readonly connectWithinMs?: number;
  /** Called for a statement that failed because Postgres has no room left (53100, `disk_full`). */
  readonly onDiskFull?: () => void;
  /** Called for a connection that breaks while idle; pg would end the process otherwise. */
  readonly onIdleError?: (error: Error) => void;
}

/** One pool, asked in three ways. */
export interface ScopedDatabase {
  /** Within the scope that the work under way has entered. */
  readonly db: Kysely<Database>;
  /** For what is done before anybody knows whose it is. */
  readonly nobodys: Kysely<Database>;
  /** Over all tenants. */
  readonly system: Kysely<Database>;
  /** What its pool is doing just now. */
  load(): PoolLoad;
  close(): Promise<void>;
}

/** With the rights of the URL's login: for migrations and operators' commands. */
export function connectDatabase(options: DatabaseOptions): Kysely<Database> {
  const pool = openPool(options);
  const names = createStatementNames();
  return kyselyOver({ pool, scopeOf: () => null, namesOf: () => names, close: () => pool.end() });
}

/** Behind row-level security: what a query reaches is decided by its scope, whatever the query says. */
export function connectScoped(options: DatabaseOptions, tenancy: Tenancy): ScopedDatabase {
  const pool = openPool(options);
  const names = {
    login: createStatementNames(),
    verifa_application: createStatementNames({ prefix: 'a' }),
    verifa_system: createStatementNames({ prefix: 's' }),
  };
  const view = (scopeOf: () => Scope): Kysely<Database> =>
    kyselyOver({ pool, scopeOf, namesOf: (role) => names[role], close: () => Promise.resolve() });
  return {
    db: view(() => tenancy.current()),
    nobodys: view(() => ({ kind: 'nobody' })),
    system: view(() => ({ kind: 'system' })),
    load: () => pool.load(),
    close: () => pool.end(),
  };
}

function openPool(options: DatabaseOptions): QueryPool {
  const { answerWithinMs } = options;
  const pool = new Pool({
    connectionString: options.url,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: options.connectWithinMs ?? 5_000,
    // The server, if it can, ends by itself what nobody waits for any more.
    ...(answerWithinMs === undefined ? {} : { statement_timeout: answerWithinMs }),
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  const plain = queryPool(pool, options.onDiskFull);
  return answerWithinMs === undefined ? plain : boundedPool(plain, answerWithinMs);
}

function kyselyOver(asked: DriverOptions): Kysely<Database> {
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new PoolDriver(asked),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new ArrayListCompiler(),
    },
  });
}
