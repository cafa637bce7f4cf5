import type { StepEvent } from '../lifecycle/timeline-event';

/** What can be done to each kind of record. A new deed has no words in the console yet: the compiler asks for them. */
interface Deeds {
  readonly api_key: 'cloned' | 'created' | 'expired' | 'updated';
  readonly case:
    | 'assigned'
    | 'check_overridden'
    | 'claimed'
    | 'data_corrected'
    | 'decision_approve'
    | 'decision_reject'
    | 'decision_resubmit'
    | 'escalated'
    | 'listed'
    | 'noted'
    | 'read'
    | 'released'
    | 'review_read'
    | 'searched'
    | 'updated';
  readonly event: 'listed';
  readonly identity:
    | 'archived'
    | 'created'
    | 'erasure_asked'
    | 'exported'
    | 'listed'
    | 'merged'
    | 'read'
    | 'redacted'
    | 'restored'
    | 'sessions_listed'
    | 'updated';
  readonly list:
    'created' | 'deleted' | 'item_deleted' | 'items_added' | 'items_exported' | 'updated';
  readonly mcp: 'approve_case' | 'reject_case' | 'reprocess_session';
  readonly organization: 'logo_removed' | 'logo_set' | 'purge_begun' | 'updated';
  readonly result: 'listed' | 'read';
  readonly session:
    | StepEvent
    | 'capture_started'
    | 'created'
    | 'data_hidden'
    | 'deliveries_listed'
    | 'document_seen'
    | 'documents_listed'
    | 'erasure_remembered'
    | 'expired'
    | 'exported'
    | 'external_decision'
    | 'hold_lifted'
    | 'hold_placed'
    | 'listed'
    | 'read'
    | 'redacted'
    | 'reprocessed'
    | 'resumed'
    | 'retention_ended'
    | 'risk_read'
    | 'searched'
    | 'simulated'
    | 'stream_token_created'
    | 'submitted'
    | 'tags_changed'
    | 'updated'
    | 'verifications_read';
  readonly user:
    | 'created'
    | 'password_set'
    | 'reauthenticated'
    | 'recovery_code_used'
    | 'reset'
    | 'sign_in_refused'
    | 'signed_in'
    | 'signed_out'
    | 'signed_out_by_admin'
    | 'totp_enrolled'
    | 'updated';
  readonly webhook_delivery: 'listed' | 'read';
  readonly webhook_endpoint:
    | 'created'
    | 'deleted'
    | 'delivery_retried'
    | 'disabled'
    | 'replayed'
    | 'secret_rotated'
    | 'test_sent'
    | 'updated';
  readonly workflow: 'created' | 'deactivated' | 'made_default' | 'updated';
}

export type DeedTo<Resource extends keyof Deeds> = Deeds[Resource];

/** `<resource>.<what happened>`, e.g. `webhook_endpoint.disabled`: whatever the audit log can be told. */
export type AuditAction = {
  readonly [Resource in keyof Deeds]: `${Resource}.${Deeds[Resource]}`;
}[keyof Deeds];
