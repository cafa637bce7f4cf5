import type { VersioningBehavior, WorkerDeploymentVersion } from '@temporalio/common';
import type { NativeConnection } from '@temporalio/worker';
import { Worker, type WorkerOptions } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { WebhookActivities } from '../../activities/webhooks/delivery-activities';
import type {
  CheckActivities,
  ErasureActivities,
  RetentionActivities,
  SessionActivities,
  SweepActivities,
} from '../../activities/session/contract';
import type { MailActivities } from '../../activities/mail/contract';
import type { WatchlistActivities } from '../../activities/watchlists/contract';
import {
  checksQueue,
  deliveriesQueue,
  listsQueue,
  sessionsQueue,
} from '../../shared/temporal/names';
import { workerQueues, type WorkerQueue } from '../../shared/temporal/worker-queues';
import { assertNever } from '../../shared/domain/assert-never';
import type { Tracer } from '../../shared/tracing/tracer';
import type { MetricsSink } from '../../shared/metrics/metrics';
import { activityContext } from './activity-context';
import { activityFailures } from './activity-failures';
import { activityTenants, type ActivityTenantsDeps } from './activity-tenants';
import { countActivities } from './count-activities';
import { spanSinks } from './span-sinks';
import { interceptorModulesOf, preloadModules } from './preloaded-modules';

/** How much a worker does at once, and how many workflows it remembers; of each of its queues. */
export interface WorkerSlots {
  /** Memory for workflows that may wait for days; an evicted one is replayed when it is needed. */
  readonly cachedWorkflows: number;
  readonly workflowTasks: number;
  readonly localActivities: number;
  readonly sessionActivities: number;
  /** Tries wait, they do not work. */
  readonly deliveries: number;
}

export interface WorkersOptions extends ActivityTenantsDeps {
  readonly connection: NativeConnection;
  readonly namespace: string;
  /** A queue has a worker here when it is named and its activities are given. Default: all. */
  readonly queues?: ReadonlySet<WorkerQueue>;
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
  readonly checkActivities?: CheckActivities;
  readonly webhookActivities?: WebhookActivities;
  /** Checks are heavy: no more at once than there are processes for them. */
  readonly checkProcesses: number;
  readonly slots?: WorkerSlots;
  /** Absent: it takes work of whatever build. */
  readonly version?: WorkerDeploymentVersion;
  readonly log: Logger;
  /** Where spans go; absent, none are made. */
  readonly tracer?: Tracer | undefined;
  /** Counts activities; absent, nobody does. */
  readonly metrics?: MetricsSink;
}

const defaultSlots: WorkerSlots = {
  cachedWorkflows: 500,
  workflowTasks: 40,
  localActivities: 100,
  sessionActivities: 100,
  deliveries: 200,
};
/** A run refreshes one list after the other; the second is for what it asks beside that. */
const listsAtOnce = 2;
/** How long a stopping worker lets activities finish. Longer ones are tried again elsewhere. */
const shutdownGraceTime = '20 seconds';

/** A check hears that it was cancelled in the answer to a heartbeat: they are not held back long. */
const maxHeartbeatThrottleInterval = '4 seconds';

type CommonOptions = Pick<
  WorkerOptions,
  'connection' | 'namespace' | 'shutdownGraceTime' | 'sinks' | 'interceptors'
>;

/** The workers of one process, one for each task queue that it serves. */
export async function createWorkers(options: WorkersOptions): Promise<readonly Worker[]> {
  const { connection, namespace, log, queues = new Set(workerQueues) } = options;
  const common: CommonOptions = {
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
  };
  const served = workerQueues.flatMap((queue) => {
    const own = queues.has(queue) ? ofQueue(queue, options, common) : null;
    return own === null ? [] : [{ ...common, ...own }];
  });
  return Promise.all(served.map((one) => Worker.create(one)));
}

type QueueOptions = Omit<WorkerOptions, keyof CommonOptions> & Pick<WorkerOptions, 'interceptors'>;

function ofQueue(
  queue: WorkerQueue,
  options: WorkersOptions,
  common: CommonOptions,
): QueueOptions | null {
  const { slots = defaultSlots, version } = options;
  const workflows = {
    maxCachedWorkflows: slots.cachedWorkflows,
    maxConcurrentWorkflowTaskExecutions: slots.workflowTasks,
  };
  switch (queue) {
    case 'sessions':
      return {
        ...workflowsOf(options, common),
        ...workflows,
        ...versioned(version, 'AUTO_UPGRADE'),
        taskQueue: sessionsQueue,
        activities: {
          ...options.sessionActivities,
          ...options.mailActivities,
          // Refreshes that began before lists had a queue of their own end here.
          ...options.watchlistActivities,
        },
        maxConcurrentActivityTaskExecutions: slots.sessionActivities,
        maxConcurrentLocalActivityExecutions: slots.localActivities,
      };
    case 'checks':
      if (options.checkActivities === undefined) return null;
      return {
        ...versioned(version, 'AUTO_UPGRADE'),
        taskQueue: checksQueue,
        activities: options.checkActivities,
        maxConcurrentActivityTaskExecutions: options.checkProcesses,
        maxHeartbeatThrottleInterval,
      };
    case 'deliveries':
      if (options.webhookActivities === undefined) return null;
      return {
        ...workflowsOf(options, common),
        ...workflows,
        ...versioned(version, 'PINNED'),
        taskQueue: deliveriesQueue,
        activities: options.webhookActivities,
        maxConcurrentActivityTaskExecutions: slots.deliveries,
      };
    case 'lists':
      if (options.watchlistActivities === undefined) return null;
      return {
        ...versioned(version, 'AUTO_UPGRADE'),
        taskQueue: listsQueue,
        activities: options.watchlistActivities,
        maxConcurrentActivityTaskExecutions: listsAtOnce,
      };
    default:
      return assertNever(queue);
  }
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
): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath' | 'bundlerOptions' | 'interceptors'> {
  if (workflowBundle !== undefined) return { workflowBundle: { codePath: workflowBundle } };
  return {
    workflowsPath,
    bundlerOptions: { preloadModules },
    interceptors: { ...interceptors, workflowModules: interceptorModulesOf(workflowsPath) },
  };
}
