import { z } from 'zod';
import { checkNames } from '../../../shared/domain/checks/outcome';
import { instant } from '../http/answer-values';
import { caseStats } from '../cases/count-queue';

const count = z.number().int().min(0);
const share = z.number().min(0).max(1).nullable();
const milliseconds = z.number().min(0).nullable();

export const reviewMetrics = z
  .strictObject({
    from: instant,
    to: instant,
    /** The number of cases, decided by reviewers in this time, that were looked at. */
    decided: count,
    /** There were more: those decided last were looked at. */
    is_partial: z.boolean(),
    /** The queue as it is now. */
    queue: caseStats.pick({ age: true, age_bands: true }).extend({ waiting: count }),
    /** The time from opening to decision, the waiting included. */
    age_at_decision: z.strictObject({ p50_ms: milliseconds, p95_ms: milliseconds }),
    /** The time from a reviewer's first deed on a case to the decision; a minute of each pause counts at most. */
    handling: z.strictObject({ p50_ms: milliseconds, p95_ms: milliseconds }),
    reviewers: z.array(
      z.strictObject({
        reviewer: z.string(),
        approved: count,
        rejected: count,
        /** Over the time that the reviewer handled cases in; null where that is not known. */
        decisions_per_hour: z.number().min(0).nullable(),
        median_handling_ms: milliseconds,
      }),
    ),
    /** Cases with two reviewers whose second one decided otherwise than the first recommended. */
    overturned: z.strictObject({ of: count, share }),
    /** The checks of these cases' attempts, and how many of them a reviewer overrode. */
    overrides: z.array(
      z.strictObject({ check: z.enum(checkNames), of: count, overridden: count, share }),
    ),
  })
  .meta({ id: 'ReviewMetrics' });
export type ReviewMetrics = z.output<typeof reviewMetrics>;
