import type { WebhookEventType } from '../../shared/domain/lifecycle/webhook-events';
import type { EventData } from '../../shared/domain/webhooks/event-data';

const noId = '0'.repeat(26);
const ofCase = { case_id: `case_${noId}`, attempt: 1 } as const;
const ofIdentity = { identity_id: `idn_${noId}`, identity_status: 'approved' } as const;

/** The real form of each event, about a session or an identity that cannot exist. */
const samples: EventData = {
  'session.created': { status: 'pending' },
  'session.link_generated': { status: 'pending', link_id: `lnk_${noId}` },
  'session.started': { status: 'capturing' },
  'session.awaiting_external': { status: 'awaiting_external', gate: 'wait', attempt: 1 },
  'session.requires-review': {
    status: 'under_review',
    ...ofCase,
    reason_code: 'visual_zone_mismatch',
  },
  'session.approved': { status: 'completed', result: 'approved', attempt: 1 },
  'session.declined': {
    status: 'completed',
    result: 'rejected',
    attempt: 1,
    reason_code: 'face_mismatch',
  },
  'session.expired': { status: 'expired' },
  'session.failed': { status: 'failed' },
  'session.resubmission-required': { status: 'pending', pieces: ['id_front'] },
  'session.redacted': { status: 'completed' },
  'session.retention-expired': { status: 'completed' },
  'check.completed': {
    status: 'processing',
    check: 'document_ocr',
    check_status: 'passed',
    attempt: 1,
  },
  'document.verified': { status: 'processing', attempt: 1 },
  'document.extracted': { status: 'processing', attempt: 1 },
  'case.created': { status: 'under_review', ...ofCase, reason_code: 'visual_zone_mismatch' },
  'case.approved': { status: 'completed', ...ofCase },
  'case.rejected': { status: 'completed', ...ofCase, reason_code: 'face_mismatch' },
  'case.escalated': { status: 'under_review', ...ofCase },
  'identity.created': ofIdentity,
  'identity.updated': ofIdentity,
  'identity.archived': ofIdentity,
  'identity.restored': ofIdentity,
};

/** What a `…/test` sends. */
export function sampleData(type: WebhookEventType): Readonly<Record<string, unknown>> {
  const isSessions = !type.startsWith('identity.');
  return { ...(isSessions ? { session_id: `ses_${noId}` } : {}), ...samples[type] };
}
