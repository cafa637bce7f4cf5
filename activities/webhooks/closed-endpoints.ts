import { sql, type Kysely } from 'kysely';
import type { Database, WebhookDeliveryRow } from '../../shared/database/schema';
import type { WebhookDeliveryId, WebhookEndpointId } from '../../shared/domain/ids';
import { deliveryMove } from '../../shared/webhooks/move-deliveries';

const pageSize = 1_000;

type Page = readonly Pick<WebhookDeliveryRow, 'id' | 'started_round' | 'round'>[];

/**
 * Decides what is under way to an endpoint that was disabled or deleted: `held`, to be replayed, or `failed`.
 * Workflows end first: a process killed in between leaves rows that the next look finds pending still.
 *
 * @param endWorkflows of deliveries whose first try was made
 */
export async function settleClosedEndpoint(
  db: Kysely<Database>,
  endpointId: WebhookEndpointId,
  now: Date,
  endWorkflows: (ids: readonly WebhookDeliveryId[]) => Promise<void>,
): Promise<void> {
  for (;;) {
    const endpoint = await db
      .selectFrom('webhook_endpoints')
      .select(['enabled', 'deleted_at'])
      .where('id', '=', endpointId)
      .executeTakeFirst();
    if (endpoint === undefined || endpoint.enabled) return;
    const page = await pendingOf(db, endpointId);
    if (page.length === 0) return;
    await endWorkflows(page.filter((row) => row.started_round >= row.round).map(({ id }) => id));
    const ids = page.map(({ id }) => id);
    const { set, where } = deliveryMove(
      endpoint.deleted_at === null ? 'endpoint_disabled' : 'endpoint_deleted',
    );
    await db
      .updateTable('webhook_deliveries')
      .set({ ...set, updated_at: now })
      .where(sql<boolean>`id = ANY (${ids}::text[])`)
      .where(where)
      // Enabled again meanwhile: they are due as they were.
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('webhook_endpoints')
            .select('id')
            .where('id', '=', endpointId)
            .where('enabled', '=', false),
        ),
      )
      .execute();
  }
}

/** Begun ones first: they may have a workflow. Each part by its own index. */
async function pendingOf(db: Kysely<Database>, endpointId: WebhookEndpointId): Promise<Page> {
  const part = (begun: '>=' | '<') =>
    db
      .selectFrom('webhook_deliveries')
      .select(['id', 'started_round', 'round'])
      .where('endpoint_id', '=', endpointId)
      .where('status', '=', 'pending')
      .whereRef('started_round', begun, 'round')
      .limit(pageSize);
  const begun = await part('>=').execute();
  return begun.length > 0 ? begun : part('<').execute();
}

/** Closed endpoints that something is under way to all the same: a notice was lost, or came too early. */
export async function closedWithPending(
  db: Kysely<Database>,
): Promise<readonly WebhookEndpointId[]> {
  const stepped = (begun: ReturnType<typeof sql>) => sql`
    (WITH RECURSIVE step (endpoint_id) AS (
      SELECT min(endpoint_id) FROM webhook_deliveries WHERE status = 'pending' AND ${begun}
      UNION ALL
      SELECT (
        SELECT min(endpoint_id) FROM webhook_deliveries
        WHERE status = 'pending' AND ${begun} AND endpoint_id > step.endpoint_id)
      FROM step WHERE step.endpoint_id IS NOT NULL)
    SELECT endpoint_id FROM step)`;
  const { rows } = await sql<{ id: WebhookEndpointId }>`
    SELECT id FROM webhook_endpoints WHERE NOT enabled AND id IN (
      ${stepped(sql`started_round < round`)} UNION ${stepped(sql`started_round >= round`)})`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
