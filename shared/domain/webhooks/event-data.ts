import type { CheckName } from '../checks/outcome';
import type { CaseId, IdentityId, LinkId } from '../ids';
import type { SessionStatus } from '../lifecycle/state';
import type { WebhookEventType } from '../lifecycle/webhook-events';

/** Where the event left the session; the status of now may be another one. */
interface Status {
  readonly status: SessionStatus;
}

interface OfAttempt extends Status {
  readonly attempt: number;
}

interface OfCase extends OfAttempt {
  readonly case_id: CaseId | null;
  readonly reason_code?: string;
}

interface OfIdentity {
  readonly identity_id: IdentityId;
  readonly identity_status: 'unverified' | 'approved' | 'rejected';
}

/**
 * What each event carries of its own, beside what all carry: ids and codes. Personal values are read at each
 * try. Test events and examples have the same form, since both are made of this.
 */
export interface EventData {
  readonly 'session.created': Status;
  readonly 'session.link_generated': Status & { readonly link_id: LinkId };
  readonly 'session.started': Status;
  readonly 'session.awaiting_external': OfAttempt & { readonly gate: string | null };
  readonly 'session.requires-review': OfCase;
  readonly 'session.approved': OfAttempt & { readonly result: 'approved' };
  readonly 'session.declined': OfAttempt & {
    readonly result: 'rejected';
    readonly reason_code?: string;
  };
  readonly 'session.expired': Status;
  readonly 'session.failed': Status;
  readonly 'session.resubmission-required': Status & { readonly pieces: readonly string[] };
  readonly 'session.redacted': Status;
  readonly 'session.retention-expired': Status;
  readonly 'check.completed': OfAttempt & {
    readonly check: CheckName;
    readonly check_status: string;
  };
  readonly 'document.verified': OfAttempt;
  readonly 'document.extracted': OfAttempt;
  readonly 'case.created': OfCase;
  readonly 'case.approved': OfCase;
  readonly 'case.rejected': OfCase;
  readonly 'case.escalated': OfCase;
  readonly 'identity.created': OfIdentity;
  readonly 'identity.updated': OfIdentity;
  readonly 'identity.archived': OfIdentity;
  readonly 'identity.restored': OfIdentity;
}

/** An event's type with its own data. */
export type TypedEvent = {
  [T in WebhookEventType]: { readonly type: T; readonly data: EventData[T] };
}[WebhookEventType];
