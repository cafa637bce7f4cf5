import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { VerifaError } from '../errors/verifa-error';

/**
 * A pool whose connections answer in time or are given up: with one that says nothing also the rollback
 * behind its query would wait, and whoever gets it next.
 */
export function boundedPool(pool: Pool, answerWithinMs: number): PostgresPool {
  return {
    connect: async () => new BoundedClient(await pool.connect(), answerWithinMs),
    end: () => pool.end(),
  };
}

class BoundedClient implements PostgresPoolClient {
  private isGivenUp = false;

  constructor(
    private readonly client: PoolClient,
    private readonly answerWithinMs: number,
  ) {}

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    asked: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof asked !== 'string') throw new Error('a bounded connection has no cursors');
    return this.ask<R>(asked, parameters);
  }

  release(): void {
    if (!this.isGivenUp) this.client.release();
  }

  private async ask<R>(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<PostgresQueryResult<R>> {
    this.requireKept();
    const client: PostgresPoolClient = this.client;
    const timer = setTimeout(() => this.giveUp(), this.answerWithinMs);
    try {
      return await client.query<R>(sql, parameters);
    } catch (cause) {
      this.requireKept(cause);
      throw cause;
    } finally {
      clearTimeout(timer);
    }
  }

  private requireKept(cause?: unknown): void {
    if (this.isGivenUp) throw new VerifaError('temporarily_unavailable', { cause });
  }

  /** Closes the connection, which fails the query that waits on it. */
  private giveUp(): void {
    this.isGivenUp = true;
    this.client.release(true);
  }
}
