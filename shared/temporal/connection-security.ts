import { loadClientConnectConfig } from '@temporalio/envconfig';

type ConnectionOptions = ReturnType<typeof loadClientConnectConfig>['connectionOptions'];

/** What both kinds of connection take, API's and worker's. */
export interface ConnectionSecurity {
  readonly tls?: Exclude<ConnectionOptions['tls'], null | undefined>;
  readonly apiKey?: string;
  readonly metadata?: Exclude<ConnectionOptions['metadata'], null | undefined>;
}

/**
 * TLS, client certificate, API key and headers by the standard variables `TEMPORAL_TLS*`, `TEMPORAL_API_KEY` and
 * `TEMPORAL_GRPC_META_*` (`deploy/TEMPORAL.md`). Files are read now.
 */
export function connectionSecurity(
  environment: Readonly<Record<string, string | undefined>>,
): ConnectionSecurity {
  const variables = Object.entries(environment).flatMap(([name, value]) =>
    name.startsWith('TEMPORAL_') && value !== undefined ? [[name, value] as const] : [],
  );
  const { tls, apiKey, metadata } = loadClientConnectConfig({
    disableFile: true,
    overrideEnvVars: Object.fromEntries(variables),
  }).connectionOptions;
  return {
    ...(tls === undefined || tls === null ? {} : { tls }),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(metadata === undefined ? {} : { metadata }),
  };
}
