import type { Client } from '@temporalio/client';
import { countsBetween, look } from './counts';
import { partsOf, pause, perPart } from './cpu';
import type { Counts, Kind, PerPart } from './kind';
import { readProcesses } from './process-tree';
import type { Product } from './product';

/** What goes on while nobody asks for anything, by the second. */
export interface Idle {
  readonly counts: Counts;
  readonly cpuMs: (pids: Kind['pids']) => PerPart;
}

export async function measureIdle(product: Product, forSeconds: number): Promise<Idle> {
  const [before, processes] = [await look(product, product.database), await readProcesses()];
  await pause(forSeconds * 1_000);
  const [after, later] = [await look(product, product.database), await readProcesses()];
  const seconds = (after.atMs - before.atMs) / 1_000;
  const all = countsBetween(before, after);
  return {
    counts: {
      statements: all.statements / seconds,
      scopes: all.scopes / seconds,
      beginsAndEnds: all.beginsAndEnds / seconds,
      transactions: all.transactions / seconds,
      commits: all.commits / seconds,
      walBytes: all.walBytes / seconds,
    },
    cpuMs(pids) {
      const used = partsOf(pids, processes, later);
      return perPart((part) => used[part] / seconds);
    },
  };
}

/** The sweep looks at all sessions each minute: in a round of a few seconds it would be there or not. */
export async function pauseSchedules(temporal: Client): Promise<void> {
  for await (const { scheduleId } of temporal.schedule.list()) {
    await temporal.schedule.getHandle(scheduleId).pause('the bench counts sessions');
  }
}
