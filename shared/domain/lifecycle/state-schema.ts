import { z } from 'zod';
import { retentionStatuses, sessionStatuses } from './state';

const decision = z.object({ target: z.string(), decision: z.string() }).nullable();

/** What `SessionState` says, for a row that somebody may have written by hand. Later fields are let through. */
const stateSchema = z.looseObject({
  status: z.enum(sessionStatuses),
  isSandbox: z.boolean(),
  retention: z.enum(retentionStatuses),
  legalHold: z.boolean(),
  erasurePending: z.boolean(),
  run: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('capture') }),
    z.object({ kind: z.literal('reprocess'), before: z.enum(['completed', 'failed']) }),
  ]),
  capture: z.int().min(1),
  attempt: z.int().min(0),
  gate: z.string().nullable(),
  openCase: z.string().nullable(),
  lastGateDecision: decision,
  lastCaseDecision: decision,
  dualReview: z.literal(true).optional(),
  firstReview: z
    .object({ decision: z.enum(['approve', 'reject']), by: z.string().nullable() })
    .optional(),
  changedBy: z.string().optional(),
});

export function isReadableState(state: unknown): boolean {
  return stateSchema.safeParse(state).success;
}
