import type { PostgresQueryResult } from 'kysely';
import type { Connection, Submittable } from 'pg';
import Query from 'pg/lib/query';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Undefined: parsed for this once. */
  readonly name: string | undefined;
}

/** Sent ahead of a statement, in its message: always under a name; nobody reads its answer. */
export interface Preceding {
  readonly name: string;
  readonly text: string;
  readonly values: string[];
}

/**
 * A statement with others ahead of it, all in one message to Postgres and, unless one of them is BEGIN, in one
 * transaction: what is set for the transaction is set for this statement, and gone behind it. When one of
 * those ahead fails, Postgres skips the rest.
 */
export class PrecededQuery<R> implements Submittable {
  private readonly query: Query<R>;
  private answered = 0;

  constructor(
    statement: Statement,
    private readonly ahead: readonly Preceding[],
    /** What this connection has parsed already of what is sent ahead. */
    private readonly parsed: Set<string>,
    done: (error: Error | null, result: PostgresQueryResult<R> | undefined) => void,
  ) {
    // The client notes a name as parsed at the first text that was: it must be this statement's own.
    const isAlone = ahead.every((before) => parsed.has(before.name));
    const name = isAlone ? statement.name : undefined;
    this.query = new Query({ ...statement, name, queryMode: 'extended' }, undefined, done);
  }

  get name(): string | undefined {
    return this.query.name;
  }

  get text(): string {
    return this.query.text;
  }

  get _result(): object {
    return this.query._result;
  }

  get callback(): Query<R>['callback'] {
    return this.query.callback;
  }

  submit(connection: Connection): Error | null {
    connection.stream.cork();
    try {
      for (const { name, text, values } of this.ahead) {
        if (!this.parsed.has(name)) {
          // It may be there, of a try that failed behind its parsing.
          connection.close({ type: 'S', name }, true);
          connection.parse({ name, text, types: [] }, true);
        }
        connection.bind({ statement: name, values }, true);
        connection.execute({}, true);
      }
      return this.query.submit(connection);
    } finally {
      connection.stream.uncork();
    }
  }

  handleCommandComplete(message: object, connection: Connection): void {
    const before = this.ahead[this.answered];
    this.answered += 1;
    if (before === undefined) this.query.handleCommandComplete(message, connection);
    else this.parsed.add(before.name);
  }

  handleDataRow(message: object): void {
    if (this.answered >= this.ahead.length) this.query.handleDataRow(message);
  }

  handleRowDescription(message: object): void {
    this.query.handleRowDescription(message);
  }

  handleEmptyQuery(connection: Connection): void {
    this.query.handleEmptyQuery(connection);
  }

  handlePortalSuspended(connection: Connection): void {
    this.query.handlePortalSuspended(connection);
  }

  handleError(error: Error, connection: Connection): void {
    this.query.handleError(error, connection);
  }

  handleReadyForQuery(connection: Connection): void {
    this.query.handleReadyForQuery(connection);
  }
}
