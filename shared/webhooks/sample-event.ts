import type { WebhookEventType } from '../lifecycle/webhook-events';

type Json = Readonly<Record<string, unknown>>;

const noId = '0'.repeat(26);

/** Where an event leaves a session, for the made-up one of a test event. */
const statusAfter: Partial<Record<WebhookEventType, string>> = {
  'session.created': 'pending',
  'session.link_generated': 'pending',
  'session.started': 'capturing',
  'session.awaiting_external': 'awaiting_external',
  'session.requires-review': 'under_review',
  'session.expired': 'expired',
  'session.failed': 'failed',
  'session.resubmission-required': 'pending',
  'check.completed': 'processing',
  'document.verified': 'processing',
  'document.extracted': 'processing',
  'case.created': 'under_review',
  'case.escalated': 'under_review',
};

/** What a `…/test` sends: the shape of the real event about a session that cannot exist. */
export function sampleData(type: WebhookEventType): Json {
  const body: Json = type.startsWith('identity.')
    ? { identity_id: `idn_${noId}` }
    : { session_id: `ses_${noId}`, status: statusAfter[type] ?? 'completed' };
  return type.startsWith('case.') ? { ...body, case_id: `case_${noId}` } : body;
}
