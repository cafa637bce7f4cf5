import { Client, Connection } from '@temporalio/client';
import type { Tracer } from '../tracing/tracer';
import { connectionSecurity } from './connection-security';
import { traceInterceptor } from './trace-interceptor';

export interface TemporalTarget {
  readonly address: string;
  readonly namespace: string;
  /** The process's environment: TLS and API key come from the standard TEMPORAL_* variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly tracer?: Tracer | undefined;
}

export interface TemporalClient {
  readonly client: Client;
  /** For what concerns the namespace itself. */
  readonly connection: Connection;
  close(): Promise<void>;
}

/** Below what the API promises of a part that hangs. */
const connectWithinMs = 5_000;

/** A client that connects at its first call: a process may start while Temporal is away. */
export function connectTemporalClient(target: TemporalTarget): TemporalClient {
  const connection = Connection.lazy({
    address: target.address,
    connectTimeout: connectWithinMs,
    ...connectionSecurity(target.environment),
  });
  return {
    client: new Client({
      connection,
      namespace: target.namespace,
      interceptors: { workflow: [traceInterceptor(target.tracer)] },
    }),
    connection,
    close: () => connection.close(),
  };
}
