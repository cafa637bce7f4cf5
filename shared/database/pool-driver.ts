import type { CompiledQuery, Driver, QueryResult, TransactionSettings } from 'kysely';
import type { Preceding } from './preceded-query';
import type { QueryClient, QueryPool } from './query-pool';
import { scopeStatement, settingOf, type DatabaseRole, type Scope } from './scope';
import type { StatementNames } from './statement-names';

export interface DriverOptions {
  readonly pool: QueryPool;
  /** Asked once a connection is taken, and kept until it is given back. Null: with the login's own rights. */
  readonly scopeOf: () => Scope | null;
  /** A plan holds what its role may see: each role has names of its own on the connections they share. */
  readonly namesOf: (role: DatabaseRole | 'login') => StatementNames;
  readonly close: () => Promise<void>;
}

/** Kysely over our pool: without savepoints and cursors, which nothing here uses. */
export class PoolDriver implements Driver {
  constructor(private readonly options: DriverOptions) {}

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<PoolConnection> {
    const { pool, scopeOf, namesOf } = this.options;
    const scope = scopeOf();
    const setting = scope === null ? null : settingOf(scope);
    const names = namesOf(setting?.role ?? 'login');
    return new PoolConnection(
      await pool.connect(),
      names,
      setting === null
        ? null
        : {
            name: 'scope',
            text: scopeStatement,
            values: [setting.role, setting.organization, setting.environment],
          },
    );
  }

  async beginTransaction(
    connection: PoolConnection,
    { isolationLevel, accessMode }: TransactionSettings,
  ): Promise<void> {
    const level = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
    await connection.begin(`begin${level}${accessMode === undefined ? '' : ` ${accessMode}`}`);
  }

  async commitTransaction(connection: PoolConnection): Promise<void> {
    await connection.end('commit');
  }

  async rollbackTransaction(connection: PoolConnection): Promise<void> {
    await connection.end('rollback');
  }

  releaseConnection(connection: PoolConnection): Promise<void> {
    connection.release();
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    return this.options.close();
  }
}

const changing: readonly string[] = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'];

/** `opening`: begun for its user, and sent with the first statement. */
type TransactionState =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening'; readonly begin: string }
  | { readonly kind: 'open' };

class PoolConnection {
  private transaction: TransactionState = { kind: 'none' };

  constructor(
    private readonly client: QueryClient,
    private readonly names: StatementNames,
    /** What each transaction, also that of a statement alone, begins with; null: with the login's own rights. */
    private readonly setting: Preceding | null,
  ) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const ahead = this.takeAhead();
    const { command, rowCount, rows } = await this.client.query<R>({
      text: sql,
      values: parameters,
      // Without a value it may be several statements in one text, which have no name.
      names: parameters.length === 0 ? null : this.names,
      ahead,
      inTransaction: this.transaction.kind !== 'none',
    });
    return changing.includes(command) ? { numAffectedRows: BigInt(rowCount), rows } : { rows };
  }

  streamQuery(): never {
    throw new Error('a pooled connection has no cursors');
  }

  async begin(begin: string): Promise<void> {
    if (this.setting !== null) {
      this.transaction = { kind: 'opening', begin };
      return;
    }
    this.transaction = { kind: 'open' };
    await this.send(begin);
  }

  async end(statement: 'commit' | 'rollback'): Promise<void> {
    const { kind } = this.transaction;
    this.transaction = { kind: 'none' };
    // One without a statement was never sent.
    if (kind === 'open') await this.send(statement);
  }

  release(): void {
    this.client.release();
  }

  /** One message opens a transaction, sets its scope and brings the first statement. */
  private takeAhead(): readonly Preceding[] {
    const { transaction, setting } = this;
    switch (transaction.kind) {
      case 'none':
        return setting === null ? [] : [setting];
      case 'opening': {
        const { begin } = transaction;
        this.transaction = { kind: 'open' };
        return [{ name: begin, text: begin, values: [] }, ...(setting === null ? [] : [setting])];
      }
      case 'open':
        return [];
    }
  }

  private async send(text: string): Promise<void> {
    await this.client.query({ text, values: [], names: null, ahead: [], inTransaction: true });
  }
}
