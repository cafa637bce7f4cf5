import type { SessionRow } from '../../../shared/database/schema';
import type { CaptureLink } from './capture-link';

/** What stands beside the row: its newest link and its newest case. */
export interface SessionSurroundings {
  /** Only for a key that may write, and only while somebody may still capture. */
  readonly link: CaptureLink | null;
  readonly tokenExpiresAt: Date | null;
  readonly case: { readonly id: string; readonly status: string } | null;
}

/** The session object, exactly as published (`1-lifecycle.md`). */
export interface SessionObject {
  readonly id: string;
  readonly status: SessionRow['status'];
  readonly is_sandbox: boolean;
  readonly environment: SessionRow['environment'];
  readonly external_ref: string | null;
  readonly country: string | null;
  readonly workflow_id: string;
  readonly workflow_version: number;
  readonly checks: readonly string[] | null;
  readonly document_type: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly tags: readonly string[];
  readonly redirect_url: string | null;
  readonly capture_url?: string;
  readonly token_expires_at: Date | null;
  readonly consent_at: Date | null;
  readonly consent_ip: string | null;
  readonly processing_attempts: number;
  readonly retention_status: SessionRow['retention_status'];
  readonly legal_hold: boolean;
  readonly case_id: string | null;
  readonly case_status: string | null;
  readonly identity_id: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly completed_at: Date | null;
  readonly expired_at: Date | null;
}

export function sessionView(row: SessionRow, beside: SessionSurroundings): SessionObject {
  return {
    id: row.id,
    status: row.status,
    is_sandbox: row.environment === 'sandbox',
    environment: row.environment,
    external_ref: row.external_ref,
    country: row.country,
    workflow_id: row.workflow_id,
    workflow_version: row.workflow_version,
    checks: row.checks,
    document_type: row.document_type,
    metadata: row.metadata,
    tags: row.tags,
    redirect_url: row.redirect_url,
    ...(beside.link === null ? {} : { capture_url: beside.link.url }),
    token_expires_at: beside.tokenExpiresAt,
    consent_at: row.consent_at,
    consent_ip: row.consent_ip,
    processing_attempts: row.attempt,
    retention_status: row.retention_status,
    legal_hold: row.legal_hold,
    case_id: beside.case?.id ?? null,
    case_status: beside.case?.status ?? null,
    identity_id: row.identity_id,
    created_at: row.created_at,
    updated_at: row.updated_at,
    completed_at: row.completed_at,
    expired_at: row.expired_at,
  };
}
