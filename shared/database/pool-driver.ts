import type {
  CompiledQuery,
  DatabaseConnection,
  Driver,
  QueryResult,
  TransactionSettings,
} from 'kysely';
import type { QueryClient, QueryPool } from './prepared-pool';

/** Kysely over our pool: without savepoints and cursors, which nothing here uses. */
export class PoolDriver implements Driver {
  constructor(private readonly pool: QueryPool) {}

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<PoolConnection> {
    return new PoolConnection(await this.pool.connect());
  }

  async beginTransaction(
    connection: PoolConnection,
    { isolationLevel, accessMode }: TransactionSettings,
  ): Promise<void> {
    const level = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
    await connection.send(`begin${level}${accessMode === undefined ? '' : ` ${accessMode}`}`);
  }

  async commitTransaction(connection: PoolConnection): Promise<void> {
    await connection.send('commit');
  }

  async rollbackTransaction(connection: PoolConnection): Promise<void> {
    await connection.send('rollback');
  }

  releaseConnection(connection: PoolConnection): Promise<void> {
    connection.release();
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    return this.pool.end();
  }
}

const changing: readonly string[] = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'];

class PoolConnection implements DatabaseConnection {
  constructor(private readonly client: QueryClient) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.client.query<R>(sql, parameters);
    return changing.includes(command) ? { numAffectedRows: BigInt(rowCount), rows } : { rows };
  }

  streamQuery(): never {
    throw new Error('a pooled connection has no cursors');
  }

  async send(statement: string): Promise<void> {
    await this.client.query(statement, []);
  }

  release(): void {
    this.client.release();
  }
}
