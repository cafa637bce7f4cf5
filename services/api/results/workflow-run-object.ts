import { z } from 'zod';
import { checkNames, checkStatuses } from '../../../shared/domain/checks/outcome';
import { idOf, instant } from '../http/answer-values';

const common = { id: z.string(), place: z.enum(['passed', 'standing', 'not_reached']) };

const nodeObject = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('policy'),
    check: z.enum(checkNames),
    status: z.enum([...checkStatuses, 'pending']),
    score: z.number().nullable(),
    reasons: z.array(z.string()).readonly(),
    started_at: instant.nullable(),
    duration_ms: z.number().nullable(),
  }),
  z.strictObject({ ...common, type: z.literal('wait'), answer: z.string().nullable() }),
  z.strictObject({ ...common, type: z.literal('terminal'), decision: z.string() }),
  z.strictObject({ ...common, type: z.literal('conditional') }),
]);
export type NodeView = z.output<typeof nodeObject>;

/** The latest attempt, node by node, and where it stands. */
export const workflowRunObject = z
  .strictObject({
    session_id: idOf('session'),
    attempt: z.number().int(),
    status: z.enum(['running', 'decided', 'cancelled', 'failed']),
    workflow_id: idOf('workflow'),
    workflow_version: z.number().int(),
    started_at: instant,
    finished_at: instant.nullable(),
    /** Where the walk stands, or ended. */
    current_node: z.string().nullable(),
    nodes: z.array(nodeObject),
  })
  .meta({ id: 'WorkflowRun' });
