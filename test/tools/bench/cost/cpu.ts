import { measure } from '../measure';
import type { Kind, PerPart } from './kind';
import { readProcesses, treeCpuMs, type ProcessTimes } from './process-tree';

const atOnce = 4;
/** What goes on behind the last answer: events to dispatch, workflows to close. */
const settleMs = 700;

export interface Round {
  readonly cpuMs: PerPart;
  readonly p50Ms: number;
  readonly ids: readonly string[];
}

/** One round of a kind: CPU of one of it, less what the processes use in the same time while idle. */
export async function measureRound(kind: Kind, idleMsPerSecond: PerPart): Promise<Round> {
  const begunMs = performance.now();
  const before = await readProcesses();
  const ids: string[] = [];
  const { medianMs } = await measure(kind.count, atOnce, async () => ids.push(await kind.run()));
  await pause(settleMs);
  const seconds = (performance.now() - begunMs) / 1_000;
  const used = partsOf(kind.pids, before, await readProcesses());
  return {
    cpuMs: perPart((part) => {
      const idle = kind.pids[part].length === 0 ? 0 : idleMsPerSecond[part] * seconds;
      return Math.max(0, used[part] - idle) / kind.count;
    }),
    p50Ms: medianMs,
    ids,
  };
}

/** CPU ms that each part used between two looks. */
export function partsOf(
  pids: Kind['pids'],
  before: readonly ProcessTimes[],
  after: readonly ProcessTimes[],
): PerPart {
  return perPart((part) =>
    pids[part].reduce((sum, pid) => sum + treeCpuMs(after, pid) - treeCpuMs(before, pid), 0),
  );
}

export function perPart(of: (part: keyof PerPart) => number): PerPart {
  const [api, worker, postgres, temporal] = [
    of('api'),
    of('worker'),
    of('postgres'),
    of('temporal'),
  ];
  return { api, worker, postgres, temporal };
}

export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
