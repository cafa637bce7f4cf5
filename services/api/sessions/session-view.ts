import { z } from 'zod';
import { mayRead } from '../../../shared/crypto/session-key';
import type { SessionRow } from '../../../shared/database/schema';
import { retentionStatuses, sessionStatuses } from '../../../shared/domain/lifecycle/state';
import { caseStatuses, type CaseRow } from '../cases/case-view';
import { environment, freeObject, idOf, instant } from '../http/answer-values';
import type { CaptureLink } from './capture-link';

/** What stands beside the row: its newest link and its newest case. */
export interface SessionSurroundings {
  /** Only for a key that may write, and only while somebody may still capture. */
  readonly link: CaptureLink | null;
  readonly tokenExpiresAt: Date | null;
  readonly case: Pick<CaseRow, 'id' | 'status'> | null;
}

/** The session object, exactly as published (`1-lifecycle.md`). */
export const sessionObject = z
  .strictObject({
    id: idOf('session'),
    status: z.enum(sessionStatuses),
    is_sandbox: z.boolean(),
    environment,
    external_ref: z.string().nullable(),
    country: z.string().nullable(),
    language: z.string().nullable(),
    workflow_id: idOf('workflow'),
    workflow_version: z.number().int(),
    checks: z.array(z.string()).readonly().nullable(),
    document_type: z.string().nullable(),
    metadata: freeObject,
    tags: z.array(z.string()).readonly(),
    redirect_url: z.string().nullable(),
    capture_url: z.string().exactOptional(),
    token_expires_at: instant.nullable(),
    consent_at: instant.nullable(),
    consent_ip: z.string().nullable(),
    processing_attempts: z.number().int(),
    retention_status: z.enum(retentionStatuses),
    legal_hold: z.boolean(),
    case_id: idOf('case').nullable(),
    case_status: z.enum(caseStatuses).nullable(),
    identity_id: idOf('identity').nullable(),
    created_at: instant,
    updated_at: instant,
    completed_at: instant.nullable(),
    expired_at: instant.nullable(),
  })
  .meta({ id: 'Session' });
export type SessionObject = z.output<typeof sessionObject>;

export function sessionView(row: SessionRow, beside: SessionSurroundings): SessionObject {
  return {
    id: row.id,
    status: row.status,
    is_sandbox: row.environment === 'sandbox',
    environment: row.environment,
    external_ref: row.external_ref,
    country: row.country,
    language: row.language,
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
    consent_ip: mayRead(row, 'consent_address') ? row.consent_ip : null,
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
