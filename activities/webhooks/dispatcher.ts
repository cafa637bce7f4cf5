import type { WorkflowClient } from '@temporalio/client';
import type { Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import type { WebhookDeliveryId } from '../../shared/ids';
import { deliveriesQueue, deliveryWorkflowType } from '../../shared/temporal/names';
import type { DeliveryRound } from './begin-try';
import type { EndpointTraffic } from './endpoint-traffic';
import { dispatchBatch, quietDeliveries, withOwedStarts, type OwedStart } from './outbox';
import { listenToOutbox } from './outbox-listener';

const pollMs = 2_000;
const startsAtOnce = 50;
const defaultSweep = { everyMs: 60_000, quietForMs: 5 * 60_000 };
const sweepPage = 200;

export interface DispatcherDeps {
  readonly db: Kysely<Database>;
  readonly databaseUrl: string;
  readonly workflows: Pick<WorkflowClient, 'start'>;
  /** Something of ours was down; the next round tries again. */
  readonly onError: (error: unknown) => void;
  /** The tries' own; without it nothing is held back. */
  readonly traffic?: EndpointTraffic;
  /** How often lost workflows are looked for, and how long a delivery has to have been quiet. */
  readonly sweep?: { readonly everyMs: number; readonly quietForMs: number };
}

export interface Dispatcher {
  /** Resolves when the round under way is through. */
  stop(): Promise<void>;
}

/**
 * The outbox's other end, in the worker process; any number may run. Each round: events become
 * delivery rows, rows without a workflow get one. Nothing is held in memory between rounds, so a
 * process killed anywhere leaves only what the next round does.
 */
export function startDispatcher(deps: DispatcherDeps): Dispatcher {
  let stopping = false;
  let woken = false;
  let wake: () => void = () => undefined;
  let sweptTo: WebhookDeliveryId | null = null;
  const { everyMs, quietForMs } = deps.sweep ?? defaultSweep;
  let sweepAt = Date.now() + everyMs;

  const listener = listenToOutbox(deps.databaseUrl, notify);
  deps.traffic?.onRoom(notify);

  function notify(): void {
    woken = true;
    wake();
  }

  async function pause(): Promise<void> {
    if (woken || stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pollMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function round(): Promise<void> {
    woken = false;
    while (!stopping && (await dispatchBatch(deps.db, new Date())) > 0);
    await startOwed();
    if (Date.now() >= sweepAt) await sweep();
  }

  async function startOwed(): Promise<void> {
    let isMore = true;
    while (isMore && !stopping) {
      const heldBack = deps.traffic?.heldBack() ?? [];
      isMore = await withOwedStarts(deps.db, { limit: startsAtOnce, heldBack }, startAll);
    }
  }

  /** Those that were started; an error of one is no other's matter. */
  async function startAll(owed: readonly OwedStart[]): Promise<readonly OwedStart[]> {
    const chosen = owed.filter(mayStart);
    const ends = await Promise.allSettled(
      chosen.map((delivery) => startDelivery(deps, delivery, replaces(delivery))),
    );
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed !== undefined) deps.onError(failed.reason);
    return chosen.filter((_delivery, index) => ends[index]?.status === 'fulfilled');
  }

  function mayStart({ round: of, endpoint_id: endpointId }: OwedStart): boolean {
    return of > 1 || (deps.traffic?.mayStart(endpointId) ?? true);
  }

  /** Page by page through what has been quiet; a start is a no-op where the workflow still runs. */
  async function sweep(): Promise<void> {
    const before = new Date(Date.now() - quietForMs);
    const page = await quietDeliveries(deps.db, { after: sweptTo, before, limit: sweepPage });
    for (const delivery of page) {
      if (stopping) return;
      await startDelivery(deps, delivery, 'USE_EXISTING');
    }
    sweptTo = page.length < sweepPage ? null : (page.at(-1)?.id ?? null);
    if (sweptTo === null) sweepAt = Date.now() + everyMs;
  }

  async function run(): Promise<void> {
    while (!isStopping()) {
      await round().catch(deps.onError);
      await pause();
    }
  }
  const isStopping = (): boolean => stopping;

  const running = run();
  return {
    async stop() {
      stopping = true;
      wake();
      await running;
      await listener.stop();
    },
  };
}

/** A retry by hand ends what is left of the round before, whose delivery is decided. */
function replaces(delivery: OwedStart): 'USE_EXISTING' | 'TERMINATE_EXISTING' {
  return delivery.round === 1 ? 'USE_EXISTING' : 'TERMINATE_EXISTING';
}

/** The workflow's id is the delivery's, so that a second start of one round changes nothing. */
async function startDelivery(
  deps: Pick<DispatcherDeps, 'workflows'>,
  delivery: OwedStart,
  workflowIdConflictPolicy: 'USE_EXISTING' | 'TERMINATE_EXISTING',
): Promise<void> {
  const args: [DeliveryRound] = [{ deliveryId: delivery.id, round: delivery.round }];
  await deps.workflows.start(deliveryWorkflowType, {
    taskQueue: deliveriesQueue,
    workflowId: delivery.id,
    args,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy,
    staticSummary: `${delivery.event_type} to ${delivery.endpoint_id}`,
  });
}
