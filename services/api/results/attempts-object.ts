import { z } from 'zod';
import { checkNames, checkStatuses } from '../../../shared/domain/checks/outcome';
import { differenceCauses } from './compare-attempts';
import { decisions } from '../../../shared/domain/lifecycle/event';
import { idOf, instant } from '../http/answer-values';

const decision = z.enum(decisions).nullable();
const cause = z.enum(differenceCauses);

const differenceObject = z.strictObject({
  from_attempt: z.number().int(),
  decision: z.strictObject({ before: decision, after: decision }),
  causes: z.array(cause),
  checks: z
    .array(
      z.strictObject({
        check: z.enum(checkNames),
        /** Null: not run. */
        before: z.enum(checkStatuses).nullable(),
        after: z.enum(checkStatuses).nullable(),
        cause,
      }),
    )
    .readonly(),
});
export type DifferenceView = z.output<typeof differenceObject>;

export const attemptsObject = z
  .strictObject({
    session_id: idOf('session'),
    data: z.array(
      z.strictObject({
        attempt: z.number().int(),
        status: z.enum(['running', 'decided', 'cancelled', 'failed']),
        workflow_id: idOf('workflow'),
        workflow_version: z.number().int(),
        decision,
        reason_code: z.string().nullable(),
        processing_mode: z.enum(['workflow', 'manual', 'sandbox']).nullable(),
        started_at: instant,
        finished_at: instant.nullable(),
        /** From the decided attempt before; null where there is none. */
        difference: differenceObject.nullable(),
      }),
    ),
  })
  .meta({ id: 'Attempts' });
