import {
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  type WorkflowClient,
} from '@temporalio/client';
import type { WebhookDeliveryId } from '../../shared/domain/ids';
import { deliveriesQueue, deliveryWorkflowType } from '../../shared/temporal/names';
import { eachOnItsOwn, type Alert } from '../each-on-its-own';
import type { DeliveryRound } from './begun-try';
import type { LeasedDelivery } from './leases';

/** gRPC's cancelled, deadline exceeded, resource exhausted, unavailable: Temporal's fault, no delivery's. */
const awayCodes: ReadonlySet<number> = new Set([1, 4, 8, 14]);
const callsAtOnce = 50;

export interface DeliveryWorkflowsDeps {
  readonly workflows: Pick<WorkflowClient, 'start' | 'getHandle'>;
  readonly alert: Alert;
  /** Temporal was away; whoever looks next tries again. */
  readonly onError: (error: unknown) => void;
  readonly clock: () => Date;
}

export interface Started {
  readonly started: readonly LeasedDelivery[];
  /** Cannot be started, whatever Temporal's health. */
  readonly failed: readonly LeasedDelivery[];
  /** False: Temporal was away, and some were not asked for. */
  readonly isWhole: boolean;
}

/** The workflows of deliveries in trouble: those whose first try failed, or was cut. */
export interface DeliveryWorkflows {
  /** Each on its own. One round is started once, as its id is the delivery's. */
  start(deliveries: readonly LeasedDelivery[]): Promise<Started>;
  /** Looks for lost ones: nothing happens where the workflow runs. */
  ensure(deliveries: readonly LeasedDelivery[]): Promise<Started>;
  /**
   * What ran for them ends, if anything did.
   *
   * @throws when Temporal is away
   */
  end(ids: readonly WebhookDeliveryId[], reason: string): Promise<void>;
}

export function createDeliveryWorkflows(deps: DeliveryWorkflowsDeps): DeliveryWorkflows {
  async function startEach(
    deliveries: readonly LeasedDelivery[],
    policyOf: (delivery: LeasedDelivery) => ConflictPolicy,
  ): Promise<Started> {
    const started: LeasedDelivery[] = [];
    let away: unknown;
    const { failed } = await eachOnItsOwn(
      deliveries,
      {
        what: 'the start of a delivery',
        idsOf: ({ id, endpoint_id: endpointId }) => ({ deliveryId: id, endpointId }),
        alert: deps.alert,
        atOnce: callsAtOnce,
      },
      async (delivery) => {
        if (away !== undefined) return false;
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
    if (away !== undefined) deps.onError(away);
    return { started, failed, isWhole: away === undefined };
  }

  return {
    start: (deliveries) => startEach(deliveries, replaces),
    ensure: (deliveries) => startEach(deliveries, () => 'USE_EXISTING'),
    async end(ids, reason) {
      const away: ServiceError[] = [];
      await eachOnItsOwn(
        ids,
        {
          what: "the end of a delivery's workflow",
          idsOf: (deliveryId) => ({ deliveryId }),
          alert: deps.alert,
          atOnce: callsAtOnce,
        },
        async (id) => {
          if (away.length > 0) return false;
          try {
            await deps.workflows.getHandle(id).terminate(reason);
          } catch (cause) {
            if (cause instanceof WorkflowNotFoundError) return false;
            if (!isAway(cause)) throw cause;
            away.push(cause);
          }
          return true;
        },
      );
      for (const cause of away) throw cause;
    },
  };
}

function isAway(cause: unknown): cause is ServiceError {
  if (!(cause instanceof ServiceError)) return false;
  return !isGrpcServiceError(cause.cause) || awayCodes.has(cause.cause.code);
}

type ConflictPolicy = 'USE_EXISTING' | 'TERMINATE_EXISTING';

/** A retry by hand ends what is left of the round before, whose delivery is decided. */
function replaces(delivery: LeasedDelivery): ConflictPolicy {
  return delivery.round === 1 ? 'USE_EXISTING' : 'TERMINATE_EXISTING';
}

/**
 * The wait before the next try passes before the workflow's first task: until then it costs nothing but its row
 * in Temporal. A server that knows no such delay has the first activity find out that it is early.
 */
async function startDelivery(
  { workflows, clock }: DeliveryWorkflowsDeps,
  delivery: LeasedDelivery,
  workflowIdConflictPolicy: ConflictPolicy,
): Promise<void> {
  const args: [DeliveryRound] = [{ deliveryId: delivery.id, round: delivery.round }];
  const waitMs = (delivery.not_before?.getTime() ?? 0) - clock().getTime();
  await workflows.start(deliveryWorkflowType, {
    taskQueue: deliveriesQueue,
    workflowId: delivery.id,
    args,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy,
    ...(waitMs > 0 ? { startDelay: waitMs } : {}),
    staticSummary: `${delivery.event_type} to ${delivery.endpoint_id}`,
  });
}
