import { z } from 'zod';
import { languageSchema } from '../applicant/language';

/** The screens of the capture page, for whoever counts where people stop. */
export const pageSteps = [
  'opened',
  'expect',
  'consent',
  'document_type',
  'id_front',
  'id_back',
  'selfie',
  'liveness',
  'user_info',
  'proof_of_address',
  'review',
  'sending',
  'end',
  'handoff',
] as const;

/** How a screen was left, or that it was shown. */
export const pageStepOutcomes = [
  'shown',
  'done',
  'retake',
  'camera_denied',
  'camera_missing',
  'file_chosen',
  'declined',
  'failed',
] as const;

export const deviceClasses = ['phone', 'tablet', 'desktop'] as const;

export const stepsPerBatch = 64;
export const stepBatchesPerCapture = 20;

/** Names of our own and times: no person fits into any of it, and nothing else is kept. */
export const pageStepsSchema = z.object({
  steps: z
    .array(
      z.object({
        step: z.enum(pageSteps),
        /** Since the page was opened. */
        after_ms: z.number().int().min(0).max(86_400_000),
        outcome: z.enum(pageStepOutcomes).optional(),
      }),
    )
    .min(1)
    .max(stepsPerBatch)
    .optional(),
  device_class: z.enum(deviceClasses).optional(),
  /** In which the page is shown. */
  language: languageSchema.optional(),
});
export type PageSteps = z.output<typeof pageStepsSchema>;
