import type { PostgresQueryResult } from 'kysely';
import { VerifaError } from '../domain/errors/verifa-error';
import type { QueryClient, QueryPool, Sent } from './query-pool';

/**
 * A pool whose connections answer in time or are given up: with one that says nothing also the rollback
 * behind its query would wait, and whoever gets it next.
 */
export function boundedPool(pool: QueryPool, answerWithinMs: number): QueryPool {
  return {
    connect: async () => new BoundedClient(await pool.connect(), answerWithinMs),
    load: () => pool.load(),
    end: () => pool.end(),
  };
}

class BoundedClient implements QueryClient {
  private isGivenUp = false;

  constructor(
    private readonly client: QueryClient,
    private readonly answerWithinMs: number,
  ) {}

  async query<R>(sent: Sent): Promise<PostgresQueryResult<R>> {
    this.requireKept();
    const timer = setTimeout(() => this.giveUp(), this.answerWithinMs);
    try {
      return await this.client.query<R>(sent);
    } catch (cause) {
      this.requireKept(cause);
      throw cause;
    } finally {
      clearTimeout(timer);
    }
  }

  release(close = false): void {
    if (!this.isGivenUp) this.client.release(close);
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
