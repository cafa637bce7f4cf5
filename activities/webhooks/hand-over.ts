import type { Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import type { WebhookDeliveryId } from '../../shared/domain/ids';
import type { DeliveryWorkflows } from './delivery-workflows';
import { markHandedOver, type LeasedDelivery } from './leases';
import { createResting } from './resting';

/** For what fails by itself: long beside a round, short beside a person who looks into it. */
const restMs = 10 * 60_000;
const atOnce = 50;
/** More than that wait in their rows, until their leases lapse: Temporal is away, or far behind. */
const mostWaiting = 500;

/** Deliveries on their way from this dispatcher to a workflow of their own. */
export interface HandOver {
  add(deliveries: readonly LeasedDelivery[]): void;
  /** Could not be started a while ago: not to be taken over again yet. */
  resting(): readonly WebhookDeliveryId[];
  /** Resolves when what waits is handed over, or left to its lease. */
  idle(): Promise<void>;
}

export function createHandOver(deps: {
  readonly db: Kysely<Database>;
  readonly workflows: DeliveryWorkflows;
  readonly onError: (error: unknown) => void;
}): HandOver {
  const waiting: LeasedDelivery[] = [];
  const resting = createResting<WebhookDeliveryId>(restMs);
  let isWorking = false;
  let working = Promise.resolve();

  async function work(): Promise<void> {
    isWorking = true;
    while (waiting.length > 0) await handOver(waiting.splice(0, atOnce)).catch(deps.onError);
    // In the turn that found nothing more: what is added in the next one begins anew.
    isWorking = false;
  }

  async function handOver(deliveries: readonly LeasedDelivery[]): Promise<void> {
    const { started, failed, isWhole } = await deps.workflows.start(deliveries);
    // Each of the others would fail as these did, and wait for it.
    if (!isWhole) waiting.length = 0;
    for (const { id } of failed) resting.add(id);
    const decided = await markHandedOver(deps.db, started);
    await deps.workflows.end(decided, 'its delivery was decided meanwhile');
  }

  return {
    add(deliveries) {
      waiting.push(...deliveries.slice(0, mostWaiting - waiting.length));
      if (!isWorking) working = work();
    },
    resting: () => resting.ids(),
    async idle() {
      await working;
    },
  };
}
