import type { Insertable } from 'kysely';
import { sealJson } from '../../../shared/crypto/seal';
import { sealContext } from '../../../shared/crypto/session-key';
import type { SessionRow } from '../../../shared/database/schema';
import type { CaptureTokensTable } from '../../../shared/database/session-tables';
import type { CheckName } from '../../../shared/domain/checks/outcome';
import type { SessionId } from '../../../shared/domain/ids';
import { newSessionState } from '../../../shared/domain/lifecycle/state';
import type { ApiDeps } from '../deps';
import type { Caller } from '../http/caller';
import { newLink, type CaptureLink } from './capture-link';
import type { ChosenWorkflow } from './choose-workflow';
import type { CreateFields } from './create-body';

const defaultTokenMinutes = 20;
const emailTokenMinutes = 7 * 24 * 60;

export interface NewSession {
  readonly id: SessionId;
  readonly caller: Caller;
  readonly fields: CreateFields;
  readonly workflow: ChosenWorkflow;
  readonly checks: CheckName[] | null;
  /** The organisation's own default life of a link. */
  readonly organizationTokenMinutes: number | undefined;
}

/** A session as it begins, not written yet: its answer is made of it, without a look at what was written. */
export interface ComposedSession {
  readonly row: SessionRow;
  readonly link: CaptureLink;
  readonly token: Insertable<CaptureTokensTable>;
}

export function composeSession(
  deps: Pick<ApiDeps, 'keyring' | 'settings' | 'clock'>,
  create: NewSession,
): ComposedSession {
  const { id, caller, fields, workflow, checks } = create;
  const now = deps.clock();
  const minutes = tokenMinutes(create);
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  const state = newSessionState(caller.environment === 'sandbox');
  const { key, wrapped } = deps.keyring.createDataKey(id);
  const row: SessionRow = {
    id,
    organization_id: caller.organizationId,
    environment: caller.environment,
    status: state.status,
    retention_status: state.retention,
    legal_hold: state.legalHold,
    attempt: state.attempt,
    capture: state.capture,
    state,
    sequence: 0,
    last_request_id: null,
    event_sequence: 1,
    deadline_at: expiresAt,
    external_ref: fields.external_ref ?? null,
    country: fields.country ?? null,
    language: fields.language ?? null,
    workflow_id: workflow.id,
    workflow_version: workflow.version,
    checks,
    document_type: fields.document_type ?? null,
    document_country: fields.document_country ?? null,
    metadata: fields.metadata,
    tags: fields.tags,
    redirect_url: fields.redirect_url ?? null,
    fields_sealed:
      fields.fields === undefined ? null : sealJson(key, sealContext.fields(id), fields.fields),
    typed_sealed: null,
    typed_in_fields: [],
    applicant_sealed: sealApplicant(key, id, fields),
    send_email: fields.send_email,
    token_minutes: minutes,
    consent_at: null,
    consent_ip: null,
    consent_version: null,
    consent_person_at: null,
    consent_withdrawn_at: null,
    required_pieces: null,
    asked_since: null,
    liveness_declined: null,
    wrapped_key: wrapped.wrapped,
    master_key_id: wrapped.masterKeyId,
    created_at: now,
    updated_at: now,
    completed_at: null,
    expired_at: null,
    ended_at: null,
    identity_id: null,
    result: null,
  };
  return { row, ...newLink(deps, row, key, { createdAt: now, expiresAt }) };
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
