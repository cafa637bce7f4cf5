import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { traceInterceptor } from './trace-interceptor';

export interface TemporalTarget {
  readonly address: string;
  readonly namespace: string;
  /** The process's environment: TLS and API key come from the standard TEMPORAL_* variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface TemporalClient {
  readonly client: Client;
  close(): Promise<void>;
}

/** Below what the API promises of a part that hangs. */
const connectWithinMs = 5_000;

/** A client that connects at its first call: a process may start while Temporal is away. */
export function connectTemporalClient(target: TemporalTarget): TemporalClient {
  const variables = Object.entries(target.environment).flatMap(([name, value]) =>
    name.startsWith('TEMPORAL_') && value !== undefined ? [[name, value] as const] : [],
  );
  const { tls, apiKey, metadata } = loadClientConnectConfig({
    disableFile: true,
    overrideEnvVars: Object.fromEntries(variables),
  }).connectionOptions;
  const connection = Connection.lazy({
    address: target.address,
    connectTimeout: connectWithinMs,
    ...(tls === undefined || tls === null ? {} : { tls }),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(metadata === undefined ? {} : { metadata }),
  });
  return {
    client: new Client({
      connection,
      namespace: target.namespace,
      interceptors: { workflow: [traceInterceptor()] },
    }),
    close: () => connection.close(),
  };
}
