import type { RunningProcess } from '../../processes/running-process';
import type { RunningService } from '../../processes/running-service';

/** Several worker processes over the same queues, any of which may die at any moment. */
export interface WorkerFleet {
  /** `kill -9` of the one that `choice` (in [0, 1)) falls on; another takes its place at once. */
  killOne(choice: number): Promise<void>;
}

/** @param size workers in all, with the one that the service started already */
export function startFleet(service: RunningService, size: number): WorkerFleet {
  const fleet: RunningProcess[] = [service.worker];
  const startOne = (): RunningProcess => {
    service.startWorker();
    return service.worker;
  };
  while (fleet.length < size) fleet.push(startOne());
  return {
    async killOne(choice) {
      const place = Math.floor(choice * fleet.length);
      const victim = fleet[place];
      // Taken out before the wait, so that two deaths at once are of two workers.
      fleet[place] = startOne();
      await victim?.kill('SIGKILL');
    },
  };
}
