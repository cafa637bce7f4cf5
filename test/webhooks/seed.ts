import type { Kysely } from 'kysely';
import type { Keyring } from '../../shared/crypto/keyring';
import { sealContext } from '../../shared/crypto/session-key';
import type { Database, EventsTable } from '../../shared/database/schema';
import {
  newId,
  type EventId,
  type OrganizationId,
  type SessionId,
  type WebhookEndpointId,
  type WorkflowId,
} from '../../shared/domain/ids';
import { newSessionState } from '../../shared/domain/lifecycle/state';
import type { WebhookEventType } from '../../shared/domain/lifecycle/webhook-events';
import { notifyDispatchers } from '../../shared/outbox/notice';
import { newWebhookSecret } from '../../shared/webhooks/secret';

export interface Owner {
  readonly organizationId: OrganizationId;
  readonly workflowId: WorkflowId;
}

export async function seedOwner(db: Kysely<Database>): Promise<Owner> {
  const organizationId = newId('organization');
  const workflowId = newId('workflow');
  const at = new Date();
  await db
    .insertInto('organizations')
    .values({ id: organizationId, name: 'Test', created_at: at })
    .execute();
  await db
    .insertInto('workflows')
    .values({
      id: workflowId,
      organization_id: organizationId,
      environment: 'live',
      name: 'default',
      is_default: true,
      active: true,
      current_version: 1,
      created_at: at,
    })
    .execute();
  return { organizationId, workflowId };
}

export async function seedSession(
  db: Kysely<Database>,
  keyring: Keyring,
  owner: Owner,
  externalRef: string,
): Promise<SessionId> {
  const id = newId('session');
  const at = new Date();
  const { wrapped } = keyring.createDataKey(id);
  await db
    .insertInto('sessions')
    .values({
      id,
      organization_id: owner.organizationId,
      environment: 'live',
      status: 'pending',
      retention_status: 'active',
      legal_hold: false,
      attempt: 0,
      capture: 1,
      state: JSON.stringify(newSessionState(false)),
      sequence: 0,
      event_sequence: 0,
      external_ref: externalRef,
      country: null,
      workflow_id: owner.workflowId,
      workflow_version: 1,
      checks: null,
      document_type: null,
      document_country: null,
      metadata: '{}',
      tags: [],
      redirect_url: null,
      fields_sealed: null,
      applicant_sealed: null,
      send_email: false,
      token_minutes: 20,
      consent_ip: null,
      consent_version: null,
      required_pieces: null,
      wrapped_key: wrapped.wrapped,
      master_key_id: wrapped.masterKeyId,
      created_at: at,
      updated_at: at,
    })
    .execute();
  return id;
}

export interface SeededEndpoint {
  readonly id: WebhookEndpointId;
  readonly secret: string;
}

export async function seedEndpoint(
  db: Kysely<Database>,
  keyring: Keyring,
  owner: Owner,
  wish: { readonly url: string; readonly events?: string[]; readonly enabled?: boolean },
): Promise<SeededEndpoint> {
  const id = newId('webhookEndpoint');
  const secret = newWebhookSecret();
  const at = new Date();
  await db
    .insertInto('webhook_endpoints')
    .values({
      id,
      organization_id: owner.organizationId,
      environment: 'live',
      url: wish.url,
      label: null,
      description: null,
      enabled: wish.enabled ?? true,
      enabled_events: wish.events ?? ['*'],
      attribute_blocklist: [],
      api_version: '2026-01-01',
      key_inflection: 'snake',
      secret_sealed: keyring.sealForService(sealContext.webhookSecret(id), Buffer.from(secret)),
      previous_secret_sealed: null,
      failed_in_a_row: 0,
      disabled_reason: null,
      created_at: at,
      updated_at: at,
    })
    .execute();
  return { id, secret };
}

/** What the transaction of a transition does: the event's row and a word to the dispatcher. */
export async function fireEvent(
  db: Kysely<Database>,
  owner: Owner,
  wish: {
    readonly sessionId: SessionId | null;
    readonly type: WebhookEventType;
    readonly sequence: number;
    readonly data?: Readonly<Record<string, unknown>>;
    readonly environment?: EventsTable['environment'];
    readonly isTest?: boolean;
  },
): Promise<EventId> {
  const id = newId('event');
  await db
    .insertInto('events')
    .values({
      id,
      organization_id: owner.organizationId,
      environment: wish.environment ?? 'live',
      session_id: wish.sessionId,
      type: wish.type,
      sequence: wish.sequence,
      data: JSON.stringify(wish.data ?? {}),
      is_test: wish.isTest ?? false,
      created_at: new Date(),
    })
    .execute();
  await db
    .insertInto('outbox')
    .values({
      event_id: id,
      organization_id: owner.organizationId,
      environment: wish.environment ?? 'live',
    })
    .execute();
  await notifyDispatchers(db, { kind: 'events' });
  return id;
}
