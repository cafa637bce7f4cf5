import { readdir, readFile } from 'node:fs/promises';

/** One process as the kernel tells it; times in clock ticks. */
export interface ProcessTimes {
  readonly pid: number;
  readonly parent: number;
  /** Its own, and that of its children that have ended and were waited for. */
  readonly ticks: number;
}

/** Linux tells `/proc` times in ticks of 10 ms on every platform (USER_HZ). */
const tickMs = 10;

/** Reads a line of `/proc/PID/stat`; the name in it may hold spaces and parentheses. */
export function parseStat(line: string): ProcessTimes {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  // From the field behind the name, which is the third of the line (proc(5)): 14 to 17 are the times.
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { pid: Number(line.slice(0, line.indexOf(' '))), parent: Number(fields[1]), ticks };
}

/** The CPU that a process and all below it have used so far. */
export function treeCpuMs(all: readonly ProcessTimes[], root: number): number {
  const below = treeOf(all, root);
  return all.reduce((sum, one) => sum + (below.has(one.pid) ? one.ticks : 0), 0) * tickMs;
}

/** A process and its descendants. */
export function treeOf(all: readonly ProcessTimes[], root: number): ReadonlySet<number> {
  const children = new Map<number, number[]>();
  for (const { pid, parent } of all) children.set(parent, [...(children.get(parent) ?? []), pid]);
  const found = new Set<number>();
  const waiting = [root];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    if (found.has(pid)) continue;
    found.add(pid);
    waiting.push(...(children.get(pid) ?? []));
  }
  return found;
}

export async function readProcesses(): Promise<readonly ProcessTimes[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    // One that ended between the two looks is not there.
    pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)),
  );
  return lines.flatMap((line) => (line === null ? [] : [parseStat(line)]));
}
