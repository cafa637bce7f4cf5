import type { WorkflowStartOptions } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { deliveriesQueue } from '../../shared/temporal/names';
import { consoleLink, runbookLink, type OperatorPages } from '../../shared/temporal/operator-pages';
import { searchAttributeKeys as keys } from '../../shared/temporal/search-attributes';
import type { DeliveryRound } from './begun-try';
import type { DeliveryFacts } from './delivery-facts';
import type { LeasedDelivery } from './leases';
import { tryInWords } from './try-in-words';

export type ConflictPolicy = 'USE_EXISTING' | 'TERMINATE_EXISTING';

export interface DeliveryStart {
  readonly delivery: LeasedDelivery;
  /** Undefined where its rows were deleted meanwhile. */
  readonly facts: DeliveryFacts | undefined;
  readonly conflictPolicy: ConflictPolicy;
  readonly pages: OperatorPages;
  readonly now: Date;
}

type DeliveryWorkflow = (round: DeliveryRound) => Promise<unknown>;

/**
 * The wait before the next try passes before the workflow's first task: until then it costs nothing but its row
 * in Temporal. A server that knows no such delay has the first activity find out that it is early.
 */
export function deliveryStart(start: DeliveryStart): WorkflowStartOptions<DeliveryWorkflow> {
  const { delivery, facts, conflictPolicy, now } = start;
  const waitMs = (delivery.not_before?.getTime() ?? 0) - now.getTime();
  return {
    taskQueue: deliveriesQueue,
    workflowId: delivery.id,
    args: [{ deliveryId: delivery.id, round: delivery.round }],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: conflictPolicy,
    ...(waitMs > 0 ? { startDelay: waitMs } : {}),
    typedSearchAttributes: searchAttributesOf(delivery, facts),
    staticSummary: `${delivery.event_type} to ${delivery.endpoint_id}`,
    staticDetails: detailsOf(start),
  };
}

function searchAttributesOf(
  delivery: LeasedDelivery,
  facts: DeliveryFacts | undefined,
): TypedSearchAttributes {
  const session = facts?.session_id ?? null;
  return new TypedSearchAttributes([
    { key: keys.kind, value: 'delivery' },
    { key: keys.endpoint, value: delivery.endpoint_id },
    { key: keys.eventType, value: [delivery.event_type] },
    ...(session === null ? [] : [{ key: keys.session, value: session }]),
    ...(facts === undefined
      ? []
      : [
          { key: keys.environment, value: facts.environment },
          { key: keys.organization, value: facts.organization_id },
        ]),
  ]);
}

/** Markdown, fixed at the start. */
function detailsOf({ delivery, facts, pages }: DeliveryStart): string {
  const { id, endpoint_id: endpoint } = delivery;
  const session = facts?.session_id ?? null;
  const before =
    facts === undefined || (facts.status_code === null && facts.error_code === null)
      ? []
      : [
          `- Tries before this run: ${String(facts.tries)}, the last with ${tryInWords({ statusCode: facts.status_code, errorCode: facts.error_code })}`,
        ];
  return [
    `**${delivery.event_type}** to \`${endpoint}\`, which did not take it at once.`,
    '',
    ...before,
    '- The last status code and the time of the next try: under **Pending Activities**',
    `- ${consoleLink(pages, 'Its tries in the console', `/webhooks/${endpoint}/deliveries/${id}`)}`,
    ...(session === null ? [] : [`- ${consoleLink(pages, 'Its session', `/sessions/${session}`)}`]),
    `- ${runbookLink(pages, 'TEMPORAL.md')}`,
  ].join('\n');
}
