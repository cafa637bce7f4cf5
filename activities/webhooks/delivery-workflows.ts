import {
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  type WorkflowClient,
} from '@temporalio/client';
import type { Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import type { WebhookDeliveryId } from '../../shared/domain/ids';
import { deliveryWorkflowType } from '../../shared/temporal/names';
import { noPages, type OperatorPages } from '../../shared/temporal/operator-pages';
import { eachOnItsOwn, type Alert } from '../each-on-its-own';
import { deliveryFacts } from './delivery-facts';
import { deliveryStart, type ConflictPolicy } from './delivery-start';
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
  readonly db: Kysely<Database>;
  /** Links for operators. Default: none, only paths. */
  readonly pages?: OperatorPages | undefined;
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
    const facts = await deliveryFacts(
      deps.db,
      deliveries.map(({ id }) => id),
    );
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
          await deps.workflows.start(
            deliveryWorkflowType,
            deliveryStart({
              delivery,
              facts: facts.get(delivery.id),
              conflictPolicy: policyOf(delivery),
              pages: deps.pages ?? noPages,
              now: deps.clock(),
            }),
          );
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

/** A retry by hand ends what is left of the round before, whose delivery is decided. */
function replaces(delivery: LeasedDelivery): ConflictPolicy {
  return delivery.round === 1 ? 'USE_EXISTING' : 'TERMINATE_EXISTING';
}
