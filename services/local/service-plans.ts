import { join } from 'node:path';
import { devServerFlags } from '../../shared/temporal/search-attributes';
import type { ChildPlan } from './process/children';
import type { LocalOptions } from './options';

type Ports = LocalOptions['environment'];
type Variables = Readonly<Record<string, string>>;

/** What every child gets of our own environment: where programs and homes are, nothing else. */
export function inherited(environment: Readonly<Record<string, string | undefined>>): Variables {
  const names = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Temporal's development server with its UI, on a database file. */
export function temporalPlan(
  program: string,
  databaseFile: string,
  ports: Ports,
  environment: Variables,
): ChildPlan {
  const address = ['--ip', '127.0.0.1', '--port', String(ports.TEMPORAL_PORT)];
  const ui = ['--ui-ip', '127.0.0.1', '--ui-port', String(ports.TEMPORAL_UI_PORT)];
  return {
    name: 'temporal',
    program,
    args: [
      'server',
      'start-dev',
      ...address,
      ...ui,
      '--db-filename',
      databaseFile,
      '--log-level',
      'error',
      ...devServerFlags(),
    ],
    environment,
    ready: () =>
      answers(`http://127.0.0.1:${String(ports.TEMPORAL_UI_PORT)}/api/v1/namespaces/default`),
  };
}

export function minioPlan(
  program: string,
  folder: string,
  ports: Ports,
  keys: { readonly accessKey: string; readonly secretKey: string },
  environment: Variables,
): ChildPlan {
  const address = `127.0.0.1:${String(ports.MINIO_PORT)}`;
  return {
    name: 'minio',
    program,
    args: ['server', '--quiet', '--address', address, folder],
    environment: {
      ...environment,
      MINIO_ROOT_USER: keys.accessKey,
      MINIO_ROOT_PASSWORD: keys.secretKey,
      MINIO_BROWSER: 'off',
    },
    ready: () => answers(`http://${address}/minio/health/live`),
  };
}

export function apiPlan(dist: string, ports: Ports, environment: Variables): ChildPlan {
  return {
    name: 'api',
    program: process.execPath,
    args: [join(dist, 'services/api/main.js')],
    environment,
    ready: () => answers(`http://127.0.0.1:${String(ports.PORT)}/readyz`),
  };
}

export function workerPlan(dist: string, environment: Variables): ChildPlan {
  return {
    name: 'worker',
    program: process.execPath,
    args: [join(dist, 'services/worker/main.js')],
    environment,
    ready: (output) => Promise.resolve(output.includes('worker ready')),
  };
}

async function answers(url: string): Promise<boolean> {
  return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
}
