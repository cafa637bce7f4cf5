import { z } from 'zod';
import {
  screeningEvidenceSchema,
  screeningHitSchema,
} from '../../../shared/domain/watchlists/screening-evidence';
import { idOf, instant } from '../http/answer-values';
import type { ChangeView } from './case-changes';

const dismissal = z.strictObject({
  by_change: idOf('audit'),
  by: z.string().nullable(),
  /** Null where it would tell a hidden first opinion. */
  reason: z.string().nullable(),
  at: instant.nullable(),
});

export const reviewedHit = z
  .strictObject({ ...screeningHitSchema.shape, dismissed: dismissal.nullable() })
  .meta({ id: 'ReviewedHit' });

export type ReviewedHit = z.output<typeof reviewedHit>;

/** A reviewer's word on single hits, as the override of the check keeps it. */
export const dismissedHits = z
  .array(
    z.object({ source: screeningHitSchema.shape.source, entry_id: z.string().min(1).max(200) }),
  )
  .min(1)
  .max(100);

const dismissingContent = z.object({
  reason: z.string().nullable().default(null),
  dismissed: dismissedHits,
});

/** The listed persons whom the screening took this one for; hits that a reviewer dismissed say so. */
export function hitsOf(evidence: unknown, changes: readonly ChangeView[]): ReviewedHit[] {
  const found = screeningEvidenceSchema.safeParse(evidence);
  if (!found.success) return [];
  const dismissals = changes.flatMap((change) => {
    const content = dismissingContent.safeParse(change.content);
    return content.success ? [{ change, ...content.data }] : [];
  });
  return [...found.data.hits, ...found.data.near_hits].map((hit) => {
    const by = dismissals.findLast(({ dismissed }) =>
      dismissed.some((one) => one.source === hit.source && one.entry_id === hit.entry_id),
    );
    return {
      ...hit,
      dismissed:
        by === undefined
          ? null
          : {
              by_change: by.change.id,
              by: by.change.by,
              reason: by.reason,
              at: by.change.applied_at,
            },
    };
  });
}
