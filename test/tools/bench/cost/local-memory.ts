import { readFile, mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort } from '../../../stack/free-port';
import { startBenchChild } from './child';
import { readProcesses, treeOf } from './process-tree';
import { dist } from './product';

export interface LocalStack {
  /** What API, worker and launcher hold now. */
  memory(): Promise<LocalMemory>;
  stop(): Promise<void>;
}

/**
 * As if the three were alone on the machine: pages that one of them holds, and once those that it shares. PSS
 * would say less the more processes of other checkouts run the same `node`.
 */
export interface LocalMemory {
  readonly apiMb: number;
  readonly workerMb: number;
  readonly launcherMb: number;
  readonly sharedMb: number;
}

export interface Held {
  readonly privateMb: number;
  readonly sharedMb: number;
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
      const treeOfHeld = async (pid: number): Promise<readonly Held[]> =>
        Promise.all([...treeOf(all, pid)].map(heldBy));
      const api = await treeOfHeld(await pidOf('api'));
      const worker = await treeOfHeld(await pidOf('worker'));
      // Its children are Postgres, Temporal and those two.
      const own = [await heldBy(launcher.pid)];
      return {
        apiMb: privateMb(api),
        workerMb: privateMb(worker),
        launcherMb: privateMb(own),
        sharedMb: Math.max(...[...api, ...worker, ...own].map(({ sharedMb }) => sharedMb)),
      };
    },
    async stop() {
      await launcher.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function totalMb({ apiMb, workerMb, launcherMb, sharedMb }: LocalMemory): number {
  return apiMb + workerMb + launcherMb + sharedMb;
}

async function heldBy(pid: number): Promise<Held> {
  return parseRollup(await readFile(`/proc/${String(pid)}/smaps_rollup`, 'utf8').catch(() => ''));
}

/** Of `/proc/PID/smaps_rollup`: the sum over all mappings, in kB. */
export function parseRollup(text: string): Held {
  const sumOf = (name: string): number =>
    [...text.matchAll(new RegExp(`^${name}_(?:Clean|Dirty):\\s+(\\d+) kB$`, 'gm'))].reduce(
      (total, [, kB]) => total + Number(kB) / 1_024,
      0,
    );
  return { privateMb: sumOf('Private'), sharedMb: sumOf('Shared') };
}

function privateMb(all: readonly Held[]): number {
  return all.reduce((total, one) => total + one.privateMb, 0);
}
