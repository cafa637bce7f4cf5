import type { AdminAnswer, AdminPages } from '../../shared/admin/admin-server';
import type { GaugeSource } from '../../shared/metrics/gauge-source';
import { askParts, type HealthProbes } from '../../shared/health/probe';

/** What is asked of a Temporal worker, of which a process has one a task queue. */
export interface PollingWorker {
  readonly options: { readonly taskQueue: string };
  getStatus(): {
    readonly runState: string;
    readonly workflowPollerState: string;
    readonly activityPollerState: string;
  };
}

/** Before its workers are made a process starts; after its signal it stops, which is alive and not ready. */
type Stage =
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly workers: readonly PollingWorker[] }
  | { readonly kind: 'stopping' };

export interface WorkerHealth {
  running(workers: readonly PollingWorker[]): void;
  stopping(): void;
  /** `/livez` and `/readyz`. */
  readonly pages: AdminPages;
  readonly source: GaugeSource;
}

export function createWorkerHealth(probes: HealthProbes): WorkerHealth {
  let stage: Stage = { kind: 'starting' };

  /** A worker whose poller failed never asks for work again, whatever its process looks like. */
  function livez(): AdminAnswer {
    const state = stateOf(stage);
    return {
      status: state === 'polling' || state === 'stopping' ? 200 : 503,
      body: { json: { status: state } },
    };
  }

  async function readyz(): Promise<AdminAnswer> {
    const state = stateOf(stage);
    const parts = await askParts(probes);
    const isReady = state === 'polling' && Object.values(parts).every((one) => one === 'ok');
    return {
      status: isReady ? 200 : 503,
      body: { json: { status: isReady ? 'ready' : 'not_ready', workers: state, parts } },
    };
  }

  return {
    running(workers) {
      if (stage.kind === 'starting') stage = { kind: 'running', workers };
    },
    stopping() {
      stage = { kind: 'stopping' };
    },
    pages: { '/livez': livez, '/readyz': readyz },
    source: {
      name: 'workers',
      gauges: ['verifa_worker_polling'],
      keepMs: 0,
      read: () => {
        const workers = stage.kind === 'running' ? stage.workers : [];
        return Promise.resolve(
          workers.map((worker) => ({
            name: 'verifa_worker_polling' as const,
            labels: { queue: worker.options.taskQueue },
            value: isPolling(worker) ? 1 : 0,
          })),
        );
      },
    },
  };
}

function stateOf(stage: Stage): 'starting' | 'polling' | 'not_polling' | 'stopping' {
  if (stage.kind !== 'running') return stage.kind;
  return stage.workers.every(isPolling) ? 'polling' : 'not_polling';
}

/** Of a worker without workflows the workflow poller says nothing; it fails nowhere then. */
function isPolling(worker: PollingWorker): boolean {
  const { runState, workflowPollerState, activityPollerState } = worker.getStatus();
  return (
    runState === 'RUNNING' && activityPollerState === 'POLLING' && workflowPollerState !== 'FAILED'
  );
}
