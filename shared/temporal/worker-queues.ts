import type { z } from 'zod';

/** The names of `WORKER_QUEUES`: what a worker process can be asked to serve. */
export const workerQueues = ['sessions', 'checks', 'deliveries', 'lists'] as const;
export type WorkerQueue = (typeof workerQueues)[number];

const isWorkerQueue = (name: string): name is WorkerQueue =>
  workerQueues.some((queue) => queue === name);

/** `sessions,lists` */
export function workerQueuesOf(text: string, context: z.RefinementCtx): ReadonlySet<WorkerQueue> {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isWorkerQueue(name));
  if (unknown !== undefined) {
    context.addIssue({
      code: 'custom',
      message: `"${unknown}" is no queue; there are ${workerQueues.join(', ')}`,
    });
  }
  return new Set(names.filter(isWorkerQueue));
}
