import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { Database, WebhookEndpointRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { WebhookEndpointId } from '../../../shared/domain/ids';
import { notifyDispatchers } from '../../../shared/outbox/notice';
import { newWebhookSecret } from '../../../shared/webhooks/secret';
import type { ApiDeps } from '../deps';
import { answer, noContent } from '../http/answer';
import type { Caller } from '../http/caller';
import { created, json, nothing } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditOf } from '../http/audit-of';
import type { AuditedCall } from '../http/whence';
import {
  endpointView,
  findEndpoint,
  openSecret,
  sealSecret,
  endpointObject,
  endpointWithSecret,
} from './endpoint-record';
import {
  createEndpointBody,
  endpointAliases,
  refuseUnsafeUrl,
  updateEndpointBody,
  type EndpointChanges,
} from './endpoint-schema';
import { listOf, pageQuery, pageWith } from '../http/pagination';
import { byTime } from '../http/list-order';
import { readList } from '../http/read-list';

const endpoints = '/api/v1/webhooks/endpoints';
/** Of an organisation, in each environment. */
const mostEndpoints = 50;
export const idParams = z.object({ id: z.string() });

export function endpointRoutes(deps: ApiDeps): readonly Route[] {
  return [createRoute(deps), listRoute(deps), getRoute(deps), updateRoute(deps), deleteRoute(deps)];
}

function createRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: endpoints,
    whose: 'nobody',
    scope: 'webhooks:write',
    body: createEndpointBody,
    aliases: endpointAliases,
    summary: 'Create an endpoint; its secret is shown once',
    answers: { 201: created(endpointWithSecret) },
    example: {
      url: 'https://shop.example/hooks',
      enabled_events: ['session.approved', 'session.declined'],
    },
    handler: async (call) => {
      refuseUnsafeUrl(call.body.url, deps.settings.ALLOW_PRIVATE_WEBHOOKS);
      const id = call.assignedId('webhookEndpoint');
      const at = deps.clock();
      const row = await deps.db.transaction().execute(async (trx) => {
        await requireRoom(trx, call.caller, id);
        const inserted = await trx
          .insertInto('webhook_endpoints')
          .values({
            id,
            organization_id: call.caller.organizationId,
            environment: call.caller.environment,
            ...call.body,
            secret_sealed: sealSecret(deps.keyring, id, newWebhookSecret()),
            previous_secret_sealed: null,
            failed_in_a_row: 0,
            disabled_reason: null,
            created_at: at,
            updated_at: at,
          })
          // A dead holder of the Idempotency-Key may have come this far: its endpoint is this one.
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returningAll()
          .executeTakeFirst();
        if (inserted === undefined) return findEndpoint(trx, call.caller, id);
        await forgetOlderEvents(trx, call.caller, id);
        await auditEndpoint(trx, call, inserted, 'created', at);
        return inserted;
      });
      return answer(
        201,
        { ...endpointView(row), secret: openSecret(deps.keyring, row) },
        { Location: `${endpoints}/${row.id}` },
      );
    },
  });
}

/** Each event goes to all of them. Of two at once at the limit the lock lets one in. */
async function requireRoom(
  trx: Transaction<Database>,
  { organizationId, environment }: Caller,
  id: WebhookEndpointId,
): Promise<void> {
  await trx
    .selectFrom('organizations')
    .select('id')
    .where('id', '=', organizationId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const { others } = await trx
    .selectFrom('webhook_endpoints')
    .select((eb) => eb.fn.countAll<string>().as('others'))
    .where('organization_id', '=', organizationId)
    .where('environment', '=', environment)
    .where('deleted_at', 'is', null)
    .where('id', '!=', id)
    .executeTakeFirstOrThrow();
  if (Number(others) >= mostEndpoints) throw new VerifaError('endpoint_limit');
}

/**
 * Where there was no endpoint, events lie in the outbox until a dispatcher looks by itself: those from before the
 * first one was made are not for it. Of a transaction that is still open they are, as of one that comes later.
 */
async function forgetOlderEvents(
  trx: Transaction<Database>,
  { organizationId, environment }: Caller,
  first: WebhookEndpointId,
): Promise<void> {
  await trx
    .deleteFrom('outbox')
    .where('organization_id', '=', organizationId)
    .where('environment', '=', environment)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('webhook_endpoints')
            .select('id')
            .where('organization_id', '=', organizationId)
            .where('environment', '=', environment)
            .where('deleted_at', 'is', null)
            .where('id', '!=', first),
        ),
      ),
    )
    .execute();
}

function listRoute(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: endpoints,
    scope: 'webhooks:read',
    query: z.object(pageQuery),
    summary: 'List endpoints, newest first',
    answers: { 200: json(listOf(endpointObject)) },
    handler: async ({ caller, query }) => {
      const owned = deps.db
        .selectFrom('webhook_endpoints')
        .selectAll()
        .where('organization_id', '=', caller.organizationId)
        .where('environment', '=', caller.environment)
        .where('deleted_at', 'is', null);
      const page = await readList(owned, byTime('desc'), query);
      return answer(200, pageWith(page, page.data.map(endpointView)));
    },
  });
}

function getRoute(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: `${endpoints}/:id`,
    scope: 'webhooks:read',
    params: idParams,
    summary: 'Get an endpoint',
    answers: { 200: json(endpointObject) },
    handler: async ({ caller, params }) =>
      answer(200, endpointView(await findEndpoint(deps.db, caller, params.id))),
  });
}

function updateRoute(deps: ApiDeps): Route {
  return route({
    method: 'PATCH',
    path: `${endpoints}/:id`,
    whose: 'nobody',
    scope: 'webhooks:write',
    params: idParams,
    body: updateEndpointBody,
    aliases: endpointAliases,
    summary: 'Update an endpoint; `enabled: true` resumes its deliveries',
    answers: { 200: json(endpointObject) },
    handler: async (call) => {
      if (call.body.url !== undefined) {
        refuseUnsafeUrl(call.body.url, deps.settings.ALLOW_PRIVATE_WEBHOOKS);
      }
      const at = deps.clock();
      await call.once(z.null(), async (trx) => {
        const { id } = await findEndpoint(trx, call.caller, call.params.id);
        const updated = await trx
          .updateTable('webhook_endpoints')
          .set({ ...columnsOf(call.body), updated_at: at })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        await auditEndpoint(trx, call, updated, 'updated', at);
        if (!updated.enabled) await notifyClosed(trx, id);
        return null;
      });
      const row = await findEndpoint(deps.db, call.caller, call.params.id);
      return answer(200, endpointView(row));
    },
  });
}

/** Enabling again forgives what went wrong before. */
function columnsOf({ url, ...changes }: EndpointChanges): Partial<WebhookEndpointRow> {
  const given = Object.fromEntries(
    Object.entries({ url, ...changes }).filter(([, value]) => value !== undefined),
  );
  return changes.enabled === true ? { ...given, failed_in_a_row: 0, disabled_reason: null } : given;
}

/** What is under way to it ends, workflows too. */
function notifyClosed(trx: Transaction<Database>, endpointId: WebhookEndpointId): Promise<void> {
  return notifyDispatchers(trx, { kind: 'endpoint_closed', endpointId });
}

/** The row stays for its deliveries; its secrets do not. */
function deleteRoute(deps: ApiDeps): Route {
  return route({
    method: 'DELETE',
    path: `${endpoints}/:id`,
    whose: 'nobody',
    scope: 'webhooks:write',
    params: idParams,
    summary: 'Delete an endpoint',
    answers: { 204: nothing },
    handler: async (call) => {
      const at = deps.clock();
      await call.once(z.null(), async (trx) => {
        const row = await findEndpoint(trx, call.caller, call.params.id);
        await trx
          .updateTable('webhook_endpoints')
          .set({
            enabled: false,
            secret_sealed: Buffer.alloc(0),
            previous_secret_sealed: null,
            previous_secret_until: null,
            updated_at: at,
            deleted_at: at,
          })
          .where('id', '=', row.id)
          .execute();
        await auditEndpoint(trx, call, row, 'deleted', at);
        await notifyClosed(trx, row.id);
        return null;
      });
      return noContent;
    },
  });
}

export async function auditEndpoint(
  trx: Kysely<Database>,
  call: AuditedCall,
  row: WebhookEndpointRow,
  what:
    | 'created'
    | 'updated'
    | 'deleted'
    | 'secret_rotated'
    | 'replayed'
    | 'delivery_retried'
    | 'test_sent',
  at: Date,
): Promise<void> {
  await recordAudit(trx, auditOf(call, row, `webhook_endpoint.${what}`, at));
}
