/** How a client of `pg` 8.23 and its query talk to each other; its own types tell only of `submit`. */
declare module 'pg/lib/query' {
  import type { PostgresQueryResult } from 'kysely';
  import type { Connection } from 'pg';

  class Query<R> {
    constructor(
      config: {
        readonly text: string;
        readonly values: readonly unknown[];
        readonly name?: string | undefined;
        readonly queryMode: 'extended';
      },
      values: undefined,
      callback: (error: Error | null, result: PostgresQueryResult<R> | undefined) => void,
    );
    readonly name: string | undefined;
    readonly text: string;
    readonly _result: object;
    callback: (error: Error | null, result: PostgresQueryResult<R> | undefined) => void;
    submit(connection: Connection): Error | null;
    handleRowDescription(message: object): void;
    handleDataRow(message: object): void;
    handleCommandComplete(message: object, connection: Connection): void;
    handleEmptyQuery(connection: Connection): void;
    handlePortalSuspended(connection: Connection): void;
    handleError(error: Error, connection: Connection): void;
    handleReadyForQuery(connection: Connection): void;
  }
  export = Query;
}
