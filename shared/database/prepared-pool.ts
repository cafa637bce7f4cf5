import type { PostgresQueryResult } from 'kysely';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { VerifaError } from '../domain/errors/verifa-error';
import type { StatementNames } from './statement-names';

/** What is asked of a connection here, whichever layer it is wrapped in. */
export interface QueryClient {
  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  /** `true` closes the connection. */
  release(close?: boolean): void;
}

export interface QueryPool {
  connect(): Promise<QueryClient>;
  end(): Promise<void>;
}

/** A pool whose frequent statements are parsed and planned once a connection. */
export function preparedPool(pool: Pool, names: StatementNames): QueryPool {
  return {
    connect: async () => new PreparedClient(await pool.connect(), names),
    end: () => pool.end(),
  };
}

class PreparedClient implements QueryClient {
  private isSpent = false;

  constructor(
    private readonly client: PoolClient,
    private readonly names: StatementNames,
  ) {
    client.on('error', brokenInUse);
  }

  async query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const values = [...parameters];
    // Without a value it may be several statements in one text, which have no name.
    const name = values.length === 0 ? undefined : this.names.nameOf(sql);
    const client: PlainClient = this.client;
    const isAlone = this.client.getTransactionStatus() === 'I';
    try {
      return await (name === undefined
        ? client.query<R>(sql, values)
        : client.query<R>({ name, text: sql, values }));
    } catch (cause) {
      // The server ends the connection behind its last word: nobody else is to get it meanwhile.
      if (cause instanceof DatabaseError && cause.severity === 'FATAL') this.isSpent = true;
      if (!isOutdatedPlan(cause)) throw cause;
      this.names.forget();
      this.isSpent = true;
      // A transaction is lost with the statement; its caller may try again.
      if (!isAlone) throw new VerifaError('temporarily_unavailable', { cause });
      return client.query<R>(sql, values);
    }
  }

  release(close = false): void {
    this.client.off('error', brokenInUse);
    this.client.release(close || this.isSpent);
  }
}

/** Its query fails by itself, and the pool keeps none that broke; unheard, the event would end the process. */
function brokenInUse(): void {
  return;
}

interface PlainClient {
  query<R>(
    statement:
      string | { readonly name: string; readonly text: string; readonly values: unknown[] },
    values?: unknown[],
  ): Promise<PostgresQueryResult<R>>;
}

/** A migration changed a table under a running process: `SELECT *` of a prepared plan has other columns. */
function isOutdatedPlan(cause: unknown): boolean {
  return (
    cause instanceof DatabaseError &&
    cause.code === '0A000' &&
    cause.message.includes('cached plan must not change result type')
  );
}
