import { z } from 'zod';
import { checkNames, checkStatuses } from '../../../../shared/domain/checks/outcome';
import { differenceReasons } from './compare-outcomes';
import { recordedDecisions } from './walk-recorded';
import { idOf } from '../../http/answer-values';
import { warningObject } from '../workflow-view';

const check = z.enum(checkNames);
const counts = z.record(z.string(), z.number().int());

const end = z.strictObject({
  decision: z.enum(recordedDecisions),
  reason_code: z.string().nullable(),
  /** The nodes that were walked. */
  path: z.array(z.string()).readonly(),
});

const difference = z.strictObject({
  check,
  before: z.enum(checkStatuses).nullable(),
  after: z.enum(checkStatuses).nullable(),
  reason: z.enum(differenceReasons),
});

const judgedSession = z.strictObject({
  session_id: idOf('session'),
  attempt: z.number().int(),
  judged_by: z.strictObject({ workflow_id: idOf('workflow'), version: z.number().int() }),
  before: end,
  after: end,
  differs: z.boolean(),
  differences: z.array(difference).readonly(),
  /** Asked for something else now, which only an engine or the records could answer. */
  kept: z.array(check).readonly(),
});

/** Codes, statuses and node names only: nothing that was read of a person. */
export const dryRunObject = z
  .strictObject({
    workflow_id: idOf('workflow'),
    /** Null: of a definition that came with the call. */
    version: z.number().int().nullable(),
    totals: z.strictObject({
      sessions: z.number().int(),
      judged: z.number().int(),
      unavailable: z.number().int(),
      same: z.number().int(),
      differing: z.number().int(),
      /** How many sessions each change of decision befalls, e.g. `approved_to_rejected`. */
      decisions: counts,
      /** How many sessions each check says something else of. */
      checks: counts,
    }),
    sessions: z.array(judgedSession),
    /** Of the definition: allowed, and rarely meant. */
    warnings: z.array(warningObject).readonly(),
    unavailable: z.array(z.strictObject({ session_id: idOf('session'), reason: z.string() })),
  })
  .meta({ id: 'DryRun' });
export type DryRunView = z.output<typeof dryRunObject>;
