import { isGrpcServiceError, ServiceError, type WorkflowClient } from '@temporalio/client';
import type { Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import type { EventId, WebhookDeliveryId } from '../../shared/domain/ids';
import { deliveriesQueue, deliveryWorkflowType } from '../../shared/temporal/names';
import { eachOnItsOwn, type Alert } from '../each-on-its-own';
import type { DeliveryRound } from './begin-try';
import type { EndpointTraffic } from './endpoint-traffic';
import {
  dispatchBatch,
  quietDeliveries,
  undispatched,
  withOwedStarts,
  type OwedStart,
} from './outbox';
import { listenToOutbox } from './outbox-listener';
import { createResting } from './resting';

const pollMs = 2_000;
const startsAtOnce = 50;
const defaultSweep = { everyMs: 60_000, quietForMs: 5 * 60_000 };
const sweepPage = 200;
/** For what fails by itself: long beside a round, short beside a person who looks into it. */
const restMs = 10 * 60_000;
/** gRPC's cancelled, deadline exceeded, resource exhausted, unavailable: Temporal's fault, no delivery's. */
const awayCodes: ReadonlySet<number> = new Set([1, 4, 8, 14]);

export interface DispatcherDeps {
  readonly db: Kysely<Database>;
  readonly databaseUrl: string;
  readonly workflows: Pick<WorkflowClient, 'start'>;
  /** Something of ours was down; the next round tries again. */
  readonly onError: (error: unknown) => void;
  /** One event or delivery could not be handled; it is tried again later, behind the others. */
  readonly alert: Alert;
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
  const restingEvents = createResting<EventId>(restMs);
  const restingDeliveries = createResting<WebhookDeliveryId>(restMs);

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
    await dispatchAll();
    await startOwed();
    if (Date.now() >= sweepAt) await sweep();
  }

  async function dispatchAll(): Promise<void> {
    let taken = 1;
    while (!stopping && taken > 0) {
      const except = restingEvents.ids();
      taken = await dispatchBatch(deps.db, new Date(), { except }).catch(dispatchOneByOne);
    }
  }

  /** A batch is one transaction: where it fails each event gets one of its own. */
  async function dispatchOneByOne(): Promise<number> {
    const { done, failed } = await eachOnItsOwn(
      await undispatched(deps.db, restingEvents.ids()),
      {
        what: 'the dispatch of an event',
        idsOf: (eventId) => ({ eventId }),
        alert: deps.alert,
        probe: () => undispatched(deps.db, []),
      },
      async (only) => (await dispatchBatch(deps.db, new Date(), { only })) > 0,
    );
    for (const id of failed) restingEvents.add(id);
    return done;
  }

  async function startOwed(): Promise<void> {
    let isMore = true;
    while (isMore && !stopping) {
      const heldBack = deps.traffic?.heldBack() ?? [];
      const resting = restingDeliveries.ids();
      isMore = await withOwedStarts(deps.db, { limit: startsAtOnce, heldBack, resting }, startAll);
    }
  }

  async function startAll(owed: readonly OwedStart[]): Promise<readonly OwedStart[]> {
    const { started } = await startEach(owed.filter(mayStart), replaces);
    return started;
  }

  /** Each on its own; once Temporal is found away, the rest waits for the next round. */
  async function startEach(
    deliveries: readonly OwedStart[],
    policyOf: (delivery: OwedStart) => ConflictPolicy,
  ): Promise<{ readonly started: readonly OwedStart[]; readonly isWhole: boolean }> {
    const started: OwedStart[] = [];
    let away: unknown;
    const { failed } = await eachOnItsOwn(
      deliveries,
      {
        what: 'the start of a delivery',
        idsOf: ({ id, endpoint_id: endpointId }) => ({ deliveryId: id, endpointId }),
        alert: deps.alert,
        atOnce: startsAtOnce,
      },
      async (delivery) => {
        if (stopping || away !== undefined) return false;
        try {
          await startDelivery(deps, delivery, policyOf(delivery));
        } catch (cause) {
          if (!isAway(cause)) throw cause;
          away = cause;
          return false;
        }
        started.push(delivery);
        return true;
      },
    );
    for (const { id } of failed) restingDeliveries.add(id);
    if (away !== undefined) deps.onError(away);
    return { started, isWhole: started.length + failed.length === deliveries.length };
  }

  function mayStart({ round: of, endpoint_id: endpointId }: OwedStart): boolean {
    return of > 1 || (deps.traffic?.mayStart(endpointId) ?? true);
  }

  /** Page by page through what has been quiet; a start is a no-op where the workflow still runs. */
  async function sweep(): Promise<void> {
    const before = new Date(Date.now() - quietForMs);
    const page = await quietDeliveries(deps.db, { after: sweptTo, before, limit: sweepPage });
    const { isWhole } = await startEach(page, () => 'USE_EXISTING');
    if (!isWhole) return;
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

function isAway(cause: unknown): boolean {
  if (!(cause instanceof ServiceError)) return false;
  return !isGrpcServiceError(cause.cause) || awayCodes.has(cause.cause.code);
}

type ConflictPolicy = 'USE_EXISTING' | 'TERMINATE_EXISTING';

/** A retry by hand ends what is left of the round before, whose delivery is decided. */
function replaces(delivery: OwedStart): ConflictPolicy {
  return delivery.round === 1 ? 'USE_EXISTING' : 'TERMINATE_EXISTING';
}

/** The workflow's id is the delivery's, so that a second start of one round changes nothing. */
async function startDelivery(
  deps: Pick<DispatcherDeps, 'workflows'>,
  delivery: OwedStart,
  workflowIdConflictPolicy: ConflictPolicy,
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
