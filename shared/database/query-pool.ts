import type { PostgresQueryResult } from 'kysely';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { VerifaError } from '../domain/errors/verifa-error';
import { PrecededQuery, type Preceding, type Statement } from './preceded-query';
import type { StatementNames } from './statement-names';

/** One statement as it is sent. */
export interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Kept parsed and planned by the connection, once it has come often. Null: sent as it is. */
  readonly names: StatementNames | null;
  /** In the same message. */
  readonly ahead: readonly Preceding[];
  /** With others: it cannot be sent again alone. */
  readonly inTransaction: boolean;
}

/** What is asked of a connection here, whichever layer it is wrapped in. */
export interface QueryClient {
  query<R>(sent: Sent): Promise<PostgresQueryResult<R>>;
  /** `true` closes the connection. */
  release(close?: boolean): void;
}

/** What a pool is doing just now. */
export interface PoolLoad {
  /** Connections, idle ones too. */
  readonly open: number;
  readonly idle: number;
  /** Queries without a connection. */
  readonly waiting: number;
}

export interface QueryPool {
  connect(): Promise<QueryClient>;
  load(): PoolLoad;
  end(): Promise<void>;
}

const diskFull = '53100';

export function queryPool(pool: Pool, onDiskFull?: () => void): QueryPool {
  const parsed = new WeakMap<PoolClient, Set<string>>();
  return {
    async connect() {
      const client = await pool.connect();
      const ofClient = parsed.get(client) ?? new Set();
      parsed.set(client, ofClient);
      return new PreparingClient(client, ofClient, onDiskFull);
    },
    load: () => ({
      open: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    end: () => pool.end(),
  };
}

class PreparingClient implements QueryClient {
  private isSpent = false;

  constructor(
    private readonly client: PoolClient,
    private readonly parsedAhead: Set<string>,
    private readonly onDiskFull: (() => void) | undefined,
  ) {
    client.on('error', brokenInUse);
  }

  async query<R>(sent: Sent): Promise<PostgresQueryResult<R>> {
    const { text, values, names, ahead } = sent;
    try {
      return await this.send<R>({ text, values, name: names?.nameOf(text) }, ahead);
    } catch (cause) {
      if (cause instanceof DatabaseError && cause.code === diskFull) this.onDiskFull?.();
      // The server ends the connection behind its last word: nobody else is to get it meanwhile.
      if (cause instanceof DatabaseError && cause.severity === 'FATAL') this.isSpent = true;
      if (!isOutdatedPlan(cause)) throw cause;
      names?.forget();
      this.isSpent = true;
      // A transaction is lost with the statement; its caller may try again.
      if (sent.inTransaction) throw new VerifaError('temporarily_unavailable', { cause });
      return this.send<R>({ text, values, name: undefined }, ahead);
    }
  }

  release(close = false): void {
    this.client.off('error', brokenInUse);
    this.client.release(close || this.isSpent);
  }

  private send<R>(
    statement: Statement,
    ahead: readonly Preceding[],
  ): Promise<PostgresQueryResult<R>> {
    const { text, values, name } = statement;
    if (ahead.length > 0) {
      return new Promise((resolve, reject) => {
        this.client.query(
          new PrecededQuery<R>(statement, ahead, this.parsedAhead, (error, result) => {
            if (result === undefined) reject(error ?? new Error('neither a result nor an error'));
            else resolve(result);
          }),
        );
      });
    }
    const client: PlainClient = this.client;
    return name === undefined
      ? client.query<R>(text, [...values])
      : client.query<R>({ name, text, values: [...values] });
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
