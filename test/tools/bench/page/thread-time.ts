import { readdir, readFile } from 'node:fs/promises';

/** CPU milliseconds of the one dedicated Worker among the processes that this one has started; null off Linux. */
export async function workerThreadMs(): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const times: number[] = [];
  for (const pid of await descendants()) {
    const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
    for (const task of tasks) {
      const folder = `/proc/${pid}/task/${task}`;
      const name = await readFile(`${folder}/comm`, 'utf8').catch(() => '');
      if (!name.startsWith('DedicatedWorker')) continue;
      // Nanoseconds on a processor, those waited for one, and the number of turns.
      const [ns] = (await readFile(`${folder}/schedstat`, 'utf8').catch(() => '')).split(' ');
      if (ns !== undefined && ns !== '') times.push(Number(ns) / 1e6);
    }
  }
  const [only] = times;
  return times.length === 1 && only !== undefined ? only : null;
}

/** Chromium's renderers are children of its own children. */
async function descendants(): Promise<readonly string[]> {
  const parents = new Map<string, string>();
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // The name stands in brackets and may hold spaces; the state and the parent follow it.
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) parents.set(pid, parent);
  }
  const found = new Set([String(process.pid)]);
  for (const above of found) {
    for (const [pid, parent] of parents) if (parent === above) found.add(pid);
  }
  found.delete(String(process.pid));
  return [...found];
}
