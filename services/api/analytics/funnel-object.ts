import { z } from 'zod';
import { pageSteps } from '../../../shared/domain/capture/page-steps';
import { instant } from '../http/answer-values';

/** The steps of a capture, in their order; a session may leave some out, as its workflow asks. */
export const funnelSteps = [
  'created',
  'opened',
  'consent',
  'document_type',
  'document',
  'selfie',
  'liveness',
  'submitted',
  'decided',
] as const;

/** The dimensions that a funnel is told apart by. */
export const funnelDimensions = ['country', 'device', 'language', 'workflow'] as const;

/** Why a picture was taken again, as its hints said. */
export const retakeReasons = ['blur', 'glare', 'too_dark', 'too_small', 'other'] as const;

const count = z.number().int().min(0);
const milliseconds = z.number().min(0);

export const funnelObject = z
  .strictObject({
    from: instant,
    to: instant,
    /** The number of sessions that were looked at. */
    sessions: count,
    /** There were more: the newest were looked at. */
    is_partial: z.boolean(),
    groups: z.array(
      z.strictObject({
        /** Null: not known of these sessions; and the one group of all where nothing is told apart. */
        key: z.string().nullable(),
        steps: z.record(z.enum(funnelSteps), count),
        decided: z.strictObject({ approved: count, rejected: count }),
        /** Sessions whose camera was refused or missing at some time. */
        camera_denied: count,
      }),
    ),
    /** Pictures that were replaced within their capture. */
    retakes: z.record(z.enum(retakeReasons), count),
    /** The time from a screen being shown to its being done, by the page's own clock. */
    step_times: z.array(
      z.strictObject({
        step: z.enum(pageSteps),
        sessions: count,
        p50_ms: milliseconds,
        p95_ms: milliseconds,
      }),
    ),
  })
  .meta({ id: 'Funnel' });
export type Funnel = z.output<typeof funnelObject>;
