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
import type { Tracer } from '../../shared/tracing/tracer';
import type { MetricsSink } from '../../shared/metrics/metrics';
import { activityContext } from './activity-context';
import { activityFailures } from './activity-failures';
import { activityTenants, type ActivityTenantsDeps } from './activity-tenants';
import { countActivities } from './count-activities';
import { spanSinks } from './span-sinks';
import { interceptorModulesOf, preloadModules } from './preloaded-modules';

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
  /** Where spans go; absent, none are made. */
  readonly tracer?: Tracer | undefined;
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
  const common = {
    connection,
    namespace,
    shutdownGraceTime,
    sinks: spanSinks(options.tracer),
    interceptors: {
      activity: [
        activityContext(log, options.tracer),
        countActivities(options.metrics),
        () => ({ inbound: activityFailures(log) }),
        activityTenants(options),
      ],
    },
  } satisfies Partial<WorkerOptions>;
  return Promise.all([
    Worker.create({
      ...common,
      ...workflowsOf(options, common),
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
      ...workflowsOf(options, common),
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

/** The bundle has its interceptors in it. */
function workflowsOf(
  { workflowBundle, workflowsPath = require.resolve('../../workflows') }: WorkersOptions,
  { interceptors }: Pick<WorkerOptions, 'interceptors'>,
): Partial<WorkerOptions> {
  if (workflowBundle !== undefined) return { workflowBundle: { codePath: workflowBundle } };
  return {
    workflowsPath,
    bundlerOptions: { preloadModules },
    interceptors: { ...interceptors, workflowModules: interceptorModulesOf(workflowsPath) },
  };
}
