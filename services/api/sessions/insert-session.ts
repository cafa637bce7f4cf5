import type { Transaction } from 'kysely';
import { sealJson } from '../../../shared/crypto/seal';
import { sealContext } from '../../../shared/crypto/session-key';
import type { CheckName } from '../../../shared/domain/checks/outcome';
import type { Database, SessionRow } from '../../../shared/database/schema';
import type { SessionId } from '../../../shared/domain/ids';
import { newSessionState } from '../../../shared/domain/lifecycle/state';
import { appendEvent } from '../../../shared/outbox/append-event';
import type { Actor } from '../../../shared/temporal/session-messages';
import type { ApiDeps } from '../deps';
import type { Caller } from '../http/call';
import { insertInvitation } from './invitations';
import { insertLink } from './capture-link';
import type { ChosenWorkflow } from './choose-workflow';
import type { CreateFields } from './create-body';
import type { AuditedCall } from '../http/whence';
import { auditSession } from './audit-session';

const defaultTokenMinutes = 20;
const emailTokenMinutes = 7 * 24 * 60;

export interface NewSession {
  readonly id: SessionId;
  readonly caller: Caller;
  readonly actor: Actor;
  /** For the audit record. */
  readonly call: AuditedCall;
  readonly fields: CreateFields;
  readonly workflow: ChosenWorkflow;
  readonly checks: CheckName[] | null;
  /** The organisation's own default life of a link. */
  readonly organizationTokenMinutes: number | undefined;
}

/**
 * Everything a session begins with, in one transaction: row, key, token, event and timeline. The row
 * is the session; its workflow is started from it, now or by the sweep.
 */
export async function insertSession(deps: ApiDeps, create: NewSession): Promise<SessionRow> {
  return deps.db.transaction().execute(async (trx) => {
    const now = deps.clock();
    const minutes = tokenMinutes(create);
    const expiresAt = new Date(now.getTime() + minutes * 60_000);
    const row = await insertRow(deps, trx, create, { now, minutes, expiresAt });
    await insertLink(deps, trx, row, { createdAt: now, expiresAt });
    const data = { status: row.status };
    await appendEvent(trx, row, { type: 'session.created', sequence: 1, data, at: now });
    await insertCreation(trx, row, create.actor, now);
    await auditSession(trx, create.call, row, 'created', now);
    if (row.send_email) await insertInvitation(trx, row, 1, now);
    return row;
  });
}

async function insertRow(
  deps: ApiDeps,
  trx: Transaction<Database>,
  { id, caller, fields, workflow, checks }: NewSession,
  life: { readonly now: Date; readonly minutes: number; readonly expiresAt: Date },
): Promise<SessionRow> {
  const state = newSessionState(caller.environment === 'sandbox');
  const { key, wrapped } = deps.keyring.createDataKey(id);
  return trx
    .insertInto('sessions')
    .values({
      id,
      organization_id: caller.organizationId,
      environment: caller.environment,
      status: state.status,
      retention_status: state.retention,
      legal_hold: state.legalHold,
      attempt: state.attempt,
      capture: state.capture,
      state: JSON.stringify(state),
      sequence: 0,
      event_sequence: 1,
      deadline_at: life.expiresAt,
      external_ref: fields.external_ref ?? null,
      country: fields.country ?? null,
      language: fields.language ?? null,
      workflow_id: workflow.id,
      workflow_version: workflow.version,
      checks,
      document_type: fields.document_type ?? null,
      document_country: fields.document_country ?? null,
      metadata: JSON.stringify(fields.metadata),
      tags: fields.tags,
      redirect_url: fields.redirect_url ?? null,
      fields_sealed:
        fields.fields === undefined ? null : sealJson(key, sealContext.fields(id), fields.fields),
      applicant_sealed: sealApplicant(key, id, fields),
      send_email: fields.send_email,
      token_minutes: life.minutes,
      consent_ip: null,
      consent_version: null,
      required_pieces: null,
      wrapped_key: wrapped.wrapped,
      master_key_id: wrapped.masterKeyId,
      created_at: life.now,
      updated_at: life.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

function tokenMinutes({ fields, organizationTokenMinutes }: NewSession): number {
  if (fields.expires_in_minutes !== undefined) return fields.expires_in_minutes;
  if (fields.send_email) return emailTokenMinutes;
  return organizationTokenMinutes ?? defaultTokenMinutes;
}

function sealApplicant(key: Buffer, id: SessionId, fields: CreateFields): Buffer | null {
  const { applicant_email, applicant_name, display_name, support_url } = fields;
  const applicant = { applicant_email, applicant_name, display_name, support_url };
  if (Object.values(applicant).every((value) => value === undefined)) return null;
  return sealJson(key, sealContext.applicant(id), applicant);
}

async function insertCreation(
  trx: Transaction<Database>,
  row: SessionRow,
  actor: Actor,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('timeline')
    .values({
      organization_id: row.organization_id,
      environment: row.environment,
      session_id: row.id,
      sequence: 0,
      kind: 'transition',
      event: 'create',
      from_status: null,
      to_status: row.status,
      attempt: row.attempt,
      actor_kind: actor.kind,
      actor_id: actor.id,
      detail: '{}',
      content_hash: null,
      at: now,
    })
    .execute();
}
