import type { Migration, QueryExecutorProvider } from 'kysely';

/** How a migration takes away what an earlier release needs (`deploy/UPGRADING.md`). */
export interface ContractHalf {
  /** The first release that reads and writes nothing of what goes: `0.3.0`. */
  readonly unusedSince: string;
}

/** Runs in one transaction, so that it is applied whole or not at all. */
export interface InTransaction extends Migration {
  readonly outside?: never;
  readonly contract?: ContractHalf;
}

/**
 * Runs outside of a transaction: for what Postgres refuses inside of one, and for what would hold locks too long.
 * It may be killed at any point and is run again from its beginning, so each of its steps looks first at what is there.
 */
export interface OutsideTransaction {
  readonly outside: true;
  readonly contract?: ContractHalf;
  up(db: QueryExecutorProvider): Promise<void>;
}

export type SchemaMigration = InTransaction | OutsideTransaction;
export type SchemaMigrations = Readonly<Record<string, SchemaMigration>>;
