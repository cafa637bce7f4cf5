import { readFile, mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort } from '../../../stack/free-port';
import { startBenchChild } from './child';
import { readProcesses, treeOf } from './process-tree';
import { dist } from './product';

export interface LocalStack {
  /** What API, worker and launcher hold now, each page shared by several counted once in all. */
  memory(): Promise<LocalMemory>;
  stop(): Promise<void>;
}

export interface LocalMemory {
  readonly apiMb: number;
  readonly workerMb: number;
  readonly launcherMb: number;
}

/** `npm start` in a folder of its own, as it is behind the build. */
export async function startLocalStack(): Promise<LocalStack> {
  const folder = await mkdtemp(join(tmpdir(), 'verifa-bench-start-'));
  await chmod(folder, 0o755);
  const environment: Record<string, string> = {};
  for (const name of ['PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'POSTGRES_PORT']) {
    environment[name] = String(await freePort());
  }
  const launcher = await startBenchChild(process.execPath, [join(dist, 'services/local/main.js')], {
    environment,
    folder,
    ready: (output) => Promise.resolve(output.includes('Ctrl-C stops everything')),
  });
  const pidOf = async (name: string): Promise<number> => {
    const text = await readFile(join(folder, '.verifa', 'pids', `${name}.json`), 'utf8');
    return z.object({ pid: z.number() }).parse(JSON.parse(text)).pid;
  };
  return {
    async memory() {
      const all = await readProcesses();
      const treeMb = async (pid: number): Promise<number> =>
        sum(await Promise.all([...treeOf(all, pid)].map(pssMb)));
      return {
        apiMb: await treeMb(await pidOf('api')),
        workerMb: await treeMb(await pidOf('worker')),
        // Its children are Postgres, Temporal and those two.
        launcherMb: await pssMb(launcher.pid),
      };
    },
    async stop() {
      await launcher.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Proportional: of a page that several processes hold each is told its part. */
async function pssMb(pid: number): Promise<number> {
  const text = await readFile(`/proc/${String(pid)}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) / 1_024;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
