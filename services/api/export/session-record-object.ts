import { z } from 'zod';
import { askablePieces } from '../../../shared/domain/capture/asked-pieces';
import { webhookEventTypes } from '../../../shared/domain/lifecycle/webhook-events';
import { screeningHitSchema } from '../../../shared/domain/watchlists/screening-evidence';
import { changeObject } from '../cases/case-changes';
import { noteObject } from '../cases/case-notes';
import { caseStatus } from '../cases/case-view';
import { freeObject, idOf, instant } from '../http/answer-values';
import { riskSignal } from '../results/risk';
import { resultObject } from '../results/result-view';
import { timelineEntry } from '../timeline/list';
import { sessionObject } from '../sessions/session-view';
import { erasureObject } from '../sessions/erasure-view';

const exportedDocument = z.strictObject({
  id: idOf('document'),
  doc_type: z.string(),
  mime_type: z.string(),
  created_at: instant,
  url: z.string(),
  expires_in: z.number().int(),
});

const exportedHit = z.object({
  ...screeningHitSchema.shape,
  attempt: z.number().int(),
  screened_at: instant,
});

const exportedCase = z.strictObject({
  id: idOf('case'),
  attempt: z.number().int(),
  status: caseStatus,
  decided_by: z.string().nullable(),
  reason_code: z.string().nullable(),
  reason: z.string().nullable(),
  close_reason: z.string().nullable(),
  created_at: instant,
  closed_at: instant.nullable(),
  notes: z.array(noteObject).readonly(),
  changes: z.array(changeObject).readonly(),
});

const exportedDelivery = z.strictObject({
  id: idOf('webhookDelivery'),
  event_id: idOf('event'),
  event_type: z.enum(webhookEventTypes),
  endpoint_id: idOf('webhookEndpoint'),
  status: z.enum(['pending', 'delivered', 'failed', 'held']),
  tries: z.number().int(),
  created_at: instant,
});

const exportedConsent = z.strictObject({
  accepted: z.boolean(),
  version: z.string().nullable(),
  given_by: z.enum(['person', 'integrator']),
  actor_id: z.string().nullable(),
  ip: z.string().nullable(),
  at: instant,
});

const exportedAsk = z.strictObject({
  piece: z.enum(askablePieces),
  reason_code: z.string().nullable(),
  message: z.string().nullable(),
  asked_at: instant,
});

/** All that is kept of one session, opened. */
export const sessionRecordObject = z
  .strictObject({
    session: sessionObject,
    /** What the integrator gave at creation. */
    fields: freeObject.nullable(),
    /** Whom the integrator named at creation. */
    applicant: freeObject.nullable(),
    /** What the person typed, by the workflow's fields. */
    user_info: freeObject.nullable(),
    /** What was said of the proof of address when it was uploaded. */
    proof_of_address: freeObject.nullable(),
    result: resultObject.nullable(),
    documents: z.array(exportedDocument).readonly(),
    screening: z.array(exportedHit).readonly(),
    /** The risk signals of every attempt. */
    fraud_signals: z
      .array(riskSignal.extend({ attempt: z.number().int(), evaluated_at: instant }))
      .readonly(),
    cases: z.array(exportedCase).readonly(),
    /** What was said on consent, the oldest first. */
    consents: z.array(exportedConsent).readonly(),
    /** What reviewers asked the person for again, and why. */
    asked_again: z.array(exportedAsk).readonly(),
    timeline: z.array(timelineEntry).readonly(),
    webhook_deliveries: z.array(exportedDelivery).readonly(),
    /** Of an erased session: the receipt of its erasure. */
    erasure: erasureObject.nullable(),
  })
  .meta({ id: 'SessionRecord' });
export type SessionRecord = z.output<typeof sessionRecordObject>;
export type ExportedCase = z.output<typeof exportedCase>;
