import { Connection } from '@temporalio/client';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ensureArtifact } from '../../../../shared/downloads/ensure-artifact';
import { devServerFlags } from '../../../../shared/temporal/search-attributes';
import { freePort } from '../../../stack/free-port';
import { startBenchChild } from './child';

export interface BenchTemporal {
  readonly address: string;
  /** Processes whose CPU is Temporal's. */
  readonly pids: readonly number[];
  stop(): Promise<void>;
}

export const artifactDeps = {
  cacheDir: process.env['VERIFA_CACHE_DIR'] ?? join(homedir(), '.cache', 'verifa'),
  report: (line: string): void => void process.stderr.write(`  ${line}\n`),
  environment: process.env,
};

/** The development server, in memory. */
export async function startDevTemporal(): Promise<BenchTemporal> {
  const cli = await ensureArtifact('temporal-cli', artifactDeps);
  const port = String(await freePort());
  const where = ['--headless', '--ip', '127.0.0.1', '--port', port, '--log-level', 'error'];
  const address = `127.0.0.1:${port}`;
  const child = await startBenchChild(cli, ['server', 'start-dev', ...where, ...devServerFlags()], {
    environment: {},
    ready: () => servesNamespace(address),
  });
  return { address, pids: [child.pid], stop: () => child.stop() };
}

export async function servesNamespace(address: string): Promise<boolean> {
  const connection = await Connection.connect({ address, connectTimeout: 1_000 });
  try {
    await connection.workflowService.describeNamespace({ namespace: 'default' });
    return true;
  } finally {
    await connection.close();
  }
}
