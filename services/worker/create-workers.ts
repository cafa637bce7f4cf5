import type { VersioningBehavior, WorkerDeploymentVersion } from '@temporalio/common';
import type { NativeConnection } from '@temporalio/worker';
import { Worker, type WorkerOptions } from '@temporalio/worker';
import type { Logger } from 'pino';
import {
  maxDeliveriesInFlight,
  type WebhookActivities,
} from '../../activities/webhooks/delivery-activities';
import type {
  CheckActivities,
  ErasureActivities,
  RetentionActivities,
  SessionActivities,
  SweepActivities,
} from '../../activities/session/contract';
import type { MailActivities } from '../../activities/mail/contract';
import type { WatchlistActivities } from '../../activities/watchlists/contract';
import { checksQueue, deliveriesQueue, sessionsQueue } from '../../shared/temporal/names';
import type { MetricsSink } from '../../shared/metrics/metrics';
import { activityFailures } from './activity-failures';
import { activityTenants, type ActivityTenantsDeps } from './activity-tenants';
import { countActivities } from './count-activities';
import { preloadModules } from './preloaded-modules';

export interface WorkersOptions extends ActivityTenantsDeps {
  readonly connection: NativeConnection;
  readonly namespace: string;
  /** The file `npm run build` writes; without it the workflows are bundled now, which takes seconds. */
  readonly workflowBundle?: string;
  readonly workflowsPath?: string;
  readonly sessionActivities: SessionActivities &
    ErasureActivities &
    SweepActivities &
    RetentionActivities;
  /** Absent: invitations wait for a worker that has them. */
  readonly mailActivities?: MailActivities;
  /** Absent: this worker refreshes no lists. */
  readonly watchlistActivities?: WatchlistActivities;
  readonly checkActivities: CheckActivities;
  readonly webhookActivities: WebhookActivities;
  /** Checks are heavy: no more at once than there are processes for them. */
  readonly checkProcesses: number;
  /** Absent: it takes work of whatever build. */
  readonly version?: WorkerDeploymentVersion;
  readonly log: Logger;
  /** Counts activities; absent, nobody does. */
  readonly metrics?: MetricsSink;
}

/** Memory for workflows that may wait for days; an evicted one is replayed when it is needed. */
const maxCachedWorkflows = 500;
/** How long a stopping worker lets activities finish. Longer ones are tried again elsewhere. */
const shutdownGraceTime = '20 seconds';

/** A check hears that it was cancelled in the answer to a heartbeat: they are not held back long. */
const maxHeartbeatThrottleInterval = '4 seconds';

/** The three workers of one process, one for each task queue. */
export async function createWorkers(options: WorkersOptions): Promise<readonly Worker[]> {
  const { connection, namespace, log } = options;
  const common: Omit<WorkerOptions, 'taskQueue'> = {
    connection,
    namespace,
    shutdownGraceTime,
    interceptors: {
      activity: [
        countActivities(options.metrics),
        () => ({ inbound: activityFailures(log) }),
        activityTenants(options),
      ],
    },
  };
  const workflows =
    options.workflowBundle === undefined
      ? {
          workflowsPath: options.workflowsPath ?? require.resolve('../../workflows'),
          bundlerOptions: { preloadModules },
        }
      : { workflowBundle: { codePath: options.workflowBundle } };
  return Promise.all([
    Worker.create({
      ...common,
      ...workflows,
      ...versioned(options.version, 'AUTO_UPGRADE'),
      taskQueue: sessionsQueue,
      maxCachedWorkflows,
      activities: {
        ...options.sessionActivities,
        ...options.mailActivities,
        ...options.watchlistActivities,
      },
    }),
    Worker.create({
      ...common,
      ...versioned(options.version, 'AUTO_UPGRADE'),
      taskQueue: checksQueue,
      activities: options.checkActivities,
      maxConcurrentActivityTaskExecutions: options.checkProcesses,
      maxHeartbeatThrottleInterval,
    }),
    Worker.create({
      ...common,
      ...workflows,
      ...versioned(options.version, 'PINNED'),
      taskQueue: deliveriesQueue,
      maxCachedWorkflows,
      activities: options.webhookActivities,
      maxConcurrentActivityTaskExecutions: maxDeliveriesInFlight,
    }),
  ]);
}

/**
 * Sessions, invitations and what schedules start go on with the build that is current, behind `patched()`; a delivery
 * ends on the one that it began with. A queue's default and no workflow's own word: the SDK lets a worker of no
 * version complete no task of a workflow that has one, also where it has been versioned before.
 */
function versioned(
  version: WorkerDeploymentVersion | undefined,
  defaultVersioningBehavior: VersioningBehavior,
): Pick<WorkerOptions, 'workerDeploymentOptions'> {
  if (version === undefined) return {};
  return {
    workerDeploymentOptions: { useWorkerVersioning: true, version, defaultVersioningBehavior },
  };
}
