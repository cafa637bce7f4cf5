import { proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import type {
  DeliveryOutcome,
  WebhookActivities,
} from '../activities/webhooks/delivery-activities';
import type { DeliveryRound } from '../activities/webhooks/begun-try';
import { inDetail } from './current-details';

/**
 * How many tries there are and how far apart is the activity's answer (`nextRetryDelay`), out of its
 * own rows; the policy here paces only what is no try at all: a database away, a worker killed.
 */
const { tryDelivery } = proxyActivities<WebhookActivities>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '12 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** One event to one endpoint; its id is the delivery's. `round` counts retries by hand. */
export async function deliveryWorkflow(input: DeliveryRound): Promise<DeliveryOutcome> {
  const round = `round ${String(input.round)}`;
  setCurrentDetails(
    inDetail(`being tried, ${round}`, [
      'the last status code and the next try: Pending Activities',
    ]),
  );
  const summary = `all tries of ${round} that are left`;
  const outcome = await tryDelivery.executeWithOptions({ summary }, [input]);
  setCurrentDetails(inDetail(outcome, [round]));
  return outcome;
}
